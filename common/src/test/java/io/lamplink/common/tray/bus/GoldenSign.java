package io.lamplink.common.tray.bus;

/** What dbus-send prints of the sign of the test, looked through against what StatusNotifierItem and dbusmenu say. */
final class GoldenSign {
    static final String PROPERTIES = """
            array [
            dict entry(
            string "Category"
            variant string "Communications"
            )
            dict entry(
            string "Id"
            variant string "lamplink"
            )
            dict entry(
            string "Title"
            variant string "Lamplink server"
            )
            dict entry(
            string "Status"
            variant string "Active"
            )
            dict entry(
            string "WindowId"
            variant int32 0
            )
            dict entry(
            string "IconName"
            variant string ""
            )
            dict entry(
            string "IconPixmap"
            variant array [
            struct {
            int32 1
            int32 1
            array of bytes [
            80 ff 00 10
            ]
            }
            ]
            )
            dict entry(
            string "OverlayIconName"
            variant string ""
            )
            dict entry(
            string "OverlayIconPixmap"
            variant array [
            ]
            )
            dict entry(
            string "AttentionIconName"
            variant string ""
            )
            dict entry(
            string "AttentionIconPixmap"
            variant array [
            ]
            )
            dict entry(
            string "AttentionMovieName"
            variant string ""
            )
            dict entry(
            string "IconThemePath"
            variant string ""
            )
            dict entry(
            string "ToolTip"
            variant struct {
            string ""
            array [
            ]
            string "Lamplink server"
            string "Not listening"
            }
            )
            dict entry(
            string "ItemIsMenu"
            variant boolean false
            )
            dict entry(
            string "Menu"
            variant object path "/MenuBar"
            )
            ]""";

    static final String LAYOUT = """
            uint32 1
            struct {
            int32 0
            array [
            dict entry(
            string "children-display"
            variant string "submenu"
            )
            ]
            array [
            variant struct {
            int32 1
            array [
            dict entry(
            string "label"
            variant string "Show__window"
            )
            dict entry(
            string "enabled"
            variant boolean true
            )
            dict entry(
            string "visible"
            variant boolean true
            )
            ]
            array [
            ]
            }
            variant struct {
            int32 2
            array [
            dict entry(
            string "label"
            variant string "Listen"
            )
            dict entry(
            string "enabled"
            variant boolean true
            )
            dict entry(
            string "visible"
            variant boolean true
            )
            ]
            array [
            ]
            }
            variant struct {
            int32 3
            array [
            dict entry(
            string "label"
            variant string "Exit"
            )
            dict entry(
            string "enabled"
            variant boolean true
            )
            dict entry(
            string "visible"
            variant boolean true
            )
            ]
            array [
            ]
            }
            ]
            }""";

    private GoldenSign() {}
}

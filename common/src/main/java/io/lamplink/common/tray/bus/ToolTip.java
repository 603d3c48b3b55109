package io.lamplink.common.tray.bus;

import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** What is said when somebody points at a sign. For the library of D-Bus alone. */
public final class ToolTip extends Struct {
    /** How it is called. */
    static final String TYPE = "(s" + Pixmap.MANY + "ss)";

    /** The name of a picture of the desktop; empty for none. */
    @Position(0)
    public final String icon;

    /** A picture in several sizes, or none. */
    @Position(1)
    public final List<Pixmap> pictures;

    /** What stands out. */
    @Position(2)
    public final String title;

    /** What stands below, in which some desktops take markup. */
    @Position(3)
    public final String text;

    /** All of it. */
    public ToolTip(String icon, List<Pixmap> pictures, String title, String text) {
        this.icon = icon;
        this.pictures = pictures;
        this.title = title;
        this.text = text;
    }
}

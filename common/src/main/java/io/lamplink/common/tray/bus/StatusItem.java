package io.lamplink.common.tray.bus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** A sign in the tray, as those who show it call it. For the library of D-Bus alone. */
@DBusInterfaceName(StatusItem.NAME)
public interface StatusItem extends DBusInterface {
    /** The name of this interface. */
    String NAME = "org.kde.StatusNotifierItem";

    /** Where a sign is. */
    String PATH = "/StatusNotifierItem";

    /** It was clicked; {@code x} and {@code y} are the place on the screen. */
    @DBusMemberName("Activate")
    void activate(int x, int y);

    /** It was clicked with the middle button. */
    @DBusMemberName("SecondaryActivate")
    void secondaryActivate(int x, int y);

    /** A menu is wanted by somebody who cannot draw it. */
    @DBusMemberName("ContextMenu")
    void contextMenu(int x, int y);

    /** The wheel was turned above it. */
    @DBusMemberName("Scroll")
    void scroll(int delta, String orientation);

    /** The picture is another. */
    @DBusMemberName("NewIcon")
    class NewIcon extends DBusSignal {
        /** The signal from the object at {@code path}. */
        public NewIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** The title is another. */
    @DBusMemberName("NewTitle")
    class NewTitle extends DBusSignal {
        /** The signal from the object at {@code path}. */
        public NewTitle(String path) throws DBusException {
            super(path);
        }
    }

    /** What is said when somebody points at it is another. */
    @DBusMemberName("NewToolTip")
    class NewToolTip extends DBusSignal {
        /** The signal from the object at {@code path}. */
        public NewToolTip(String path) throws DBusException {
            super(path);
        }
    }
}

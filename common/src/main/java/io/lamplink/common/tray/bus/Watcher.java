package io.lamplink.common.tray.bus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** Who keeps the list of all signs, and tells those who show them. For the library of D-Bus alone. */
@DBusInterfaceName(Watcher.NAME)
public interface Watcher extends DBusInterface {
    /** Its name, which is also that of this interface. */
    String NAME = "org.kde.StatusNotifierWatcher";

    /** Where it is. */
    String PATH = "/StatusNotifierWatcher";

    /** Adds the sign of the program whose name on the bus is {@code service}. */
    @DBusMemberName("RegisterStatusNotifierItem")
    void registerStatusNotifierItem(String service);

    /** Somebody shows signs now. */
    @DBusMemberName("StatusNotifierHostRegistered")
    class StatusNotifierHostRegistered extends DBusSignal {
        /** The signal from the object at {@code path}. */
        public StatusNotifierHostRegistered(String path) throws DBusException {
            super(path);
        }
    }

    /** Somebody shows no signs any more. */
    @DBusMemberName("StatusNotifierHostUnregistered")
    class StatusNotifierHostUnregistered extends DBusSignal {
        /** The signal from the object at {@code path}. */
        public StatusNotifierHostUnregistered(String path) throws DBusException {
            super(path);
        }
    }
}

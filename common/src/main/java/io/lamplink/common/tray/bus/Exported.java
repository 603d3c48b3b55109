package io.lamplink.common.tray.bus;

import java.util.Map;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/**
 * An object on the bus whose properties can be read, and are of one interface alone. It is no D-Bus interface of its own: the library
 * would take its methods for those of one if it said more than {@code Properties}.
 */
@SuppressWarnings("TypeParameterUnusedInFormals") // as the library has it
abstract class Exported implements Properties {
    private final String path;
    private final String type;

    Exported(String path, String type) {
        this.path = path;
        this.type = type;
    }

    /** The properties as they are now. */
    abstract Map<String, Variant<?>> properties();

    @Override
    public final String getObjectPath() {
        return path;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // The library makes an error of null.
    public final <A> A Get(String asked, String name) {
        Object found = type.equals(asked) || asked.isEmpty() ? properties().get(name) : null;
        return (A) found;
    }

    @Override
    public final <A> void Set(String asked, String name, A value) {
        throw new PropertyReadOnly(name + " can only be read.");
    }

    @Override
    public final Map<String, Variant<?>> GetAll(String asked) {
        return type.equals(asked) || asked.isEmpty() ? properties() : Map.of();
    }
}

package io.lamplink.common.tray.bus;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A menu that somebody else draws. Items have numbers, 0 is the menu itself. For the library of D-Bus alone. */
@DBusInterfaceName(StatusMenu.NAME)
public interface StatusMenu extends DBusInterface {
    /** The name of this interface. */
    String NAME = "com.canonical.dbusmenu";

    /** Where the menu is. */
    String PATH = "/MenuBar";

    /** The item {@code parent} and what is below it, {@code depth} steps deep or without limit if negative. */
    @DBusMemberName("GetLayout")
    Layout<UInt32, Item> getLayout(int parent, int depth, List<String> properties);

    /** What is known of each of {@code ids}; of all items if there are none. */
    @DBusMemberName("GetGroupProperties")
    List<Properties> getGroupProperties(List<Integer> ids, List<String> properties);

    /** One thing that is known of an item. */
    @DBusMemberName("GetProperty")
    Variant<?> getProperty(int id, String name);

    /** Something happened to an item, such as {@code clicked}. */
    @DBusMemberName("Event")
    void event(int id, String type, Variant<?> data, UInt32 time);

    /** Several things happened; returns the items that are not known. */
    @DBusMemberName("EventGroup")
    List<Integer> eventGroup(List<Happened> events);

    /** The menu below {@code id} will be drawn; returns whether it must be asked for again. */
    @DBusMemberName("AboutToShow")
    boolean aboutToShow(int id);

    /** Several will be drawn; returns those to be asked for again, and those that are not known. */
    @DBusMemberName("AboutToShowGroup")
    Layout<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids);

    /** What the menu below {@code parent} says has changed; it must be asked for again. */
    @DBusMemberName("LayoutUpdated")
    class LayoutUpdated extends DBusSignal {
        /** The signal from the object at {@code path}. */
        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
        }
    }

    /**
     * Two values that are returned together.
     *
     * @param <A> the first, in a layout its number, which grows
     * @param <B> the second
     */
    final class Layout<A, B> extends Tuple {
        /** The first. */
        @Position(0)
        public final A first;

        /** The second. */
        @Position(1)
        public final B second;

        /** Both. */
        public Layout(A first, B second) {
            this.first = first;
            this.second = second;
        }
    }

    /** An item with all below it. */
    final class Item extends Struct {
        /** Its number. */
        @Position(0)
        public final int id;

        /** What is known of it. */
        @Position(1)
        public final Map<String, Variant<?>> properties;

        /** The items below it, each as an {@code Item}. */
        @Position(2)
        public final List<Variant<?>> children;

        /** All of it. */
        public Item(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
            this.id = id;
            this.properties = properties;
            this.children = children;
        }
    }

    /** What is known of an item. */
    final class Properties extends Struct {
        /** Its number. */
        @Position(0)
        public final int id;

        /** What is known of it. */
        @Position(1)
        public final Map<String, Variant<?>> properties;

        /** All of it. */
        public Properties(int id, Map<String, Variant<?>> properties) {
            this.id = id;
            this.properties = properties;
        }
    }

    /** Something that happened to an item. */
    final class Happened extends Struct {
        /** The number of the item. */
        @Position(0)
        public final int id;

        /** What happened. */
        @Position(1)
        public final String type;

        /** More of it. */
        @Position(2)
        public final Variant<?> data;

        /** When, as the window system counts. */
        @Position(3)
        public final UInt32 time;

        /** All of it. */
        public Happened(int id, String type, Variant<?> data, UInt32 time) {
            this.id = id;
            this.type = type;
            this.data = data;
            this.time = time;
        }
    }
}

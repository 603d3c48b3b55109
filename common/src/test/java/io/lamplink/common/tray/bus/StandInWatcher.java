package io.lamplink.common.tray.bus;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

/** A watcher as a desktop has one, with or without somebody who shows signs. */
final class StandInWatcher extends Exported implements Watcher, AutoCloseable {
    final BlockingQueue<String> registered = new LinkedBlockingQueue<>();
    private final DBusConnection bus;
    private volatile boolean shown;

    StandInWatcher(PrivateBus privateBus, boolean shown) throws DBusException {
        super(Watcher.PATH, Watcher.NAME);
        this.shown = shown;
        bus = privateBus.connect();
        bus.exportObject(this);
        bus.requestBusName(Watcher.NAME);
    }

    @Override
    Map<String, Variant<?>> properties() {
        return Map.of("IsStatusNotifierHostRegistered", new Variant<>(shown));
    }

    @Override
    public void registerStatusNotifierItem(String service) {
        registered.add(service);
    }

    /** Somebody shows signs from now on, or nobody. */
    void show(boolean now) throws DBusException {
        shown = now;
        bus.sendMessage(
                now
                        ? new StatusNotifierHostRegistered(Watcher.PATH)
                        : new StatusNotifierHostUnregistered(Watcher.PATH));
    }

    @Override
    public void close() {
        bus.disconnect();
    }
}

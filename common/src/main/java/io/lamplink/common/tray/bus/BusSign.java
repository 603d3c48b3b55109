package io.lamplink.common.tray.bus;

import io.lamplink.common.tray.TrayChoice;
import io.lamplink.common.tray.TrayFace;
import io.lamplink.common.tray.TrayListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sign on one connection to the bus. It tells its listener whether somebody shows it: when the watcher goes there is no tray,
 * and when one comes back the sign is registered again. Nothing is asked again and again: the bus tells what changes.
 */
final class BusSign implements TrayListener {
    private static final Logger LOG = LoggerFactory.getLogger(BusSign.class);
    private static final String BUS = "org.freedesktop.DBus";
    private static final String BUS_PATH = "/org/freedesktop/DBus";
    private static final int CONNECT_MILLIS = 500; // for a socket that is not there yet the library waits
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TrayListener listener;
    private final ItemObject item;
    private final MenuObject menu;
    private final DBusConnection bus;
    private final String name;
    private TrayFace face;
    private volatile boolean closed;

    private BusSign(String address, TrayFace face, TrayListener listener) throws DBusException {
        this.face = face;
        this.listener = listener;
        item = new ItemObject(face, this);
        menu = new MenuObject(face, this);
        bus = DBusConnectionBuilder.forAddress(address)
                .withShared(false)
                .transportConfig()
                .withTimeout(CONNECT_MILLIS)
                .back()
                .withDisconnectCallback(new WhenCut())
                .build();
        name = "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    }

    /** The bus is gone: the session ends, or somebody ended its daemon. */
    private final class WhenCut implements IDisconnectCallback {
        @Override
        public void disconnectOnError(IOException cause) {
            there(false);
        }
    }

    /** A sign on the bus at {@code address}. */
    static BusSign on(String address, TrayFace face, TrayListener listener) throws DBusException {
        BusSign sign = new BusSign(address, face, listener);
        try {
            sign.begin();
            return sign;
        } catch (DBusException | DBusExecutionException e) {
            sign.close();
            throw e;
        }
    }

    private void begin() throws DBusException {
        bus.requestBusName(name);
        bus.exportObject(item);
        bus.exportObject(menu);
        bus.addSigHandler(
                DBusMatchRuleBuilder.create()
                        .withType(DBus.NameOwnerChanged.class)
                        .withSender(BUS)
                        .withArg0123(0, Watcher.NAME)
                        .build(),
                (DBus.NameOwnerChanged change) -> {
                    if (change.name.equals(Watcher.NAME)) {
                        look();
                    }
                });
        bus.addSigHandler(Watcher.StatusNotifierHostRegistered.class, _ -> look());
        bus.addSigHandler(Watcher.StatusNotifierHostUnregistered.class, _ -> look());
        look();
    }

    /** Registers with the watcher, if there is one. One that has the sign already makes nothing of hearing it again. */
    private synchronized void look() {
        try {
            there(bus.getRemoteObject(BUS, BUS_PATH, DBus.class).NameHasOwner(Watcher.NAME) && register());
        } catch (DBusException | DBusExecutionException e) {
            LOG.info("The tray of this desktop does not answer.", e);
            there(false);
        }
    }

    private boolean register() throws DBusException {
        bus.getRemoteObject(Watcher.NAME, Watcher.PATH, Watcher.class).registerStatusNotifierItem(name);
        Object shown = bus.getRemoteObject(Watcher.NAME, Watcher.PATH, Properties.class)
                .Get(Watcher.NAME, "IsStatusNotifierHostRegistered");
        return Boolean.TRUE.equals(shown);
    }

    @Override
    public void there(boolean there) {
        if (!closed) {
            listener.there(there);
        }
    }

    @Override
    public void chosen(TrayChoice choice) {
        if (!closed) {
            listener.chosen(choice);
        }
    }

    /** Tells those who show the sign what is another now, and nothing else. */
    synchronized void show(TrayFace now) {
        TrayFace before = face;
        face = now;
        item.show(now);
        try {
            if (!before.pictures().equals(now.pictures())) {
                bus.sendMessage(new StatusItem.NewIcon(StatusItem.PATH));
            }
            if (!before.title().equals(now.title())) {
                bus.sendMessage(new StatusItem.NewTitle(StatusItem.PATH));
            }
            if (!before.title().equals(now.title()) || !before.sentence().equals(now.sentence())) {
                bus.sendMessage(new StatusItem.NewToolTip(StatusItem.PATH));
            }
            if (!before.items().equals(now.items())) {
                menu.show(now);
                bus.sendMessage(new StatusMenu.LayoutUpdated(StatusMenu.PATH, menu.revision(), 0));
            }
        } catch (DBusException e) {
            LOG.info("The tray of this desktop was not told what changed.", e);
        }
    }

    /** Leaves the bus, by which the sign goes. */
    void close() {
        closed = true;
        bus.disconnect();
    }
}

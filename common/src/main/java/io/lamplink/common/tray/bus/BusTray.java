package io.lamplink.common.tray.bus;

import io.lamplink.common.tray.Tray;
import io.lamplink.common.tray.TrayFace;
import io.lamplink.common.tray.TrayListener;
import java.util.Optional;
import java.util.function.Supplier;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tray of a desktop on a bus. Its calls wait for the bus, and so belong on a thread of their own. */
public final class BusTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(BusTray.class);

    private final Supplier<Optional<String>> address;
    private @Nullable BusSign sign;

    /** A tray on the bus that {@code address} names each time, in the form of D-Bus. */
    public BusTray(Supplier<Optional<String>> address) {
        this.address = address;
    }

    @Override
    public boolean offered() {
        return true;
    }

    @Override
    public void open(TrayFace face, TrayListener listener) {
        close();
        Optional<String> bus = address.get();
        if (bus.isEmpty()) {
            LOG.info("This session has no D-Bus, and so no tray.");
            listener.there(false);
            return;
        }
        try {
            sign = BusSign.on(bus.get(), face, listener);
        } catch (DBusException | DBusExecutionException e) {
            LOG.info("This desktop has no tray.", e);
            listener.there(false);
        }
    }

    @Override
    public void show(TrayFace face) {
        BusSign there = sign;
        if (there != null) {
            there.show(face);
        }
    }

    @Override
    public void close() {
        BusSign there = sign;
        sign = null;
        if (there != null) {
            there.close();
        }
    }
}

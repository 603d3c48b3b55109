package io.lamplink.common.tray.desktop;

import io.lamplink.common.tray.Tray;
import io.lamplink.common.tray.bus.BusAddress;
import io.lamplink.common.tray.bus.BusTray;
import java.util.Locale;

/** The trays of the kinds of system. */
public final class SystemTrays {
    private SystemTrays() {}

    /** That of this system; nothing is asked of it yet. */
    public static Tray ofThisSystem() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return Tray.none(); // There the Dock keeps a program whose window is closed.
        }
        if (name.startsWith("windows")) {
            return new TrayThread(NotificationArea::new);
        }
        return new TrayThread(() -> new BusTray(() -> BusAddress.ofSession(System.getenv())));
    }
}

package io.lamplink.common.tray.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.tray.TrayChoice;
import io.lamplink.common.tray.TrayFace;
import io.lamplink.common.tray.TrayItem;
import io.lamplink.common.tray.TrayListener;
import io.lamplink.common.tray.TrayPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sign on a real bus, seen by dbus-send. */
final class BusTrayTest {
    private static final int SECONDS = 120;
    private static final TrayPicture GREEN = new TrayPicture(1, 0x80ff0010);
    private static final TrayPicture RED = new TrayPicture(1, 0xffec5f50);
    private static final TrayFace FACE = face("Not listening", GREEN, "Listen");

    @TempDir
    private Path folder;

    private final BlockingQueue<Boolean> there = new LinkedBlockingQueue<>();
    private final BlockingQueue<TrayChoice> chosen = new LinkedBlockingQueue<>();
    private final TrayListener listener = new TrayListener() {
        @Override
        public void there(boolean now) {
            there.add(now);
        }

        @Override
        public void chosen(TrayChoice choice) {
            chosen.add(choice);
        }
    };
    private PrivateBus bus;
    private BusTray tray;

    private static TrayFace face(String sentence, TrayPicture picture, String link) {
        return new TrayFace(
                "Lamplink server",
                sentence,
                List.of(picture),
                List.of(
                        new TrayItem(TrayChoice.SHOW, "Show_window"),
                        new TrayItem(TrayChoice.LINK, link),
                        new TrayItem(TrayChoice.EXIT, "Exit")));
    }

    @BeforeEach
    void startBus() throws IOException {
        bus = PrivateBus.start(folder);
        tray = new BusTray(() -> Optional.of(bus.address()));
    }

    @AfterEach
    void stopBus() {
        if (tray != null) {
            tray.close();
            bus.close();
        }
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T one = queue.poll(SECONDS, TimeUnit.SECONDS);
        assertTrue(one != null, "nothing came");
        return one;
    }

    private String opened(StandInWatcher watcher) throws InterruptedException {
        tray.open(FACE, listener);
        assertEquals(true, next(there));
        return next(watcher.registered);
    }

    @Test
    void whoShowsSignsFindsAllThatIsToBeSeen() throws Exception {
        try (StandInWatcher watcher = new StandInWatcher(bus, true)) {
            String sign = opened(watcher);
            assertTrue(
                    sign.startsWith("org.kde.StatusNotifierItem-"
                            + ProcessHandle.current().pid() + "-"),
                    sign);
            List<String> all = bus.call(
                    sign,
                    "/StatusNotifierItem",
                    "org.freedesktop.DBus.Properties.GetAll",
                    "string:org.kde.StatusNotifierItem");
            assertEquals(GoldenSign.PROPERTIES, String.join("\n", all));
            assertEquals(
                    List.of("variant string \"Lamplink server\""),
                    bus.call(
                            sign,
                            "/StatusNotifierItem",
                            "org.freedesktop.DBus.Properties.Get",
                            "string:org.kde.StatusNotifierItem",
                            "string:Title"));
        }
    }

    @Test
    void theMenuIsThereToBeDrawn() throws Exception {
        try (StandInWatcher watcher = new StandInWatcher(bus, true)) {
            String sign = opened(watcher);
            List<String> layout = bus.call(
                    sign, "/MenuBar", "com.canonical.dbusmenu.GetLayout", "int32:0", "int32:-1", "array:string:label");
            assertEquals(GoldenSign.LAYOUT, String.join("\n", layout));
            assertEquals(
                    List.of("variant uint32 3"),
                    bus.call(
                            sign,
                            "/MenuBar",
                            "org.freedesktop.DBus.Properties.Get",
                            "string:com.canonical.dbusmenu",
                            "string:Version"));
            List<String> one = bus.call(
                    sign,
                    "/MenuBar",
                    "com.canonical.dbusmenu.GetGroupProperties",
                    "array:int32:2",
                    "array:string:label");
            assertTrue(one.contains("variant string \"Listen\""), one::toString);
            assertEquals(
                    List.of("boolean false"),
                    bus.call(sign, "/MenuBar", "com.canonical.dbusmenu.AboutToShow", "int32:0"));
        }
    }

    @Test
    void aClickAndTheItemsAreChoices() throws Exception {
        try (StandInWatcher watcher = new StandInWatcher(bus, true)) {
            String sign = opened(watcher);
            bus.call(sign, "/StatusNotifierItem", "org.kde.StatusNotifierItem.Activate", "int32:10", "int32:20");
            assertEquals(TrayChoice.SHOW, next(chosen));
            click(sign, 2);
            assertEquals(TrayChoice.LINK, next(chosen));
            click(sign, 99);
            click(sign, 3);
            assertEquals(TrayChoice.EXIT, next(chosen));
        }
    }

    private void click(String sign, int item) {
        bus.call(
                sign,
                "/MenuBar",
                "com.canonical.dbusmenu.Event",
                "int32:" + item,
                "string:clicked",
                "variant:string:",
                "uint32:0");
    }

    @Test
    void whatChangesIsToldAndNothingElse() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (StandInWatcher watcher = new StandInWatcher(bus, true);
                DBusConnection host = bus.connect()) {
            host.addSigHandler(StatusItem.NewIcon.class, _ -> told.add("icon"));
            host.addSigHandler(StatusItem.NewToolTip.class, _ -> told.add("tooltip"));
            host.addSigHandler(StatusMenu.LayoutUpdated.class, _ -> told.add("menu"));
            String sign = opened(watcher);
            tray.show(face("Listening", GREEN, "Listen"));
            assertEquals("tooltip", next(told));
            tray.show(face("Listening", RED, "Listen"));
            assertEquals("icon", next(told));
            tray.show(face("Listening", RED, "Stop"));
            assertEquals("menu", next(told));
            List<String> layout = bus.call(
                    sign, "/MenuBar", "com.canonical.dbusmenu.GetLayout", "int32:0", "int32:-1", "array:string:label");
            assertEquals("uint32 2", layout.getFirst(), "the menu has another number");
            assertTrue(layout.contains("variant string \"Stop\""), layout::toString);
        }
    }

    @Test
    void withoutAWatcherThereIsNoTrayUntilOneComes() throws Exception {
        tray.open(FACE, listener);
        assertEquals(false, next(there));
        try (StandInWatcher watcher = new StandInWatcher(bus, true)) {
            assertEquals(true, next(there));
            next(watcher.registered);
        }
        assertEquals(false, next(there), "it has gone");
        try (StandInWatcher watcher = new StandInWatcher(bus, true)) {
            assertEquals(true, next(there));
            next(watcher.registered);
        }
    }

    @Test
    void aWatcherWithoutAnybodyWhoShowsSignsIsNoTray() throws Exception {
        try (StandInWatcher watcher = new StandInWatcher(bus, false)) {
            tray.open(FACE, listener);
            assertEquals(false, next(there));
            watcher.show(true);
            assertEquals(true, next(there));
            watcher.show(false);
            assertEquals(false, next(there));
        }
    }

    @Test
    void aBusThatEndsTakesTheTrayWithIt() throws Exception {
        try (StandInWatcher watcher = new StandInWatcher(bus, true)) {
            opened(watcher);
            bus.close();
            assertEquals(false, next(there));
        }
    }

    @Test
    void aSessionWithoutABusHasNoTray() throws Exception {
        new BusTray(Optional::empty).open(FACE, listener);
        assertEquals(false, next(there));
        new BusTray(() -> Optional.of("unix:path=" + folder.resolve("nothing"))).open(FACE, listener);
        assertEquals(false, next(there));
    }

    @Test
    void aSignThatIsTakenAwayLeavesTheBusAndSaysNothingMore() throws Exception {
        try (StandInWatcher watcher = new StandInWatcher(bus, true)) {
            String first = opened(watcher);
            tray.close();
            assertEquals(
                    List.of("boolean false"),
                    bus.call(
                            "org.freedesktop.DBus",
                            "/org/freedesktop/DBus",
                            "org.freedesktop.DBus.NameHasOwner",
                            "string:" + first));
            assertTrue(there.isEmpty());
            assertNotEquals(first, opened(watcher), "another sign has another name");
        }
    }
}

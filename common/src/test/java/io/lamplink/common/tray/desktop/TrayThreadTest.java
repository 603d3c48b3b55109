package io.lamplink.common.tray.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.tray.Tray;
import io.lamplink.common.tray.TrayChoice;
import io.lamplink.common.tray.TrayFace;
import io.lamplink.common.tray.TrayListener;
import io.lamplink.common.tray.TrayPicture;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class TrayThreadTest {
    private final BlockingQueue<String> did = new LinkedBlockingQueue<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final AtomicBoolean made = new AtomicBoolean();
    private final TrayListener listener = new TrayListener() {
        @Override
        public void there(boolean there) {
            did.add("there " + there);
        }

        @Override
        public void chosen(TrayChoice choice) {}
    };

    /** A desktop that takes its time. */
    private final class SlowTray implements Tray {
        @Override
        public boolean offered() {
            return true;
        }

        @Override
        public void open(TrayFace face, TrayListener told) {
            try {
                assertTrue(slow.await(120, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            did.add("open " + face.sentence() + " on a daemon "
                    + Thread.currentThread().isDaemon());
        }

        @Override
        public void show(TrayFace face) {
            did.add("show " + face.sentence());
        }

        @Override
        public void close() {
            did.add("close");
        }
    }

    private static TrayFace face(String sentence) {
        return new TrayFace("Lamplink", sentence, List.of(new TrayPicture(1, 0)), List.of());
    }

    private String next() throws InterruptedException {
        return String.valueOf(did.poll(120, TimeUnit.SECONDS));
    }

    @Test
    void nothingIsMadeBeforeASignIsWantedAndNobodyWaitsForIt() throws InterruptedException {
        Tray tray = new TrayThread(() -> {
            made.set(true);
            return new SlowTray();
        });
        tray.close();
        assertFalse(made.get());
        tray.open(face("a"), listener);
        tray.show(face("b"));
        tray.show(face("c"));
        tray.close();
        assertTrue(did.isEmpty());
        slow.countDown();
        assertEquals("open a on a daemon true", next());
        assertEquals("show c", next(), "of what waits the last counts");
        assertEquals("close", next());
    }

    @Test
    void aDesktopThatFailsHasNoTray() throws InterruptedException {
        Tray tray = new TrayThread(() -> {
            throw new IllegalStateException("no desktop");
        });
        tray.open(face("a"), listener);
        assertEquals("there false", next());
        tray.show(face("b"));
        tray.close();
        tray.open(face("c"), listener);
        assertEquals("there false", next());
    }
}

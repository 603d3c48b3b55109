package io.lamplink.common.tray.desktop;

import io.lamplink.common.tray.Tray;
import io.lamplink.common.tray.TrayFace;
import io.lamplink.common.tray.TrayListener;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tray whose calls may take a while, on a daemon thread: in their order, but of several faces that wait only the last. The
 * tray is made there too, with the first sign. The thread ends when there is nothing to do.
 */
final class TrayThread implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(TrayThread.class);
    private static final int IDLE_SECONDS = 10;

    private final Supplier<Tray> maker;
    private final AtomicReference<@Nullable TrayFace> waiting = new AtomicReference<>();
    private @Nullable ThreadPoolExecutor thread;
    private @Nullable Tray tray; // touched on that thread alone

    TrayThread(Supplier<Tray> maker) {
        this.maker = maker;
    }

    @Override
    public boolean offered() {
        return true;
    }

    @Override
    public void open(TrayFace face, TrayListener listener) {
        run(() -> {
            try {
                made().open(face, listener);
            } catch (RuntimeException | LinkageError e) {
                LOG.info("This desktop has no tray.", e);
                listener.there(false);
            }
        });
    }

    private Tray made() {
        Tray there = tray;
        if (there == null) {
            there = maker.get();
            tray = there;
        }
        return there;
    }

    @Override
    public void show(TrayFace face) {
        if (waiting.getAndSet(face) == null) {
            run(this::showLatest);
        }
    }

    private void showLatest() {
        TrayFace latest = waiting.getAndSet(null);
        Tray there = tray;
        if (latest != null && there != null) {
            there.show(latest);
        }
    }

    @Override
    public void close() {
        run(() -> {
            Tray there = tray;
            if (there != null) {
                there.close();
            }
        });
    }

    private void run(Runnable task) {
        if (thread == null) {
            thread = new ThreadPoolExecutor(
                    1,
                    1,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("lamplink-tray").factory());
            thread.allowCoreThreadTimeOut(true);
        }
        thread.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("The tray of this desktop did not do what it was asked.", e);
            }
        });
    }
}

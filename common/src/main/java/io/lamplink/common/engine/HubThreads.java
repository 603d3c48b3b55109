package io.lamplink.common.engine;

import io.lamplink.common.transfer.DaemonThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one program's links; all are daemons. */
final class HubThreads {
    private static final Logger LOG = LoggerFactory.getLogger(HubThreads.class);
    private static final int LANE_THREADS = 2;

    /** Disks do not get faster by more, but some of them may hang, and the others have to go on. */
    static final int DISK_THREADS = 128;

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

    private final ExecutorService lanes = Executors.newFixedThreadPool(LANE_THREADS, daemons("lamplink"));
    private final ExecutorService disk = DaemonThreads.atMost(DISK_THREADS, "lamplink-disk");
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(daemons("lamplink-clock"));

    /** For work that never waits. */
    ExecutorService lanes() {
        return lanes;
    }

    /** For work that may wait for a disk or a name server; what finds no thread free waits in line. */
    ExecutorService disk() {
        return disk;
    }

    /** Runs {@code task}, which must be quick, from now on every second. */
    void everySecond(Runnable task) {
        var _ = clock.scheduleAtFixedRate(task, 1, 1, TimeUnit.SECONDS);
    }

    /** Runs {@code task}, which must be quick, after {@code delay}; never once the clock has stopped. */
    void later(Duration delay, Runnable task) {
        try {
            var _ = clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("The clock has stopped.", e);
        }
    }

    /** No further seconds, and nothing {@link #later}. */
    void stopClock() {
        clock.shutdownNow();
    }

    boolean ended() {
        return lanes.isShutdown();
    }

    /** Waits for what is under way, and not for long. */
    void end() {
        try {
            for (ExecutorService threads : List.of(lanes, disk)) {
                threads.shutdown();
                if (!threads.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn("Some work did not end in time.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemons(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }
}

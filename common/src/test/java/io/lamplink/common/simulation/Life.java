package io.lamplink.common.simulation;

import io.lamplink.common.transfer.Lane;
import java.time.Duration;
import java.util.concurrent.Executor;

/** One run of a program, from its start until it is killed: then nothing it had planned happens any more. */
final class Life {
    private static final Duration SLOWEST_DISK = Duration.ofMillis(2);

    private final Executor pool;
    private final Executor disk;
    private final Lane home;
    private boolean killed;

    Life(Agenda agenda) {
        Executor quick = agenda.quick();
        Executor slow = agenda.slow(SLOWEST_DISK);
        pool = task -> quick.execute(() -> unlessKilled(task));
        disk = task -> slow.execute(() -> unlessKilled(task));
        home = new Lane(pool);
    }

    private void unlessKilled(Runnable task) {
        if (!killed) {
            task.run();
        }
    }

    Executor pool() {
        return pool;
    }

    Executor disk() {
        return disk;
    }

    /** Where the program's books are kept. */
    Lane home() {
        return home;
    }

    void kill() {
        killed = true;
    }

    boolean goesOn() {
        return !killed;
    }
}

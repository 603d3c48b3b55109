package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A crowd of tasks does not become a crowd of threads, and all of them run in the end. */
final class DaemonThreadsTest {
    private static final int MOST = 5;
    private static final int TASKS = 500;

    @Test
    void tasksBeyondTheBoundWaitInLineAndAllOfThemRun() throws InterruptedException {
        ThreadPoolExecutor pool = DaemonThreads.atMost(MOST, "test");
        CountDownLatch begun = new CountDownLatch(MOST);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(TASKS);
        for (int i = 0; i < TASKS; i++) {
            pool.execute(() -> {
                begun.countDown();
                await(goOn);
                all.countDown();
            });
        }
        await(begun);
        assertEquals(MOST, pool.getPoolSize());
        assertEquals(TASKS - MOST, pool.getQueue().size());
        goOn.countDown();
        await(all);
        assertEquals(MOST, pool.getLargestPoolSize());
        pool.shutdown();
    }

    /** Threads that have had nothing to do for a while leave just when a task that found them all there gets in line. */
    @Test
    void aTaskThatGetsInLineWhenTheLastThreadHasLeftRuns() throws InterruptedException {
        ThreadPoolExecutor pool = DaemonThreads.atMost(MOST, "test");
        CountDownLatch ran = new CountDownLatch(1);
        pool.getRejectedExecutionHandler().rejectedExecution(ran::countDown, pool);
        assertTrue(ran.await(5, TimeUnit.SECONDS));
        pool.shutdown();
    }

    /** Threads that take turns have cold caches; one that finds work at once has not. */
    @Test
    void oneTaskAfterAnotherNeedsFewThreads() throws InterruptedException, ExecutionException {
        ThreadPoolExecutor pool = DaemonThreads.atMost(TASKS, "test");
        for (int i = 0; i < TASKS; i++) {
            pool.submit(() -> {}).get();
        }
        assertTrue(pool.getLargestPoolSize() < TASKS / 2, "threads: " + pool.getLargestPoolSize());
        pool.shutdown();
    }

    @Test
    void aPoolThatHasEndedTakesNothing() {
        ThreadPoolExecutor pool = DaemonThreads.atMost(MOST, "test");
        pool.shutdown();
        assertThrows(RejectedExecutionException.class, () -> pool.execute(() -> {}));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(2, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

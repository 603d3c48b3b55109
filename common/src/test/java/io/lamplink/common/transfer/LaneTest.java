package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.simulation.ManualTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void tasksRunInTheOrderGivenWhateverThePoolDoes() {
        ManualTasks pool = ManualTasks.shuffledBy(new Random(1));
        Lane lane = new Lane(pool);
        Lane other = new Lane(pool);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int number = i;
            lane.execute(() -> order.add(number));
            other.execute(() -> {});
        }
        pool.runAll();
        assertEquals(java.util.stream.IntStream.range(0, 200).boxed().toList(), order);
    }

    @Test
    void aTaskGivenByATaskRunsAfterThoseThatWaitAlready() {
        ManualTasks pool = ManualTasks.inOrder();
        Lane lane = new Lane(pool);
        List<String> order = new ArrayList<>();
        lane.execute(() -> {
            order.add("first");
            lane.execute(() -> order.add("third"));
        });
        lane.execute(() -> order.add("second"));
        pool.runAll();
        assertEquals(List.of("first", "second", "third"), order);
    }

    @Test
    void aTaskCanHaveAnotherRunAtOnceAndOnlyATaskOfTheSameLane() {
        ManualTasks pool = ManualTasks.inOrder();
        Lane lane = new Lane(pool);
        Lane other = new Lane(pool);
        List<String> order = new ArrayList<>();
        lane.execute(() -> {
            lane.perform(() -> order.add("first"));
            other.perform(() -> order.add("fourth"));
            order.add("second");
        });
        lane.perform(() -> order.add("third"));
        assertEquals(List.of(), order);
        pool.runAll();
        assertEquals(List.of("first", "second", "third", "fourth"), order);
    }

    @Test
    void aTaskThatThrowsDoesNotStopTheLane() {
        ManualTasks pool = ManualTasks.inOrder();
        Lane lane = new Lane(pool);
        List<String> order = new ArrayList<>();
        lane.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        lane.execute(() -> {
            throw new AssertionError("on purpose");
        });
        lane.execute(() -> order.add("after"));
        pool.runAll();
        assertEquals(List.of("after"), order);
    }

    @Test
    void whatATaskThrowsGoesToTheHandlerOfItsThread() throws InterruptedException {
        ManualTasks pool = ManualTasks.inOrder();
        Lane lane = new Lane(pool);
        List<Throwable> handed = new ArrayList<>();
        RuntimeException error = new IllegalStateException("on purpose");
        lane.execute(() -> {
            throw error;
        });
        Thread thread = Thread.ofPlatform()
                .uncaughtExceptionHandler((_, thrown) -> handed.add(thrown))
                .start(pool::runAll);
        thread.join();
        assertEquals(List.of(error), handed);
    }

    @Test
    void aBusyLaneLetsOthersHaveTheirTurn() {
        ManualTasks pool = ManualTasks.inOrder();
        Lane busy = new Lane(pool);
        Lane other = new Lane(pool);
        AtomicInteger done = new AtomicInteger();
        List<Integer> doneBeforeOther = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            busy.execute(done::incrementAndGet);
        }
        other.execute(() -> doneBeforeOther.add(done.get()));
        pool.runAll();
        assertEquals(1000, done.get());
        assertTrue(doneBeforeOther.getFirst() < 100, "The other lane waited for " + doneBeforeOther + " tasks.");
    }

    @Test
    void anIdleLaneRunsATaskOnTheThreadThatAsksAndTheRestOnItsPool() {
        ManualTasks pool = ManualTasks.inOrder();
        Lane lane = new Lane(pool);
        List<String> order = new ArrayList<>();
        assertTrue(lane.tryRun(() -> {
            order.add("at once");
            lane.execute(() -> order.add("later"));
        }));
        assertEquals(List.of("at once"), order);
        pool.runAll();
        assertEquals(List.of("at once", "later"), order);
        assertTrue(lane.tryRun(() -> order.add("again")), "the lane is idle again");
    }

    @Test
    void aLaneWithATaskRunsNoOtherBeforeIt() {
        ManualTasks pool = ManualTasks.inOrder();
        Lane lane = new Lane(pool);
        List<String> order = new ArrayList<>();
        lane.execute(() -> order.add("first"));
        assertFalse(lane.tryRun(() -> order.add("out of turn")));
        pool.runAll();
        assertEquals(List.of("first"), order);
    }

    @Test
    void aTaskThatThrowsWhereItWasAskedForDoesNotStopTheLane() {
        Lane lane = new Lane(ManualTasks.inOrder());
        assertTrue(lane.tryRun(() -> {
            throw new IllegalStateException("on purpose");
        }));
        assertTrue(lane.tryRun(() -> {}));
    }

    @Test
    void tasksOfOneLaneNeverOverlapOnRealThreads() throws InterruptedException {
        int producers = 4;
        int each = 2000;
        int[] unguarded = new int[1];
        List<Integer> lastOfProducer = new ArrayList<>(List.of(-1, -1, -1, -1));
        AtomicInteger outOfOrder = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(producers * each);
        try (ExecutorService pool = Executors.newFixedThreadPool(4);
                ExecutorService callers = Executors.newFixedThreadPool(producers)) {
            Lane lane = new Lane(pool);
            for (int p = 0; p < producers; p++) {
                int producer = p;
                callers.execute(() -> {
                    for (int i = 0; i < each; i++) {
                        int number = i;
                        Runnable task = () -> {
                            unguarded[0]++;
                            outOfOrder.addAndGet(lastOfProducer.set(producer, number) == number - 1 ? 0 : 1);
                            all.countDown();
                        };
                        if (number % 2 == 0 || !lane.tryRun(task)) {
                            lane.execute(task);
                        }
                    }
                });
            }
            assertTrue(all.await(120, TimeUnit.SECONDS));
        }
        assertEquals(producers * each, unguarded[0]);
        assertEquals(0, outOfOrder.get());
    }

    @Test
    void aPoolThatHasEndedDropsTasksInsteadOfFailingTheCaller() {
        boolean[] ended = new boolean[1];
        ManualTasks tasks = ManualTasks.inOrder();
        Lane lane = new Lane(task -> {
            if (ended[0]) {
                throw new RejectedExecutionException("ended");
            }
            tasks.execute(task);
        });
        List<String> ran = new ArrayList<>();
        ended[0] = true;
        assertDoesNotThrow(() -> lane.execute(() -> ran.add("dropped")));
        ended[0] = false;
        lane.execute(() -> ran.add("ran"));
        tasks.runAll();
        assertEquals(List.of("ran"), ran);
        assertFalse(tasks.runOne());
    }
}

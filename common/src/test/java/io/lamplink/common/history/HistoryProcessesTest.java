package io.lamplink.common.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs on one file, and one that is killed. */
final class HistoryProcessesTest {

    /** A race of two that begin was lost once in some thirty rounds. */
    private static final int ROUNDS = 60;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @Test
    void twoProgramsKeepEverythingInOneFile() throws Exception {
        Path file = folder.resolve("client-history.db");
        Process first = start(file, "first", 1_000);
        Process second = start(file, "second", 1_000);
        assertEquals("1000", last(first));
        assertEquals("1000", last(second));
        try (History history = new History(file, Keeping.EVERYTHING)) {
            List<String> texts = HistoryFixture.texts(HistoryFixture.get(history.before(Long.MAX_VALUE, 5_000)));
            assertEquals(2_000, texts.size());
            for (String name : List.of("first", "second")) {
                assertEquals(
                        IntStream.rangeClosed(1, 1_000)
                                .mapToObj(i -> name + " " + i)
                                .toList(),
                        texts.stream().filter(text -> text.startsWith(name)).toList());
            }
        }
    }

    @Test
    void programsThatBeginAndEndAHistoryTogetherAreNotInEachOthersWay() throws Exception {
        Queue<HistoryEvent> troubles = new ConcurrentLinkedQueue<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Path file = folder.resolve("history-" + round + ".db");
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService programs = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> both = Stream.of("first", "second")
                        .<Future<?>>map(name -> programs.submit(() -> keepOne(file, name, together, troubles)))
                        .toList();
                for (Future<?> one : both) {
                    one.get();
                }
            }
            try (History history = new History(file, Keeping.EVERYTHING)) {
                List<String> texts = HistoryFixture.texts(HistoryFixture.get(history.before(Long.MAX_VALUE, 10)));
                assertEquals(List.of("first", "second"), texts.stream().sorted().toList());
            }
        }
        assertEquals(List.of(), List.copyOf(troubles));
    }

    private static @Nullable Void keepOne(Path file, String name, CyclicBarrier together, Queue<HistoryEvent> troubles)
            throws Exception {
        together.await();
        try (History history = new History(file, Keeping.EVERYTHING)) {
            history.addListener(troubles::add);
            history.add(HistoryFixture.heard(name));
            HistoryFixture.get(history.flushed());
        }
        return null;
    }

    @Test
    void aProgramThatIsKilledLosesNothingThatWasWritten() throws Exception {
        Path file = folder.resolve("client-history.db");
        int written = 0;
        Process process = start(file, "mortal", Integer.MAX_VALUE);
        try (BufferedReader lines = process.inputReader()) {
            while (written < 500) {
                written = Integer.parseInt(String.valueOf(lines.readLine()));
            }
            process.destroyForcibly().waitFor();
        }
        List<HistoryEvent> events = new ArrayList<>();
        try (History history = new History(file, Keeping.EVERYTHING)) {
            history.addListener(events::add);
            List<String> texts = HistoryFixture.texts(HistoryFixture.get(history.before(Long.MAX_VALUE, 1_000_000)));
            assertTrue(texts.size() >= written, () -> "kept " + texts.size());
            assertEquals(
                    IntStream.rangeClosed(1, texts.size())
                            .mapToObj(i -> "mortal " + i)
                            .toList(),
                    texts);
            assertEquals(1, HistoryFixture.get(history.count(HistoryQuery.of("mortal " + written))));
        }
        assertEquals(List.of(), events);
    }

    private Process start(Path file, String name, int count) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.tmpdir=" + System.getProperty("org.sqlite.tmpdir", folder.toString()),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HistoryProcess.class.getName(),
                        file.toString(),
                        name,
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }

    private static String last(Process process) throws Exception {
        List<String> lines = process.inputReader().lines().toList();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return lines.getLast();
    }

    @org.junit.jupiter.api.AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }
}

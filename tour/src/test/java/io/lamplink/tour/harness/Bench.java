package io.lamplink.tour.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What one test needs: a folder, processes, peers. Afterwards everything is ended and removed, whatever happened, and
 * every process must have written events and nothing else.
 */
public final class Bench implements BeforeEachCallback, AfterEachCallback {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<HeadlessProcess> processes = new ArrayList<>();
    private final List<HeadlessProcess> killable = new ArrayList<>();
    private Path folder;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("lamplink-test");
    }

    /** A folder of this test, made if need be. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** A path within this test's folder, at which nothing is made. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** A new file with reproducible bytes that look random, in the folder {@code from}. */
    public Path file(String name, long size) throws IOException {
        return TestFile.make(folder("from").resolve(name), size);
    }

    /** What is to be closed when the test ends. */
    public <T extends AutoCloseable> T with(T closeable) {
        open.push(closeable);
        return closeable;
    }

    /** The server on a free port of this machine. */
    public HeadlessProcess server(Object... arguments) throws IOException {
        return start(Program.SERVER, List.of(), join(List.of("--address", "127.0.0.1", "--port", "0"), arguments));
    }

    /** The client, connected to {@code port} of this machine. */
    public HeadlessProcess client(int port, Object... arguments) throws IOException {
        return start(Program.CLIENT, List.of(), join(List.of("--connect", "ws://127.0.0.1:" + port), arguments));
    }

    /** Either program with whatever arguments. */
    public HeadlessProcess start(Program program, List<String> javaOptions, List<String> arguments) throws IOException {
        Path home = folder("home-" + processes.size());
        HeadlessProcess process = HeadlessProcess.start(program, home, javaOptions, arguments.toArray(String[]::new));
        processes.add(process);
        return with(process);
    }

    /** Either program in a home of that name, which it may share with others that ran before it. */
    public HeadlessProcess startIn(String home, Program program, List<String> arguments) throws IOException {
        HeadlessProcess process =
                HeadlessProcess.start(program, folder("home-" + home), List.of(), arguments.toArray(String[]::new));
        killable.add(process);
        return with(process);
    }

    private static List<String> join(List<String> first, Object... more) {
        List<String> all = new ArrayList<>(first);
        for (Object argument : more) {
            all.add(argument.toString());
        }
        return all;
    }

    /** Spool files in the homes of all processes, which may remove some of them meanwhile. */
    public List<Path> leftovers() throws IOException {
        List<Path> left = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".part")) {
                    left.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return left;
    }

    /**
     * Waits until no process keeps anything in its home. A program tells of the end of a transfer at once, and removes
     * afterwards what is left of it: a disk that hangs would hide the end otherwise.
     */
    public void awaitNoLeftovers() throws IOException {
        long deadline = System.nanoTime() + Journal.PATIENCE.toNanos();
        for (List<Path> left = leftovers(); !left.isEmpty(); left = leftovers()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("Spool files were not removed: " + left);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        context.getExecutionException().ifPresent(failure -> {
            processes.forEach(System.err::println);
            killable.stream().skip(Math.max(0, killable.size() - 4)).forEach(System.err::println);
        });
        try {
            for (AutoCloseable closeable : open) {
                closeable.close();
            }
            for (HeadlessProcess process : processes) {
                assertEquals(List.of(), process.violations().all(), "lines on standard output that are no events");
            }
        } finally {
            TestFile.removeAll(folder);
        }
    }
}

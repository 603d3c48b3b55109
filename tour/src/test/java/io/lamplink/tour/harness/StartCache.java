package io.lamplink.tour.harness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A cache of the programs' classes, with which they start in half the time, as those that are packaged do. The first process of
 * tests that starts a program lets both talk once, and Java write it; it serves until a jar changes.
 */
final class StartCache {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).resolve("target").toAbsolutePath();

    /** What the caches were made from; written when they are there. */
    private static final Path KEY = FOLDER.resolve("start.key");

    private static final Map<Program, List<String>> options = new EnumMap<>(Program.class);

    private StartCache() {}

    /** What {@code program} is to be started with, on this module path. */
    static synchronized List<String> options(Program program, List<Path> modules) throws IOException {
        if (options.isEmpty()) {
            boolean jars = modules.stream().allMatch(Files::isRegularFile);
            if (jars) { // Java caches nothing of what lies in folders.
                makeIfNeeded(modules);
            }
            Arrays.stream(Program.values()).forEach(each -> options.put(each, jars ? with(each) : List.of()));
        }
        return Objects.requireNonNull(options.get(program));
    }

    /** Java would tell on standard output what it does with a cache, where events belong. */
    private static List<String> with(Program program) {
        return List.of("-XX:AOTCache=" + in(FOLDER, program), "-Xlog:aot*=off", "-Xlog:cds*=off");
    }

    private static Path in(Path folder, Program program) {
        return folder.resolve("start-" + program + ".aot");
    }

    /** Of several processes of tests one makes it, and the others wait. */
    private static void makeIfNeeded(List<Path> modules) throws IOException {
        String key = key(modules);
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve("start.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!Files.exists(KEY) || !Files.readString(KEY).equals(key)) {
                make();
                Files.writeString(KEY, key);
            }
        }
    }

    private static String key(List<Path> modules) throws IOException {
        List<String> lines = new ArrayList<>(
                List.of(System.getProperty("java.home"), Runtime.version().toString()));
        for (Path module : modules) {
            lines.add(module + " " + Files.size(module) + " " + Files.getLastModifiedTime(module));
        }
        return String.join("\n", lines);
    }

    private static void make() throws IOException {
        Path home = Files.createTempDirectory("lamplink-start");
        try {
            talk(home);
            for (Program program : Program.values()) {
                Files.move(in(home, program), in(FOLDER, program), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            TestFile.removeAll(home);
        }
    }

    /** What most tests do: a text each, a file, and an end. */
    private static void talk(Path home) throws IOException, InterruptedException {
        Path file = TestFile.make(home.resolve("file.bin"), 3_000_000);
        String inbox = home.resolve("inbox").toString();
        try (HeadlessProcess server = start(
                        home,
                        Program.SERVER,
                        List.of("--address", "127.0.0.1", "--port", "0"),
                        List.of("--say", "hi", "--send", file.toString(), "--exit-when-done"));
                HeadlessProcess client = start(
                        home,
                        Program.CLIENT,
                        List.of("--connect", "ws://127.0.0.1:" + server.port(), "--say", "hi"),
                        List.of("--receive-to", inbox, "--exit-after-files", "1"))) {
            client.awaitExit();
            server.awaitExit();
        }
    }

    private static HeadlessProcess start(Path home, Program program, List<String> where, List<String> what)
            throws IOException {
        List<String> arguments = new ArrayList<>(where);
        arguments.addAll(what);
        return HeadlessProcess.startWith(
                List.of("-XX:AOTCacheOutput=" + in(home, program)),
                program,
                Files.createDirectories(home.resolve(program.name())),
                arguments.toArray(String[]::new));
    }
}

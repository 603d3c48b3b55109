package io.lamplink.tour.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One of the real programs in a process of its own, without a window: what it writes on standard output is read line by
 * line as it comes, and whatever is not an event there is kept as a violation.
 */
public final class HeadlessProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Program program;
    private final Process process;
    private final Journal<JsonLine> events;
    private final Journal<String> log;
    private final Journal<String> violations = new Journal<>("Lines on standard output that are no events");
    private final Thread outReader;
    private final Thread errReader;

    private HeadlessProcess(Program program, Process process) {
        this.program = program;
        this.process = process;
        events = new Journal<>("The events of the " + program + " process");
        log = new Journal<>("The log of the " + program + " process");
        outReader = reader(process.getInputStream(), this::takeEvent, events);
        errReader = reader(process.getErrorStream(), log::add, log);
    }

    /**
     * Starts a program.
     *
     * @param home an existing folder that it takes for its user's home, so that it leaves nothing elsewhere
     * @param javaOptions besides those for a quick start
     */
    public static HeadlessProcess start(Program program, Path home, List<String> javaOptions, String... arguments)
            throws IOException {
        List<String> options = new ArrayList<>(StartCache.options(program, modules()));
        options.addAll(javaOptions);
        return startWith(options, program, home, arguments);
    }

    /** The same without a cache of classes, unless the options name one. */
    static HeadlessProcess startWith(List<String> javaOptions, Program program, Path home, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms64m", "-Xmn32m", "-XX:SurvivorRatio=2"));
        command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Duser.language=en"));
        command.addAll(
                List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp"))));
        command.addAll(javaOptions);
        command.addAll(List.of("-p", modulePath(modules()), "-m", program.mainClass(), "--headless"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        redirectHome(builder.environment(), home);
        return new HeadlessProcess(program, builder.start());
    }

    private static void redirectHome(Map<String, String> environment, Path home) {
        environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.endsWith("JAVA_OPTIONS"));
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.remove("DISPLAY");
        environment.put("HOME", home.toString());
        environment.put("APPDATA", home.toString());
        environment.put("LOCALAPPDATA", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
    }

    /** What the tests themselves run on, as modules, as the programs are shipped; tests and this module stay out. */
    private static List<Path> modules() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(test-classes|-tests\\.jar|tour.target.classes)"))
                .filter(entry -> !entry.matches(".*(surefire|junit|archunit|opentest4j|apiguardian|jazzer).*\\.jar"))
                .map(Path::of)
                .toList();
    }

    private static String modulePath(List<Path> modules) {
        return modules.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Thread reader(InputStream in, java.util.function.Consumer<String> taker, Journal<?> journal) {
        return Thread.ofPlatform().daemon().start(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                lines.lines().forEach(taker);
            } catch (IOException | java.io.UncheckedIOException e) {
                // The process was killed.
            }
            journal.end();
        });
    }

    private void takeEvent(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (json.isObject() && json.path("event").isTextual()) {
                events.add(new JsonLine(json, System.nanoTime()));
                return;
            }
        } catch (JsonProcessingException e) {
            // It is a violation like any other.
        }
        violations.add(line);
    }

    /** Which of the two it is. */
    public Program program() {
        return program;
    }

    /** All its events so far. */
    public Journal<JsonLine> events() {
        return events;
    }

    /** What it writes on standard error. */
    public Journal<String> log() {
        return log;
    }

    /** Lines on standard output that are no events; there must be none. */
    public Journal<String> violations() {
        return violations;
    }

    /** The first event of that name, now or later. */
    public JsonLine await(String event) {
        return await(event, any -> true);
    }

    /** The first such event of that name, now or later. */
    public JsonLine await(String event, Predicate<JsonLine> which) {
        return events.await("\"" + event + "\"", line -> line.is(event) && which.test(line));
    }

    /** The first {@code count} events of that name. */
    public List<JsonLine> await(String event, int count) {
        return events.await(count + " × \"" + event + "\"", count, line -> line.is(event));
    }

    /** All events of that name so far. */
    public List<JsonLine> all(String event) {
        return events.all(line -> line.is(event));
    }

    /** The server's port, when it listens. */
    public int port() {
        return (int) await("listening").number("port");
    }

    /** Its exit status, when it has ended by itself and all that it wrote has been read. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(Journal.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The " + program + " process did not end.\n" + this);
        }
        outReader.join(Journal.PATIENCE);
        errReader.join(Journal.PATIENCE);
        return process.exitValue();
    }

    /** Asks it to end, as a system does that shuts down; answers with its exit status. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    /** Ends it without warning, as a crash would. */
    public void kill() {
        process.destroyForcibly();
    }

    /** The same, and is sure that it is gone. */
    public void killAndWait() throws InterruptedException {
        kill();
        process.waitFor(Journal.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Whether it ends by itself before so much time has passed. */
    public boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** The highest resident memory it ever had, in kB, by Linux' own account. */
    public long peakResidentKilobytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(Journal.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            outReader.join(Journal.PATIENCE);
            errReader.join(Journal.PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return events + "\n" + log + "\n" + violations;
    }
}

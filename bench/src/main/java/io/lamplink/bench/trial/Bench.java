package io.lamplink.bench.trial;

import io.lamplink.bench.figures.Results;
import io.lamplink.bench.process.BenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run of the bench. */
public final class Bench {
    private static final Set<Part> THROUGHPUT =
            Set.of(Part.PUSH, Part.UPLOAD, Part.WINDOWS, Part.QT, Part.TLS, Part.TEN);

    private final Plan plan;
    private final Set<Part> parts;
    private final Path folder;
    private final Consumer<String> progress;
    private final Results results = new Results();
    private boolean complete = true;

    /**
     * A run that has not begun.
     *
     * @param folder where files are made and received; it is emptied afterwards
     * @param progress is told what is measured now
     */
    public Bench(Plan plan, Set<Part> parts, Path folder, Consumer<String> progress) {
        this.plan = plan;
        this.parts = Set.copyOf(parts);
        this.folder = folder;
        this.progress = progress;
    }

    /** The seed of all files. */
    public static long seed() {
        return Source.SEED;
    }

    /** Measures. */
    public Results run() throws IOException {
        Files.createDirectories(folder);
        try {
            measure();
        } finally {
            empty();
        }
        return results;
    }

    /** Has everything happen at once for {@code time}, and measures nothing else. */
    public Results soak(Duration time) throws IOException {
        Files.createDirectories(folder);
        try {
            attempt("The soak", () -> new Soak(plan, time, folder, results, progress).run());
        } finally {
            empty();
        }
        return results;
    }

    private void measure() throws IOException {
        if (parts.stream().anyMatch(THROUGHPUT::contains)) {
            attempt("Throughput", () -> new Throughput(plan, parts, folder, results, progress).run());
        }
        CrowdTalk talk = new CrowdTalk(plan, folder, results, progress);
        attempt(Part.CROWD, talk::crowd);
        attempt(Part.BROADCAST, talk::broadcast);
        if (parts.contains(Part.TWENTY) || parts.contains(Part.STALLED)) {
            attempt("One file to many", () -> new OneToMany(plan, parts, folder, results, progress).run());
        }
        SlowLinks links = new SlowLinks(plan, folder, results, progress);
        attempt(Part.MEMORY, () -> new Memory(plan, folder, results, progress).run());
        attempt(Part.CHAT, () -> new Chat(plan, folder, results, progress).run());
        attempt(Part.SLOW100, () -> links.near(100));
        attempt(Part.SLOW10, () -> links.near(10));
        attempt(Part.FAR, links::far);
        attempt(Part.LOG, () -> new LogFigures(plan, folder, results, progress).run());
        attempt(Part.JMH, () -> {
            progress.accept("small parts: JMH");
            new SmallParts(folder, results).run();
        });
    }

    @FunctionalInterface
    private interface Measurement {
        void run() throws IOException;
    }

    private void attempt(Part part, Measurement measurement) throws IOException {
        if (parts.contains(part)) {
            attempt("The part '" + part.token() + "'", measurement);
        }
    }

    /** What cannot be measured is told, and keeps nothing else from being measured. */
    private void attempt(String what, Measurement measurement) throws IOException {
        try {
            measurement.run();
        } catch (BenchException e) {
            complete = false;
            results.remark(what + " could not be measured: " + e.getMessage());
        }
    }

    /** Whether everything that was asked for has been measured. */
    public boolean complete() {
        return complete;
    }

    private void empty() throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}

package io.lamplink.bench.trial;

import io.lamplink.bench.figures.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run of the bench. */
public final class Bench {
    private static final Set<Part> THROUGHPUT = Set.of(Part.PUSH, Part.UPLOAD, Part.WINDOWS, Part.QT, Part.TEN);

    private final Plan plan;
    private final Set<Part> parts;
    private final Path folder;
    private final Consumer<String> progress;
    private final Results results = new Results();

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

    private void measure() throws IOException {
        if (parts.stream().anyMatch(THROUGHPUT::contains)) {
            new Throughput(plan, parts, folder, results, progress).run();
        }
        if (parts.contains(Part.MEMORY)) {
            new Memory(plan, folder, results, progress).run();
        }
        if (parts.contains(Part.CHAT)) {
            new Chat(plan, folder, results, progress).run();
        }
        measureLinks(new SlowLinks(plan, folder, results, progress));
        if (parts.contains(Part.JMH)) {
            progress.accept("small parts: JMH");
            new SmallParts(folder, results).run();
        }
    }

    private void measureLinks(SlowLinks links) throws IOException {
        if (parts.contains(Part.SLOW100)) {
            links.near(100);
        }
        if (parts.contains(Part.SLOW10)) {
            links.near(10);
        }
        if (parts.contains(Part.FAR)) {
            links.far();
        }
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

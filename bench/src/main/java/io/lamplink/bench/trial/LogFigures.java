package io.lamplink.bench.trial;

import io.lamplink.bench.figures.Results;
import io.lamplink.bench.figures.Row;
import io.lamplink.bench.figures.Series;
import io.lamplink.bench.figures.Target;
import io.lamplink.bench.process.WorkerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** How long the frames of a real window take while many messages come and are scrolled through, and what a long past costs. */
final class LogFigures {
    private static final int MANY = 200_000;
    private static final int FEW = 20_000;
    private static final int EACH_PULSE = 100;
    private static final int WARM_UP = 300;
    /** Lines of the program count too, and the log lets go of many at once when it is full. */
    private static final int ROOM = 10;

    private static final int SCROLLS = 600;
    private static final int PIXELS = 120;
    private static final int SEARCHES = 20;
    private static final double FRAME = 16;
    private static final int P99 = 99;

    /** How often a window starts each way in a round. */
    private static final int STARTS = 2;

    /** One that a few have, one that all have, one that a third of a page has, in Chinese, and one that nobody has. */
    private static final List<String> WORDS =
            List.of("chrysanthemum", "message", "second line", "讲义", "nobody wrote this");

    private final Plan plan;
    private final Path folder;
    private final Results results;
    private final Consumer<String> progress;
    private final int many;

    LogFigures(Plan plan, Path folder, Results results, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.results = results;
        this.progress = progress;
        this.many = plan.quick() ? FEW : MANY;
    }

    void run() throws IOException {
        Path past = Files.createDirectories(folder.resolve("past"));
        frames(past);
        fillAndSearch(past);
        start(past);
    }

    private void frames(Path past) {
        progress.accept("log: frames with " + many + " messages");
        try (Cast cast = new Cast(past)) {
            WorkerProcess window = cast.logWindow(false);
            window.await("shown");
            window.tell("append", WARM_UP, 1);
            window.await("frames");
            window.tell("append", (many - WARM_UP) / EACH_PULSE - ROOM, EACH_PULSE);
            frames("appending to " + many + " messages, " + EACH_PULSE + " each frame", window);
            window.tell("scroll", SCROLLS, PIXELS);
            frames("scrolling in " + many + " messages", window);
        }
    }

    private void frames(String what, WorkerProcess window) {
        Series millis = series(window.await("frames"));
        results.add(new Row("time of a frame: " + what, millis, "ms"));
        results.add(Target.atMost("time of a frame p99: " + what, FRAME, millis.percentile(P99), "ms"));
    }

    private void fillAndSearch(Path past) {
        progress.accept("log: a history of " + many + " messages, and searching it");
        List<Double> medians = new ArrayList<>();
        try (Cast cast = new Cast(past)) {
            WorkerProcess history = cast.past();
            history.tell("fill", many);
            history.await("filled");
            for (String words : WORDS) {
                history.tell("search", SEARCHES, words);
                Series millis = series(history.await("found"));
                results.add(new Row("searching " + many + " messages for “" + words + "”", millis, "ms"));
                medians.add(millis.median());
            }
        }
        double worst = new Series(medians).max();
        results.add(Target.atMost("searching " + many + " messages, the slowest of the words", 50, worst, "ms"));
    }

    /** In turns, so that both have the same luck; each is a new process. */
    private void start(Path past) {
        Path cache = train(past);
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            progress.accept("log: starting with a history and without, round " + round + " of " + plan.rounds());
            for (int i = 0; i < STARTS; i++) {
                with.add(shown(past, true, cache));
                without.add(shown(past, false, cache));
            }
        }
        Row full = new Row("until a window with a history of " + many + " messages is drawn", new Series(with), "ms");
        Row none = new Row("until a window without is drawn", new Series(without), "ms");
        results.add(full);
        results.add(none);
        double more = full.runs().median() - none.runs().median();
        results.add(Target.atMost("start with a history of " + many + " messages − without", 200, more, "ms"));
    }

    /** A window that is installed, or started a second time, has a cache of its classes; so have these. */
    private Path train(Path past) {
        progress.accept("log: a first start, which leaves a cache of the window's classes");
        Path cache = past.resolve("window.aot");
        try (Cast cast = new Cast(past)) {
            cast.trainedLogWindow(cache).await("shown");
        }
        return cache;
    }

    private static double shown(Path past, boolean history, Path cache) {
        try (Cast cast = new Cast(past)) {
            return Double.parseDouble(
                    cast.logWindow(history, cache).await("shown").getFirst());
        }
    }

    private static Series series(List<String> report) {
        return new Series(Arrays.stream(report.getFirst().split(" ", -1))
                .map(Double::valueOf)
                .toList());
    }
}

package io.lamplink.bench.trial;

import io.lamplink.bench.figures.Delays;
import io.lamplink.bench.figures.Series;
import io.lamplink.bench.process.WorkerProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Texts in both directions of a link at even intervals, and how long they take. */
final class Conversation {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Cast.Pair pair;
    private final int interval;
    private final List<Double> withFile = new ArrayList<>();
    private final List<Double> againstFile = new ArrayList<>();

    /** Between the two of {@code pair}, each saying something every {@code interval} milliseconds. */
    Conversation(Cast.Pair pair, int interval) {
        this.pair = pair;
        this.interval = interval;
    }

    /** Both begin to talk and say {@code count} texts each, unless they are hushed before. */
    void begin(long count) {
        sides().forEach(side -> side.tell("texts", count, interval));
    }

    /** Both begin to talk. */
    void begin() {
        begin(Long.MAX_VALUE);
    }

    /** Whether both have said everything and all of it was delivered. */
    boolean over() {
        return sides().stream().allMatch(side -> side.has("texts"));
    }

    /** Both say nothing more. */
    void hush() {
        sides().forEach(side -> side.tell("hush"));
    }

    /** Waits until all is delivered. */
    void finish() {
        withFile.addAll(times(pair.listening()));
        againstFile.addAll(times(pair.connecting()));
    }

    /** The texts of the server, which go the way that a pushed file goes. */
    Delays withFile(String name) {
        return new Delays(name, new Series(withFile));
    }

    /** The texts of the client. */
    Delays againstFile(String name) {
        return new Delays(name, new Series(againstFile));
    }

    /** All texts. */
    Delays both(String name) {
        List<Double> all = new ArrayList<>(withFile);
        all.addAll(againstFile);
        return new Delays(name, new Series(all));
    }

    private List<WorkerProcess> sides() {
        return List.of(pair.listening(), pair.connecting());
    }

    private static List<Double> times(WorkerProcess side) {
        return Arrays.stream(side.await("texts").getFirst().split(","))
                .map(nanos -> Long.parseLong(nanos) / NANOS_PER_MILLI)
                .toList();
    }
}

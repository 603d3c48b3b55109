package io.lamplink.bench.figures;

import java.util.ArrayList;
import java.util.List;

/** Everything that one run of the bench has found, in the order in which it was found. Used by one thread. */
public final class Results {
    private final List<Target> targets = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Delays> delays = new ArrayList<>();
    private final List<SmallPart> smallParts = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * One bar of the plot.
     *
     * @param name what was measured
     * @param ratio to the reference, median
     * @param rate in MB/s, median
     * @param target what the ratio should reach; 0 for nothing
     */
    public record Bar(String name, double ratio, double rate, double target) {}

    /**
     * How long one small part takes.
     *
     * @param name what is done
     * @param time one of it, mean, in {@code unit}
     * @param error half of the interval in which the mean lies with 99.9 %
     */
    public record SmallPart(String name, double time, double error, String unit) {}

    /** Adds a value that has a target. */
    public void add(Target target) {
        targets.add(target);
    }

    /** Adds a figure with its runs. */
    public void add(Row row) {
        rows.add(row);
    }

    /** Adds a bar to the plot. */
    public void add(Bar bar) {
        bars.add(bar);
    }

    /** Adds the times of texts. */
    public void add(Delays texts) {
        delays.add(texts);
    }

    /** Adds a figure of a small part. */
    public void add(SmallPart part) {
        smallParts.add(part);
    }

    /** Adds a sentence that a reader should know. */
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    /** The values that have a target. */
    public List<Target> targets() {
        return List.copyOf(targets);
    }

    /** All figures. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** The bars of the plot. */
    public List<Bar> bars() {
        return List.copyOf(bars);
    }

    /** The times of texts. */
    public List<Delays> delays() {
        return List.copyOf(delays);
    }

    /** The figures of the small parts. */
    public List<SmallPart> smallParts() {
        return List.copyOf(smallParts);
    }

    /** What a reader should know. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }
}

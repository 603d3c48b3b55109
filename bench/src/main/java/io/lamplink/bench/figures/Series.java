package io.lamplink.bench.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same thing measured several times.
 *
 * @param values in the order in which they were measured; at least one
 */
public record Series(List<Double> values) {
    public Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured.");
        }
    }

    /** The values as a series. */
    public static Series of(double... values) {
        return new Series(Arrays.stream(values).boxed().toList());
    }

    /** The value in the middle, or between the two in the middle. */
    public double median() {
        List<Double> sorted = sorted();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The least value. */
    public double min() {
        return sorted().getFirst();
    }

    /** The greatest value. */
    public double max() {
        return sorted().getLast();
    }

    /**
     * The least of the values that so many per cent of all do not exceed (nearest rank).
     *
     * @param percent above 0, at most 100
     */
    public double percentile(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("There is no percentile " + percent + ".");
        }
        int rank = (int) Math.ceil(percent / 100 * values.size());
        return sorted().get(rank - 1);
    }

    /** Each value divided by the one of {@code other} that was measured at the same place. */
    public Series dividedBy(Series other) {
        if (values.size() != other.values.size()) {
            throw new IllegalArgumentException("Only series of the same length have neighbours.");
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return new Series(ratios);
    }

    /** Each value divided by {@code divisor}. */
    public Series dividedBy(double divisor) {
        return new Series(values.stream().map(value -> value / divisor).toList());
    }

    private List<Double> sorted() {
        return values.stream().sorted().toList();
    }
}

package io.lamplink.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where values are on an axis.
 *
 * @param logarithmic whether equal ratios take equal lengths, rather than equal differences
 * @param start the value at {@code from}
 * @param end the value at {@code to}
 */
record Scale(boolean logarithmic, double start, double end, double from, double to) {

    /** Equal differences take equal lengths. */
    static Scale linear(double start, double end, double from, double to) {
        return new Scale(false, start, end, from, to);
    }

    /** Equal ratios take equal lengths; from and to 1, 2 or 5 times a power of ten, with {@code least} and {@code most} between. */
    static Scale logarithmic(double least, double most, double from, double to) {
        double start = 1 / roundUp(1 / least);
        double end = roundUp(most);
        return new Scale(true, start, end > start ? end : 10 * start, from, to);
    }

    /** The least of 1, 2 and 5 times a power of ten that is not below {@code value}. */
    private static double roundUp(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        for (int step : new int[] {1, 2, 5}) {
            if (value <= step * decade) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    /** Of a logarithmic scale: 1, 2 and 5 times each power of ten on it, ends included. */
    List<Double> steps() {
        List<Double> steps = new ArrayList<>();
        double roundingErrors = 1 + 1e-9;
        for (double step = start; step <= end * roundingErrors; step = roundUp(step * roundingErrors)) {
            steps.add(step);
        }
        return steps;
    }

    /** Where {@code value} is. */
    double at(double value) {
        double share = logarithmic ? Math.log(value / start) / Math.log(end / start) : (value - start) / (end - start);
        return from + share * (to - from);
    }
}

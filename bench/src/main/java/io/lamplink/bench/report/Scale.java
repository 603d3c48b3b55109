package io.lamplink.bench.report;

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

    /** Equal ratios take equal lengths, from a power of ten to another, with {@code least} and {@code most} between them. */
    static Scale decades(double least, double most, double from, double to) {
        double low = Math.floor(Math.log10(least));
        double high = Math.max(low + 1, Math.ceil(Math.log10(most)));
        return new Scale(true, Math.pow(10, low), Math.pow(10, high), from, to);
    }

    /** Where {@code value} is. */
    double at(double value) {
        double share = logarithmic ? Math.log(value / start) / Math.log(end / start) : (value - start) / (end - start);
        return from + share * (to - from);
    }
}

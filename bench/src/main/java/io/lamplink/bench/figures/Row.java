package io.lamplink.bench.figures;

/**
 * One figure with all its runs.
 *
 * @param name what was measured
 * @param runs the runs, in {@code unit}
 * @param unit of the runs, empty for a ratio
 */
public record Row(String name, Series runs, String unit) {}

package io.lamplink.bench.figures;

/**
 * How long texts took, from the asking to the acknowledgement.
 *
 * @param name where and during what
 * @param millis one value a text
 */
public record Delays(String name, Series millis) {

    /** What half of the texts do not exceed, in milliseconds. */
    public double p50() {
        return millis.percentile(50);
    }

    /** What 99 of 100 texts do not exceed, in milliseconds. */
    public double p99() {
        return millis.percentile(99);
    }
}

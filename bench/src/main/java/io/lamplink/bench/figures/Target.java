package io.lamplink.bench.figures;

import java.util.Locale;

/**
 * A measured value beside what it should be.
 *
 * @param name what is measured
 * @param bound what it should be
 * @param limit the value that it should reach or keep below
 * @param measured what it is
 * @param unit of both values, empty for a ratio
 */
public record Target(String name, Bound bound, double limit, double measured, String unit) {

    /** Which side of the limit is good. */
    public enum Bound {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    /** A value that should reach {@code limit}. */
    public static Target atLeast(String name, double limit, double measured, String unit) {
        return new Target(name, Bound.AT_LEAST, limit, measured, unit);
    }

    /** A value that should not exceed {@code limit}. */
    public static Target atMost(String name, double limit, double measured, String unit) {
        return new Target(name, Bound.AT_MOST, limit, measured, unit);
    }

    /** Whether it is as it should be; a value that could not be measured is not. */
    public boolean met() {
        return bound == Bound.AT_LEAST ? measured >= limit : measured <= limit;
    }

    /** What it should be, for a table. */
    public String wanted() {
        return bound.sign + " " + number(limit) + suffix();
    }

    /** What it is, for a table. */
    public String found() {
        return Double.isNaN(measured) ? "not measured" : number(measured) + suffix();
    }

    /** The outcome, for a table. */
    public String verdict() {
        if (Double.isNaN(measured)) {
            return "not measured";
        }
        return met() ? "pass" : "MISS";
    }

    private String suffix() {
        return unit.isEmpty() ? "" : " " + unit;
    }

    private String number(double value) {
        return String.format(Locale.ROOT, unit.isEmpty() && limit < 10 ? "%.2f" : limit < 1 ? "%.2f" : "%.1f", value);
    }
}

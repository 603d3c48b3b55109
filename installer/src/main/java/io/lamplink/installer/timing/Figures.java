package io.lamplink.installer.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What was measured of one program.
 *
 * @param name of the program
 * @param packaged from start to first frame, as it is packaged
 * @param plain the same from the jars, with the JDK's Java and without a cache
 * @param residentBytes in memory while nothing happens
 * @param idleShare of one core, while nothing happens; 0.01 is one percent
 */
record Figures(
        String name, Collection<Duration> packaged, Collection<Duration> plain, long residentBytes, double idleShare) {
    private static final double MEGABYTE = 1e6;
    private static final double MAX_SECONDS = 0.8;
    private static final double MAX_SHARE_OF_PLAIN = 0.5;
    private static final double MAX_RESIDENT = 180;
    private static final double MAX_IDLE_PERCENT = 0.5;

    /** The lines of a table; each ends with whether the target is met. */
    List<String> lines() {
        double with = median(packaged);
        double without = median(plain);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d starts, with the package's measures %s; without %s",
                name,
                packaged.size(),
                range(packaged),
                range(plain)));
        lines.add(line("start to first frame", "s", with, MAX_SECONDS));
        lines.add(line("the same ÷ without", "", with / without, MAX_SHARE_OF_PLAIN));
        lines.add(line("idle, resident", "MB", residentBytes / MEGABYTE, MAX_RESIDENT));
        lines.add(line("idle, of a core", "%", idleShare * 100, MAX_IDLE_PERCENT));
        return lines;
    }

    private static String line(String what, String unit, double measured, double limit) {
        return String.format(
                Locale.ROOT,
                "  %-22s %8.2f %-2s  ≤ %6.2f  %s",
                what,
                measured,
                unit,
                limit,
                measured <= limit ? "pass" : "MISS");
    }

    private static String range(Collection<Duration> runs) {
        double[] sorted = sorted(runs);
        return String.format(Locale.ROOT, "%.2f s (%.2f to %.2f)", median(runs), sorted[0], sorted[sorted.length - 1]);
    }

    /** In seconds; the mean of the two in the middle where there are two. */
    static double median(Collection<Duration> runs) {
        double[] sorted = sorted(runs);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] sorted(Collection<Duration> runs) {
        double[] seconds = runs.stream().mapToDouble(run -> run.toNanos() / 1e9).toArray();
        Arrays.sort(seconds);
        return seconds;
    }
}

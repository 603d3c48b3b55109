package io.lamplink.bench.report;

import io.lamplink.bench.figures.Results;
import io.lamplink.bench.figures.Row;
import io.lamplink.bench.figures.Series;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables that show results. */
final class Tables {
    private Tables() {}

    /** All tables that have a row. */
    static List<Table> of(Results results) {
        return Stream.of(targets(results), figures(results), texts(results), smallParts(results))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private static Table targets(Results results) {
        return new Table(
                "Targets",
                List.of("Figure", "Target", "Measured", "Outcome"),
                results.targets().stream()
                        .map(target -> List.of(target.name(), target.wanted(), target.found(), target.verdict()))
                        .toList());
    }

    private static Table figures(Results results) {
        return new Table(
                "All figures",
                List.of("Figure", "Unit", "Median", "Min", "Max", "Runs"),
                results.rows().stream().map(Tables::figure).toList());
    }

    private static List<String> figure(Row row) {
        Series runs = row.runs();
        return List.of(
                row.name(),
                row.unit().isEmpty() ? "ratio" : row.unit(),
                number(runs.median(), row.unit()),
                number(runs.min(), row.unit()),
                number(runs.max(), row.unit()),
                Integer.toString(runs.values().size()));
    }

    private static Table texts(Results results) {
        return new Table(
                "Chat round trips",
                List.of("When", "p50, ms", "p99, ms", "Max, ms", "Texts"),
                results.delays().stream()
                        .map(delays -> List.of(
                                delays.name(),
                                millis(delays.p50()),
                                millis(delays.p99()),
                                millis(delays.millis().max()),
                                Integer.toString(delays.millis().values().size())))
                        .toList());
    }

    private static Table smallParts(Results results) {
        return new Table(
                "Small parts",
                List.of("Part", "Time", "±", "Unit"),
                results.smallParts().stream()
                        .map(part -> List.of(part.name(), precise(part.time()), precise(part.error()), part.unit()))
                        .toList());
    }

    private static String number(double value, String unit) {
        return String.format(Locale.ROOT, unit.isEmpty() ? "%.2f" : "%.1f", value);
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String precise(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}

package io.lamplink.bench.report;

import io.lamplink.bench.figures.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Results for a terminal. */
public final class TextPage {
    private static final String GAP = "  ";

    private TextPage() {}

    /** All tables, columns aligned; ends with a line break. */
    public static String of(Results results) {
        return Tables.of(results).stream().map(TextPage::table).collect(Collectors.joining("\n"));
    }

    static String table(Table table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.head());
        lines.addAll(table.rows());
        int[] widths = IntStream.range(0, table.head().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return table.title() + "\n"
                + lines.stream().map(line -> line(line, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(GAP).append(cell).repeat(' ', widths[column] - cell.length());
        }
        return line.toString().stripTrailing() + "\n";
    }
}

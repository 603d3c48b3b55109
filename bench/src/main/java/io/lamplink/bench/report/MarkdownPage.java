package io.lamplink.bench.report;

import io.lamplink.bench.figures.Results;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Results as the page that goes with the source. */
public final class MarkdownPage {
    private MarkdownPage() {}

    /**
     * The page.
     *
     * @param made when, and with which amounts: sentences
     * @param method how everything is measured: Markdown
     * @param plot the file name of the plot beside the page
     */
    public static String of(Machine machine, Results results, String made, String method, String plot) {
        StringBuilder page = new StringBuilder("# Performance\n\n");
        page.append(made).append("\n\n");
        page.append("![Throughput against the reference, and chat round trips](")
                .append(plot)
                .append(")\n\n");
        page.append(table(machineTable(machine))).append("\n");
        for (Table table : Tables.of(results)) {
            page.append(table(table)).append("\n");
        }
        if (!results.remarks().isEmpty()) {
            page.append("## Remarks\n\n");
            results.remarks().forEach(remark -> page.append("- ").append(remark).append("\n"));
            page.append("\n");
        }
        return page.append(method.strip()).append("\n").toString();
    }

    private static Table machineTable(Machine machine) {
        return new Table(
                "The machine",
                List.of("", ""),
                machine.facts().entrySet().stream()
                        .map(fact -> List.of(fact.getKey(), fact.getValue()))
                        .toList());
    }

    static String table(Table table) {
        return "## " + table.title() + "\n\n"
                + line(table.head())
                + line(Collections.nCopies(table.head().size(), "---"))
                + table.rows().stream().map(MarkdownPage::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}

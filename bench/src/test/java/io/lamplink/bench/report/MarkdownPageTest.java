package io.lamplink.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.bench.figures.Delays;
import io.lamplink.bench.figures.Results;
import io.lamplink.bench.figures.Series;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MarkdownPageTest {
    @Test
    void aTableIsMarkdownWhateverItsCellsHold() {
        Table table = new Table("Fruit", List.of("Name", "N"), List.of(List.of("apple | pear", "1")));
        assertEquals("""
                ## Fruit

                | Name | N |
                | --- | --- |
                | apple \\| pear | 1 |
                """, MarkdownPage.table(table));
    }

    @Test
    void thePageHoldsMachineFiguresRemarksAndMethod() {
        Results results = new Results();
        results.add(new Delays("idle", Series.of(0.4, 0.5)));
        results.remark("It rained.");
        Machine machine = new Machine(Map.of("Cores", "2"), 0);
        String page = MarkdownPage.of(machine, results, "Written today.", "## How\n\nCarefully.\n\n", "plot.svg");
        for (String part : List.of(
                "# Performance\n\nWritten today.\n\n![",
                "](plot.svg)\n\n## The machine",
                "| Cores | 2 |",
                "| idle | 0.40 | 0.50 | 0.50 | 2 |",
                "## Remarks\n\n- It rained.\n\n## How")) {
            assertTrue(page.contains(part), () -> part + " is missing in " + page);
        }
        assertTrue(page.endsWith("Carefully.\n"));
    }
}

package io.lamplink.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lamplink.bench.figures.Results;
import io.lamplink.bench.figures.Row;
import io.lamplink.bench.figures.Series;
import io.lamplink.bench.figures.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextPageTest {
    @Test
    void columnsAreAlignedAndNothingTrails() {
        Table table = new Table(
                "Fruit", List.of("Name", "N"), List.of(List.of("apple", "1"), List.of("a very long pear", "20")));
        assertEquals("""
                Fruit
                  Name              N
                  apple             1
                  a very long pear  20
                """, TextPage.table(table));
    }

    @Test
    void aRowNeedsEveryCell() {
        List<List<String>> rows = List.of(List.of("apple"));
        assertThrows(IllegalArgumentException.class, () -> new Table("Fruit", List.of("Name", "N"), rows));
    }

    @Test
    void tablesWithoutRowsAreLeftOut() {
        Results results = new Results();
        results.add(new Row("push", Series.of(612.34, 598, 620), "MB/s"));
        assertEquals("""
                All figures
                  Figure  Unit  Median  Min    Max    Runs
                  push    MB/s  612.3   598.0  620.0  3
                """, TextPage.of(results));
    }

    @Test
    void targetsComeFirst() {
        Results results = new Results();
        results.add(new Row("push ÷ reference", Series.of(0.8), ""));
        results.add(Target.atLeast("push ÷ the reference", 0.75, 0.8, ""));
        assertEquals("Targets", TextPage.of(results).lines().findFirst().orElseThrow());
    }
}

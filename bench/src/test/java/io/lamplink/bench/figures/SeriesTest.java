package io.lamplink.bench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SeriesTest {
    private static final double EXACTLY = 0;

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertEquals(3, Series.of(5, 1, 3).median(), EXACTLY);
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheMiddleOnes() {
        assertEquals(2.5, Series.of(4, 1, 2, 3).median(), EXACTLY);
    }

    @Test
    void oneValueIsEverything() {
        Series one = Series.of(7);
        assertEquals(List.of(7.0, 7.0, 7.0, 7.0), List.of(one.min(), one.median(), one.max(), one.percentile(99)));
    }

    @Test
    void leastAndGreatest() {
        Series series = Series.of(3, -1, 8);
        assertEquals(-1, series.min(), EXACTLY);
        assertEquals(8, series.max(), EXACTLY);
    }

    @ParameterizedTest
    @CsvSource({"50, 100", "99, 198", "99.5, 199", "100, 200", "0.1, 1"})
    void percentilesAreValuesThatWereMeasured(double percent, double expected) {
        Series series = new Series(IntStream.iterate(200, i -> i > 0, i -> i - 1)
                .mapToObj(Double::valueOf)
                .toList());
        assertEquals(expected, series.percentile(percent), EXACTLY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 100.1, Double.NaN})
    void otherPercentilesAreRefused(double percent) {
        Series series = Series.of(1);
        assertThrows(IllegalArgumentException.class, () -> series.percentile(percent));
    }

    @Test
    void ratiosAreFormedBetweenNeighbours() {
        assertEquals(Series.of(2, 0.5), Series.of(4, 3).dividedBy(Series.of(2, 6)));
        assertEquals(Series.of(2, 1.5), Series.of(4, 3).dividedBy(2));
    }

    @Test
    void seriesOfDifferentLengthsHaveNoNeighbours() {
        Series two = Series.of(1, 2);
        Series three = Series.of(1, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> two.dividedBy(three));
    }

    @Test
    void nothingIsNoSeries() {
        assertThrows(IllegalArgumentException.class, () -> new Series(List.of()));
    }
}

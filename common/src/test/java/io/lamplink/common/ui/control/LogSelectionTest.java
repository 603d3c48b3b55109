package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.control.FlatText.Range;
import io.lamplink.common.ui.control.LogSelection.Spot;
import org.junit.jupiter.api.Test;

final class LogSelectionTest {

    private final LogSelection selection = new LogSelection();

    @Test
    void linesBetweenAreSelectedWhole() {
        select(2, 5, 4, 3);
        assertEquals(Range.NONE, selection.in(1));
        assertEquals(new Range(5, LogSelection.END), selection.in(2));
        assertEquals(new Range(0, LogSelection.END), selection.in(3));
        assertEquals(new Range(0, 3), selection.in(4));
        assertEquals(Range.NONE, selection.in(5));
    }

    @Test
    void itIsTheSameUpwards() {
        select(4, 3, 2, 5);
        assertEquals(new Range(5, LogSelection.END), selection.in(2));
        assertEquals(new Range(0, 3), selection.in(4));
    }

    @Test
    void linesThatCameBeforeShiftIt() {
        select(2, 5, 3, 3);
        selection.shift(0, 0, 100);
        assertEquals(new Range(5, LogSelection.END), selection.in(102));
        selection.shift(1, 50, 0);
        assertEquals(new Range(5, LogSelection.END), selection.in(52));
    }

    @Test
    void whatComesBehindOrIsOnlyRewrittenLeavesIt() {
        select(2, 5, 3, 3);
        selection.shift(4, 0, 100);
        selection.shift(2, 1, 1);
        assertEquals(new Range(5, LogSelection.END), selection.in(2));
    }

    @Test
    void whatIsGoneIsNotSelected() {
        select(2, 5, 3, 3);
        selection.shift(0, 3, 0);
        assertTrue(selection.isEmpty());
        assertEquals(Range.NONE, selection.in(0));
    }

    @Test
    void everyChangeIsTold() {
        int before = selection.versionProperty().get();
        select(0, 0, 0, 1);
        selection.clear();
        assertTrue(selection.versionProperty().get() >= before + 3);
        assertTrue(selection.isEmpty());
    }

    private void select(int line, int place, int toLine, int toPlace) {
        selection.start(new Spot(line, place));
        selection.extend(new Spot(toLine, toPlace));
    }
}

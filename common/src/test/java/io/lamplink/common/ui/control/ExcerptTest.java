package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** H9: how much of a long message is shown at once. */
final class ExcerptTest {

    @Test
    void aShortMessageIsShownWhole() {
        assertEquals(new Excerpt("hello", 0, false), Excerpt.of("hello", 0));
        assertEquals(new Excerpt("", 0, false), Excerpt.of("", 0));
    }

    @Test
    void h9_aLongLineIsShownInPartAndGrowsWhenAskedFor() {
        String line = "x".repeat(300_000);
        assertEquals(298_000, Excerpt.of(line, 0).hidden());
        assertEquals(292_000, Excerpt.of(line, 1).hidden());
        assertTrue(Excerpt.of(line, 1).grows());
        assertEquals(268_000, Excerpt.of(line, 9).hidden());
        assertFalse(Excerpt.of(line, 9).grows());
    }

    @Test
    void manyLinesAreShownInPart() {
        Excerpt excerpt = Excerpt.of("line\n".repeat(100), 0);
        assertEquals(Excerpt.LINES, excerpt.text().lines().count());
        assertEquals(500 - excerpt.text().length(), excerpt.hidden());
    }

    @Test
    void noLetterIsTornApart() {
        String family = "👩‍👩‍👧‍👦";
        Excerpt excerpt = Excerpt.of("x".repeat(Excerpt.CHARACTERS - 3) + family + "y", 0);
        assertFalse(excerpt.text().contains("[U+"), excerpt.text());
        assertTrue(excerpt.text().endsWith("x"), excerpt.text());
        assertEquals(family.length() + 1, excerpt.hidden());
    }

    @Test
    void h9_lettersWithMarksAreFewerAtFirst() {
        Excerpt excerpt = Excerpt.of("a\u0301".repeat(5_000), 0);
        assertEquals("a\u0301".repeat(Excerpt.MARKS), excerpt.text());
        assertTrue(excerpt.grows());
    }
}

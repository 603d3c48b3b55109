package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VisibleTextTest {

    @ParameterizedTest
    @CsvSource({
        "061C, 061C",
        "200E, 200F",
        "2028, 202E",
        "2060, 206F",
        "FEFF, FEFF",
        "FFF9, FFFC",
        "E0000, E007F",
        "D800, DFFF",
        "007F, 009F"
    })
    void whatIsHiddenBeginsAndEndsWhereUnicodeSaysSo(String first, String last) {
        int from = Integer.parseInt(first, 16);
        int to = Integer.parseInt(last, 16);
        assertTrue(VisibleText.isHidden(from));
        assertTrue(VisibleText.isHidden(to));
        assertFalse(VisibleText.isHidden(from - 1));
        assertFalse(VisibleText.isHidden(to + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x2029, 0x202A})
    void endsOfParagraphsAndTurnsOfDirectionAreHiddenSideBySide(int codePoint) {
        assertTrue(VisibleText.isHidden(codePoint));
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFE00, 0xFE0F, 0x20E3})
    void whatChoosesAShapeIsNoMark(int codePoint) {
        assertFalse(VisibleText.isMark(codePoint));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0301, 0x20DD, 0x20E2, 0x20E4, 0xFE20})
    void whatIsDrawnOnALetterIsAMark(int codePoint) {
        assertTrue(VisibleText.isMark(codePoint));
    }

    @Test
    void aLetterOfANameCarriesSixMarksAndTheNextOneSixAgain() {
        String most = "e" + "\u0301".repeat(6);
        assertEquals(most + most, VisibleText.visible(most + "\u0301" + most + "\u0301"));
    }

    @Test
    void aCutDoesNotHalveALetter() {
        assertEquals("ab", VisibleText.line("ab\ud83d\ude00c", 3));
        assertEquals("ab\ud83d\ude00", VisibleText.line("ab\ud83d\ude00c", 4));
        assertEquals("ab", VisibleText.line(" ab cd", 3), "no space at an end that a cut has made");
    }
}

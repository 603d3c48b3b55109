package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.ui.control.FlatText.Range;
import org.junit.jupiter.api.Test;

final class FlatTextTest {

    private final FlatText text = FlatText.of("see 👩‍💻 https://example.org now");

    @Test
    void aPictureIsOnePlaceAndWrittenWhole() {
        assertEquals("see ".length() + 1 + " https://example.org now".length(), text.length());
        assertEquals("👩‍💻", text.between(4, 5));
        assertEquals("e 👩‍💻 h", text.between(2, 7));
    }

    @Test
    void placesOutsideCountAsTheNearest() {
        assertEquals("see 👩‍💻 https://example.org now", text.between(-5, Integer.MAX_VALUE));
        assertEquals("", text.between(9, 3));
    }

    @Test
    void aWordIsFoundFromAnyOfItsPlaces() {
        assertEquals(new Range(0, 3), text.wordAt(0));
        assertEquals(new Range(0, 3), text.wordAt(2));
        assertEquals("now", text.between(text.wordAt(99).from(), text.wordAt(99).to()));
        assertEquals(Range.NONE, FlatText.of("").wordAt(0));
    }

    @Test
    void whatIsWrittenWithManyCharactersHasOnePlace() {
        assertEquals(4, text.placeOf(4));
        assertEquals(4, text.placeOf(6));
        assertEquals(5, text.placeOf("see 👩‍💻".length()));
    }
}

package io.lamplink.common.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How PINs are written, shown and made. */
final class PinTest {

    @ParameterizedTest
    @ValueSource(strings = {"482913", "482 913", " 482-913\n", "4 8 2 9 1 3", "４８２９１３", "482　913", "482–913", "٤٨٢٩١٣"})
    void aPersonMayWriteItAsTheyLike(String written) {
        assertEquals(Optional.of(new Pin("482913")), Pin.read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "48291", "48291a", "482.913", "+482913", "½82913", "111111111122222222223333333333444"})
    void anythingElseIsNone(String written) {
        assertEquals(Optional.empty(), Pin.read(written));
    }

    @Test
    void nothingElseCanBeMadeIntoOne() {
        assertThrows(IllegalArgumentException.class, () -> new Pin("12345"));
        assertThrows(IllegalArgumentException.class, () -> new Pin("４８２９１３"));
        assertThrows(IllegalArgumentException.class, () -> new Pin("482 913"));
    }

    @ParameterizedTest
    @CsvSource({
        "482913, 482 913",
        "4829135, 482 9135",
        "48291357, 482 913 57",
        "482913579, 482 913 579",
        "4829135790, 482 913 5790"
    })
    void itIsShownInGroups(String digits, String shown) {
        assertEquals(shown, new Pin(digits).grouped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "777777", "123456", "0123456789", "987654", "111111111"})
    void whatIsTriedFirstIsKnownAsSuch(String digits) {
        assertTrue(new Pin(digits).isObvious());
    }

    @ParameterizedTest
    @ValueSource(strings = {"482913", "112233", "123457", "121212", "890123", "024681"})
    void othersAreNot(String digits) {
        assertFalse(new Pin(digits).isObvious());
    }

    @Test
    void aNewOneHasSixDigitsAndIsNotObvious() {
        assertEquals(new Pin("482913"), Pin.fresh(rolling(1, 2, 3, 4, 5, 6, 4, 8, 2, 9, 1, 3)));
        SecureRandom random = new SecureRandom();
        assertNotEquals(
                1,
                IntStream.range(0, 5)
                        .mapToObj(_ -> Pin.fresh(random))
                        .distinct()
                        .count());
    }

    @Test
    void itIsNotPrintedByMistake() {
        assertFalse(new PinSetting(new Pin("482913"), true).toString().contains("482"));
    }

    private static SecureRandom rolling(int... digits) {
        PrimitiveIterator.OfInt next = IntStream.of(digits).iterator();
        return new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public int nextInt(int bound) {
                return next.nextInt();
            }
        };
    }
}

package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.ProtocolLimits;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoomNamesTest {
    private final RoomNames names = new RoomNames("Server");

    @Test
    void theFirstHasItsNameAndTheNextOnesANumber() {
        assertEquals("Ann", names.take("Ann"));
        assertEquals("Ann (2)", names.take("Ann"));
        assertEquals("Ann (3)", names.take("Ann"));
        assertEquals("Bob", names.take("Bob"));
    }

    @Test
    void aNameThatIsFreeAgainIsGivenAgain() {
        names.take("Ann");
        names.take("Ann");
        names.take("Ann");
        names.free("Ann (2)");
        assertEquals("Ann (2)", names.take("Ann"));
        names.free("Ann");
        assertEquals("Ann", names.take("Ann"));
        assertEquals("Ann (4)", names.take("Ann"));
    }

    @Test
    void aNumberThatSomebodyCallsItselfByIsPassedOver() {
        assertEquals("Ann (2)", names.take("Ann (2)"));
        assertEquals("Ann", names.take("Ann"));
        assertEquals("Ann (3)", names.take("Ann"));
        assertEquals("Ann (2) (2)", names.take("Ann (2)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVER", "ｓｅｒｖｅｒ", "ѕеrvеr", "Ser ver", "ＳＥＲＶＥＲ"})
    void nobodyIsCalledWhatIsTakenForTheServer(String wish) {
        assertEquals(wish + " (2)", names.take(wish));
    }

    @Test
    void namesOfOtherScriptsAreNames() {
        assertEquals("美美", names.take("美美"));
        assertEquals("Ольга", names.take("Ольга"));
        assertEquals("Жанна", names.take("Жанна"));
    }

    @Test
    void aNumberedNameIsNeverLongerThanANameMayBe() {
        String longest = "\uD83D\uDE00".repeat(ProtocolLimits.MAX_NAME_CHARS / 2);
        assertEquals(longest, names.take(longest));
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String name = names.take(longest);
            assertTrue(name.length() <= ProtocolLimits.MAX_NAME_CHARS, name);
            assertTrue(name.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE), name);
            assertTrue(all.add(name), name);
        }
    }

    @Test
    void aCrowdOfOneNameIsNumberedWithoutLooking() {
        for (int i = 1; i < 5000; i++) {
            names.take("root@desk");
        }
        assertEquals("root@desk (5000)", names.take("root@desk"));
    }

    @Test
    void namesThatComeAndGoLeaveNothingBehind() {
        for (int i = 0; i < 10; i++) {
            String wish = "guest" + i;
            names.take(wish);
            names.free(names.take(wish));
            names.free(names.take(wish));
            names.free(wish);
        }
        assertEquals(0, names.numberedWishes());
        assertEquals("guest0", names.take("guest0"));
        assertEquals("guest0 (2)", names.take("guest0"));
    }
}

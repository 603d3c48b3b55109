package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.ProtocolLimits;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** H8: what a peer calls itself cannot pass for anything but a name. */
class PeerNameTest {

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("Ann", "Ann"),
                Arguments.of("  王小明 👍🏽  ", "王小明 👍🏽"),
                Arguments.of("a\r\n服务端: b", "a服务端: b"),
                Arguments.of("a\u2028b\u0000c\u001B[31md", "abc[31md"),
                Arguments.of("\u202Enimda\u202C", "nimda"),
                Arguments.of("\u200B\uFEFF\u3164", ""),
                Arguments.of("\u00A0\u3000\t", ""),
                Arguments.of("a\uD83Db", "ab"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("names")
    void h8_aNameBecomes(String told, String shown) {
        assertEquals(shown, PeerName.of(told));
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        assertEquals("x".repeat(ProtocolLimits.MAX_NAME_CHARS), PeerName.of("x".repeat(1000)));
        assertEquals("👍".repeat(ProtocolLimits.MAX_NAME_CHARS / 2), PeerName.of("👍".repeat(1000)));
        assertEquals("x" + "👍".repeat(ProtocolLimits.MAX_NAME_CHARS / 2 - 1), PeerName.of("x" + "👍".repeat(1000)));
    }

    @Test
    void aCutNameIsTheBeginningOfTheWholeOne() {
        String whole = "x".repeat(ProtocolLimits.MAX_NAME_CHARS - 1) + "👍yz";
        assertTrue(whole.startsWith(PeerName.of(whole)), PeerName.of(whole));
        assertEquals("a", PeerName.of("a" + " ".repeat(ProtocolLimits.MAX_NAME_CHARS) + "b"));
    }
}

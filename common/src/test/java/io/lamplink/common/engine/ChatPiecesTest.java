package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.ProtocolLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatPiecesTest {
    private static final int MAX = ProtocolLimits.MAX_CHAT_CHARS;

    @Test
    void aTextThatFitsIsOnePiece() {
        assertEquals(List.of("x".repeat(MAX)), ChatPieces.of("x".repeat(MAX)));
    }

    @Test
    void aLongTextLosesNothingAndBreaksNoCharacterPair() {
        String text = "x" + "😀".repeat(MAX);

        List<String> pieces = ChatPieces.of(text);

        assertEquals(text, String.join("", pieces));
        assertTrue(pieces.stream().allMatch(piece -> piece.length() <= MAX));
        assertTrue(pieces.stream().noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0))));
    }

    @Test
    void aLongTextIsCutAtTheEndOfALineWhereThereIsOne() {
        String first = "a".repeat(MAX - 10) + "\n";

        assertEquals(first, ChatPieces.of(first + "b".repeat(100)).getFirst());
    }
}

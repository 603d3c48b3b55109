package io.lamplink.common.engine;

import io.lamplink.common.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text that is too long for one message into several, so that pasting a book loses nothing. */
final class ChatPieces {
    private ChatPieces() {}

    /** The text in pieces of at most {@link ProtocolLimits#MAX_CHAT_CHARS}, cut at a line's end where there is one. */
    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > ProtocolLimits.MAX_CHAT_CHARS) {
            int to = cut(text, from);
            pieces.add(text.substring(from, to));
            from = to;
        }
        pieces.add(text.substring(from));
        return pieces.stream().filter(piece -> !piece.isBlank()).toList();
    }

    private static int cut(String text, int from) {
        int limit = from + ProtocolLimits.MAX_CHAT_CHARS;
        int line = text.lastIndexOf('\n', limit - 1) + 1;
        if (line > from + ProtocolLimits.MAX_CHAT_CHARS / 2) {
            return line;
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }
}

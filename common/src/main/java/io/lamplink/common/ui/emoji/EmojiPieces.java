package io.lamplink.common.ui.emoji;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into what is drawn from a font and what is a picture. */
final class EmojiPieces {

    /** One of them. */
    sealed interface Piece {}

    /** Letters. */
    record Words(String text) implements Piece {}

    /** An emoji. */
    record Picture(Emoji emoji) implements Piece {}

    private EmojiPieces() {}

    /** The pieces of {@code text}, in their order; none of them is empty. */
    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (EmojiSet.Match match : EmojiSet.get().in(text)) {
            addWords(pieces, text.substring(done, match.start()));
            pieces.add(new Picture(match.emoji()));
            done = match.end();
        }
        addWords(pieces, text.substring(done));
        return pieces;
    }

    private static void addWords(List<Piece> pieces, String words) {
        if (!words.isEmpty()) {
            pieces.add(new Words(words));
        }
    }
}

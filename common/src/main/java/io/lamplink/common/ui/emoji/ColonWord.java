package io.lamplink.common.ui.emoji;

import java.util.Optional;

/**
 * What a person is writing after a colon, such as {@code :smi}. A colon counts only where nobody writes one otherwise: at the
 * start, after a space, an opening bracket, an emoji or Chinese punctuation; not in {@code http://} nor in {@code 12:30}.
 *
 * @param start where the colon is
 * @param word what follows it, without a closing colon
 */
record ColonWord(int start, String word) {

    private static final int LONGEST = 40;
    private static final int SHORTEST = 2;
    private static final String OPENERS = "([{\"'“‘（【「《，。！？；：、…—";

    /** The word that ends at {@code caret}. */
    static Optional<ColonWord> before(String text, int caret) {
        int i = caret;
        while (i > 0 && caret - i <= LONGEST && isPart(text.codePointBefore(i))) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        if (i == 0 || text.charAt(i - 1) != ':' || !mayStand(text, i - 1)) {
            return Optional.empty();
        }
        return Optional.of(new ColonWord(i - 1, text.substring(i, caret)));
    }

    /** Whether it is long enough to guess what is meant, and is no figure: {@code :D} and {@code :30} are what they are. */
    boolean canBeGuessed() {
        if (word.isEmpty()) {
            return false;
        }
        boolean ideograph = word.codePoints().anyMatch(Character::isIdeographic);
        boolean letter = word.codePoints().anyMatch(Character::isLetter);
        boolean sign = word.charAt(0) == '+' || word.charAt(0) == '-';
        return ideograph || (word.length() >= SHORTEST && (letter || sign));
    }

    private static boolean isPart(int point) {
        return Character.isLetterOrDigit(point) || point == '_' || point == '-' || point == '+';
    }

    private static boolean mayStand(String text, int colon) {
        if (colon == 0) {
            return true;
        }
        int before = text.codePointBefore(colon);
        return Character.isWhitespace(before)
                || Character.isSpaceChar(before)
                || OPENERS.indexOf(before) >= 0
                || emojiEndsAt(text, colon);
    }

    private static boolean emojiEndsAt(String text, int end) {
        int lineStart = text.lastIndexOf('\n', end - 1) + 1;
        return EmojiSet.get().in(text.substring(lineStart, end)).stream()
                .anyMatch(match -> lineStart + match.end() == end);
    }
}

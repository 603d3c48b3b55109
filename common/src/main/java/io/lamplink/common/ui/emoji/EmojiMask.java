package io.lamplink.common.ui.emoji;

import java.util.List;

/**
 * What a text field draws in place of its text: blanks where emoji are, as many characters, so that every index stays what
 * it was. Joined emoji in their own characters are laid out by JavaFX at other places than it draws them.
 */
final class EmojiMask {

    private static final char WIDE = '\u2003'; // EM SPACE: a line may break after it, as after an emoji
    private static final char NARROW = '\u202F'; // a narrow space that keeps to what follows
    private static final String NOTHING = "\u200B"; // no width; a line may break after it

    private EmojiMask() {}

    /** {@code text} with blanks at {@code emoji}. */
    static String of(String text, List<EmojiSet.Match> emoji) {
        if (emoji.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        for (EmojiSet.Match match : emoji) {
            masked.append(text, masked.length(), match.start());
            appendBlank(masked, match.end() - match.start());
        }
        return masked.append(text, masked.length(), text.length()).toString();
    }

    private static void appendBlank(StringBuilder masked, int length) {
        if (length > 1) {
            masked.append(NARROW);
        }
        masked.append(WIDE).append(NOTHING.repeat(Math.max(0, length - 2)));
    }

    /** How many characters of an emoji's blank can be seen. */
    static int visible(EmojiSet.Match emoji) {
        return Math.min(2, emoji.end() - emoji.start());
    }

    /** {@code position} if it is between two characters that people see, or else the nearer end of the emoji it is in. */
    static int outside(int position, List<EmojiSet.Match> emoji) {
        for (EmojiSet.Match match : emoji) {
            if (match.start() < position && position < match.end()) {
                return position == match.start() + 1 ? match.start() : match.end();
            }
        }
        return position;
    }
}

package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.transfer.VisibleText;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * The part of a message that is shown. Laying out a line without a break costs more than its length, so a long message is
 * shown in part and grows when a person asks for more.
 *
 * @param text what is shown, safe to show
 * @param hidden how many characters are not
 * @param grows whether more can be shown; the rest of a longer message can only be copied
 */
record Excerpt(String text, int hidden, boolean grows) {

    /** Characters that are shown at first. */
    static final int CHARACTERS = 2_000;

    /** Lines that are shown at first. */
    static final int LINES = 30;

    /** Marks on letters that are shown at first: without a break, the time that they take grows with their square. */
    static final int MARKS = 400;

    /** How much more is shown each time. */
    static final int STEP = 4;

    /** The most that is ever shown of one message; the whole can be copied. */
    static final int MOST_CHARACTERS = 32_000;

    /**
     * The beginning of {@code whole}.
     *
     * @param steps how often a person asked for more
     */
    static Excerpt of(String whole, int steps) {
        int factor = (int) Math.pow(STEP, Math.min(steps, 5));
        int characters = Math.min(CHARACTERS * factor, MOST_CHARACTERS);
        int end = Math.min(endOfMarks(whole, MARKS * factor), endOfLine(whole, LINES * factor));
        if (end > characters) {
            end = boundary(whole, characters);
        }
        return new Excerpt(
                SafeText.lines(whole.substring(0, end)),
                whole.length() - end,
                end < whole.length() && characters < MOST_CHARACTERS);
    }

    private static int endOfMarks(String text, int marks) {
        int seen = 0;
        for (int i = 0; i < Math.min(text.length(), MOST_CHARACTERS); i++) {
            seen += VisibleText.isMark(text.charAt(i)) ? 1 : 0;
            if (seen > marks) {
                return boundary(text, i);
            }
        }
        return text.length();
    }

    private static int endOfLine(String text, int lines) {
        int end = -1;
        for (int line = 0; line < lines; line++) {
            end = text.indexOf('\n', end + 1);
            if (end < 0) {
                return text.length();
            }
        }
        return end;
    }

    /** The last place before {@code limit} that does not tear a letter or an emoji apart. */
    private static int boundary(String text, int limit) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        int from = Math.max(0, limit - 64);
        letters.setText(text.substring(from, Math.min(text.length(), limit + 64)));
        int boundary = letters.preceding(limit - from + 1);
        return boundary <= 0 ? limit : from + boundary;
    }
}

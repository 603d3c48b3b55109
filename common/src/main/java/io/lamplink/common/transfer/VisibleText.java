package io.lamplink.common.transfer;

/** Which characters of a name or sentence from the wire may be shown and saved. */
public final class VisibleText {
    /** Letters, marks and symbols that are drawn as nothing: joiner, Hangul and Khmer fillers, the empty Braille cell. */
    private static final String BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    /** Combining marks that a letter may carry: more than any script needs, and no tower that covers the lines above. */
    public static final int MARKS_PER_LETTER = 6;

    private VisibleText() {}

    /**
     * Whether the code point has a place in a name: not a control character, not invisible (zero width, bidirectional
     * overrides and isolates, byte order mark, fillers), not half a surrogate pair, not a line break of any kind.
     */
    public static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> BLANKS.indexOf(codePoint) < 0 && !isHidden(codePoint);
        };
    }

    /**
     * Whether the code point does not stand for itself: it controls a terminal or the writing direction, ends a line,
     * carries hidden words (the tags of U+E0000), or is drawn as nothing. Joiners and signs for the choice of a shape, which
     * emoji and scripts need, are not hidden.
     */
    public static boolean isHidden(int codePoint) {
        boolean control = Character.isISOControl(codePoint);
        boolean ends = codePoint == 0x2028 || codePoint == 0x2029;
        boolean turns = codePoint == 0x061C
                || (codePoint >= 0x200E && codePoint <= 0x200F)
                || (codePoint >= 0x202A && codePoint <= 0x202E);
        boolean invisible = (codePoint >= 0x2060 && codePoint <= 0x206F) || codePoint == 0xFEFF;
        boolean annotates = codePoint >= 0xFFF9 && codePoint <= 0xFFFC;
        boolean tags = codePoint >= 0xE0000 && codePoint <= 0xE007F;
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return control || ends || turns || invisible || annotates || tags || half;
    }

    /** Whether the code point is drawn above, below or around the letter before it. */
    public static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        boolean chooses = (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || codePoint == 0x20E3;
        return !chooses && (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK);
    }

    /** {@code text} on one line of visible characters, without space at its ends, at most {@code maxChars} UTF-16 code units. */
    public static String line(String text, int maxChars) {
        String whole = stripped(visible(text));
        int end = Math.min(whole.length(), maxChars);
        boolean halved = end < whole.length() && Character.isLowSurrogate(whole.charAt(end));
        return stripped(whole.substring(0, halved ? end - 1 : end));
    }

    /** The visible characters of {@code text}, and of the marks on a letter no more than it may carry. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (isVisible(point)) {
                marks = isMark(point) ? marks + 1 : 0;
                visible.append(marks <= MARKS_PER_LETTER ? Character.toString(point) : "");
            }
        }
        return visible.toString();
    }

    /** {@code text} without space of any kind at its ends, no-break space too. */
    static String stripped(CharSequence text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}

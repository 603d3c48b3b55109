package io.lamplink.common.transfer;

/** Which characters of a name or sentence from the wire may be shown and saved. */
public final class VisibleText {
    /** Letters, marks and symbols that are drawn as nothing: joiner, Hangul and Khmer fillers, the empty Braille cell. */
    private static final String BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

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
            default -> BLANKS.indexOf(codePoint) < 0;
        };
    }

    /** {@code text} on one line of visible characters, without space at its ends, at most {@code maxChars} UTF-16 code units. */
    public static String line(String text, int maxChars) {
        StringBuilder line = new StringBuilder();
        text.codePoints().filter(VisibleText::isVisible).forEach(line::appendCodePoint);
        String whole = stripped(line);
        int end = Math.min(whole.length(), maxChars);
        boolean halved = end < whole.length() && Character.isLowSurrogate(whole.charAt(end));
        return stripped(whole.substring(0, halved ? end - 1 : end));
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

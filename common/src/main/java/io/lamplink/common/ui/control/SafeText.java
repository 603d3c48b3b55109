package io.lamplink.common.ui.control;

/**
 * Makes what a peer wrote harmless to look at without hiding that something was there: control characters and characters
 * that turn the writing direction around become visible marks, and towers of combining marks are cut.
 */
final class SafeText {

    private static final int MARKS_PER_LETTER = 6;

    private SafeText() {}

    /** For a text of several lines; line breaks of all kinds become {@code \n}. */
    static String lines(String text) {
        return clean(text.replace("\r\n", "\n"), true);
    }

    /** For a name or another text that must stay in its line. */
    static String line(String text) {
        return clean(text, false).strip();
    }

    private static String clean(String text, boolean breaks) {
        StringBuilder safe = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            marks = isMark(point) ? marks + 1 : 0;
            if (marks <= MARKS_PER_LETTER) {
                append(safe, point, breaks);
            }
        }
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point, boolean breaks) {
        if (isBreak(point)) {
            safe.append(breaks ? '\n' : ' ');
        } else if (point == '\t') {
            safe.append(breaks ? "    " : " ");
        } else if (isHostile(point)) {
            safe.append("[U+%04X]".formatted(point));
        } else {
            safe.appendCodePoint(point);
        }
    }

    private static boolean isBreak(int point) {
        return point == '\n'
                || point == '\r'
                || point == 0x0B
                || point == 0x0C
                || point == 0x85
                || point == 0x2028
                || point == 0x2029;
    }

    private static boolean isHostile(int point) {
        return Character.isISOControl(point)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || (point >= 0xD800 && point <= 0xDFFF)
                || (point >= 0xFFF9 && point <= 0xFFFC);
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        boolean variant = (point >= 0xFE00 && point <= 0xFE0F) || point == 0x20E3;
        return !variant && (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK);
    }
}

package io.lamplink.common.transfer;

/**
 * Makes what a peer wrote harmless to look at without hiding that something was there: control characters and characters
 * that turn the writing direction around become visible marks, and towers of combining marks are cut.
 */
public final class SafeText {

    /** What the flags of regions begin with: all that follows up to the next other character are its tags. */
    private static final int FLAG = 0x1F3F4;

    private SafeText() {}

    /** For a text of several lines; line breaks of all kinds become {@code \n}. */
    public static String lines(String text) {
        return clean(text.replace("\r\n", "\n"), true);
    }

    /** For a name or another text that must stay in its line. */
    public static String line(String text) {
        return clean(text, false).strip();
    }

    private static String clean(String text, boolean breaks) {
        StringBuilder safe = new StringBuilder(text.length());
        int marks = 0;
        boolean inFlag = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            marks = VisibleText.isMark(point) ? marks + 1 : 0;
            if (marks <= VisibleText.MARKS_PER_LETTER) {
                append(safe, point, breaks, inFlag);
            }
            inFlag = point == FLAG || (inFlag && isTag(point));
        }
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point, boolean breaks, boolean inFlag) {
        if (isBreak(point)) {
            safe.append(breaks ? '\n' : ' ');
        } else if (point == '\t') {
            safe.append(breaks ? "    " : " ");
        } else if (isHostile(point, inFlag)) {
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

    /** Flags of regions are written with tags, and marks of direction are invisible but good for right-to-left text. */
    private static boolean isHostile(int point, boolean afterTag) {
        boolean direction = point == 0x061C || point == 0x200E || point == 0x200F;
        return VisibleText.isHidden(point) && !direction && !(afterTag && isTag(point));
    }

    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= 0xE007F;
    }
}

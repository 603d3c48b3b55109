package io.lamplink.common.notice;

import io.lamplink.common.transfer.SafeText;

/**
 * What a notification says, made harmless: one line each, without control characters, and cut where it is too long.
 * Immutable.
 *
 * @param title at most {@link #MOST_TITLE} characters, for example who wrote
 * @param text at most {@link #MOST_TEXT} characters, for example what
 */
public record Notice(String title, String text) {
    /** Characters in a title. */
    public static final int MOST_TITLE = 80;

    /** Characters in a text; no desktop shows more. */
    public static final int MOST_TEXT = 240;

    private static final String CUT = "…";

    public Notice {
        title = line(title, MOST_TITLE);
        text = line(text, MOST_TEXT);
    }

    /** First cut, as a text may have many thousand characters; what is made visible can be longer than it was. */
    private static String line(String any, int most) {
        return cut(SafeText.line(cut(any, 2 * most).replace("\r\n", "\n")), most);
    }

    private static String cut(String any, int most) {
        if (any.length() <= most) {
            return any;
        }
        int end = most - CUT.length();
        return any.substring(0, Character.isHighSurrogate(any.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /** The text for a desktop that takes what it shows for markup. */
    String markup() {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

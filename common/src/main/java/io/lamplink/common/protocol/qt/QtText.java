package io.lamplink.common.protocol.qt;

/** Chat text as the original program treats it: {@code QString::trimmed}, on its way out and in. */
final class QtText {
    private QtText() {}

    /** {@code text} without the white space at its ends; what is in between stays. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * {@code QChar::isSpace}: TAB to CR, NEL and the Unicode separators. Neither {@link Character#isWhitespace} (which
     * leaves out no-break spaces and takes U+001C to U+001F) nor {@link String#trim} is the same.
     */
    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
    }
}

package io.lamplink.common.protocol;

/**
 * What every dialect does to text on its way in and out, so that no surrogate without its partner ever passes: UTF-8 has no
 * bytes for one (RFC 3629, section 3), and each program that meets one handles it differently.
 */
public final class WireText {
    private static final char REPLACEMENT = '\uFFFD';

    private WireText() {}

    /** {@code text} with each surrogate that has no partner replaced by U+FFFD; the length stays the same. */
    public static String wellFormed(String text) {
        int first = firstLone(text, 0);
        if (first < 0) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text);
        for (int at = first; at >= 0; at = firstLone(text, at + 1)) {
            mended.setCharAt(at, REPLACEMENT);
        }
        return mended.toString();
    }

    /**
     * {@code text} made well-formed for sending.
     *
     * @param what what the text is, to begin a sentence with
     * @param maxChars UTF-16 code units, from {@link ProtocolLimits}
     * @throws IllegalArgumentException if it is longer
     */
    public static String outgoing(String what, String text, int maxChars) {
        if (text.length() > maxChars) {
            throw new IllegalArgumentException(
                    what + " has " + text.length() + " characters, more than " + maxChars + ".");
        }
        return wellFormed(text);
    }

    /** Where the first surrogate without partner stands, at {@code from} or after it; -1 if there is none. */
    private static int firstLone(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }
}

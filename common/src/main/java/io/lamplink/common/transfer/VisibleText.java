package io.lamplink.common.transfer;

/** Which characters of a name from the wire may be shown and saved. */
public final class VisibleText {
    private VisibleText() {}

    /**
     * Whether the code point has a place in a name: not a control character, not invisible (zero width, bidirectional
     * overrides and isolates, byte order mark), not half a surrogate pair, not a line break of any kind.
     */
    public static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

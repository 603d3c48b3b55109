package io.lamplink.common.history;

/**
 * What a person wants kept.
 *
 * @param on whether anything is written; what is there stays until it is cleared
 * @param days how long, counted from when it was written; 0 for ever
 */
public record Keeping(boolean on, int days) {
    /** Everything, for ever. */
    public static final Keeping EVERYTHING = new Keeping(true, 0);

    public Keeping {
        if (days < 0) {
            throw new IllegalArgumentException("A history can't be kept for " + days + " days.");
        }
    }
}

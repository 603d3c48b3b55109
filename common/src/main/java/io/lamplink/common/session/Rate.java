package io.lamplink.common.session;

/**
 * How often a peer may do something. Beyond the burst it is read more slowly, so that it gets along at the given rate and
 * loses nothing; who brought far more before that took effect means no good, and its link is closed.
 *
 * @param perSecond on average
 * @param burst at once, after a while without any
 * @param flood so many beyond that close the link
 */
public record Rate(int perSecond, int burst, int flood) {
    /** Chat texts, and questions that are answered by one, of a client. */
    public static final Rate TEXTS = new Rate(50, 200, 2_000);

    /** The same of a server, which passes on what all its clients write. */
    public static final Rate ROOM_TEXTS = new Rate(2_000, 20_000, 100_000);

    /** Offers of files that belong to no folder, and of folders. */
    public static final Rate OFFERS = new Rate(50, 2_000, 10_000);

    /** Messages that move nothing: not understood, not known, out of place; who writes; pausing, resuming and cancelling. */
    public static final Rate NOISE = new Rate(100, 1_000, 10_000);

    /** Pings, pongs, and fragments without a byte. */
    public static final Rate CONTROL = new Rate(100, 1_000, 10_000);

    /** Frames of less than 1 KiB, of all kinds together. */
    public static final Rate FRAMES = new Rate(20_000, 60_000, 100_000);
}

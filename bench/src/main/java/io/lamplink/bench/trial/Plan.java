package io.lamplink.bench.trial;

/**
 * How much is measured.
 *
 * @param quick whether it is only tried whether everything can be measured
 * @param shortWarmUps how many short files each contender for throughput passes first, so that Java has compiled what it runs
 * @param shortBytes the length of those
 * @param warmUps how many whole files follow before one counts
 * @param rounds how often each thing is measured
 * @param fileBytes the file of the throughput
 * @param memoryBytes the file during which memory is watched
 * @param texts how many texts are timed when nothing else happens, and at least during a push
 * @param textMillis from one text to the next
 * @param slowSeconds how long a file keeps a slow link busy
 * @param farSeconds the same where the round trip is long, so that its beginning and end weigh little
 * @param many how many clients, and what they do
 */
public record Plan(
        boolean quick,
        int shortWarmUps,
        long shortBytes,
        int warmUps,
        int rounds,
        long fileBytes,
        long memoryBytes,
        int texts,
        int textMillis,
        double slowSeconds,
        double farSeconds,
        Many many) {
    private static final long MIB = 1024 * 1024;

    /** What the document holds. */
    public static Plan full() {
        return new Plan(false, 200, 32 * MIB, 8, 7, 512 * MIB, 4096 * MIB, 250, 20, 4.5, 11, Many.full());
    }

    /** A minute or two. */
    public static Plan brief() {
        return new Plan(true, 3, 4 * MIB, 1, 3, 32 * MIB, 256 * MIB, 60, 20, 1, 2, Many.brief());
    }
}

package io.lamplink.bench.trial;

/**
 * How much is measured with many clients.
 *
 * @param crowd how many are connected at once
 * @param crowdSeconds for how long they talk
 * @param listeners how many hear the broadcast
 * @param texts how many texts are broadcast to them
 * @param fileBytes the file that many get at once
 * @param warmUps how often it is sent before it counts
 * @param rounds how often the broadcast and the file are measured
 */
public record Many(int crowd, int crowdSeconds, int listeners, int texts, long fileBytes, int warmUps, int rounds) {
    private static final long MEGA = 1_000_000;

    static Many full() {
        return new Many(2000, 60, 500, 1000, 100 * MEGA, 2, 7);
    }

    static Many brief() {
        return new Many(200, 5, 50, 200, 8 * MEGA, 1, 2);
    }
}

package io.lamplink.bench.worker;

/** Messages as people write them: short ones, some that need two lines, some with an emoji, some in Chinese. */
final class Passages {
    private static final int RARE = 20_000;

    private Passages() {}

    /** The one with that number; of {@value #RARE} one has a word that no other has. */
    static String of(int number) {
        return "Message " + number
                + (number % 5 == 0 ? ", which is long enough to need a second line in most windows. " : "")
                + (number % 7 == 0 ? " 😀" : "")
                + (number % 11 == 0 ? " 讲义在这里" : "")
                + (number % RARE == 0 ? " chrysanthemum" : "");
    }
}

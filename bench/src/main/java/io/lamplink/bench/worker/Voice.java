package io.lamplink.bench.worker;

/** What a worker reports: one line of words at a time, from any thread. The words hold no tab and no line break. */
@FunctionalInterface
public interface Voice {
    /** Reports {@code words}, the first of which says what the others are. */
    void say(Object... words);
}

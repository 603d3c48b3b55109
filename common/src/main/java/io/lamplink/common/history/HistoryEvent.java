package io.lamplink.common.history;

import java.nio.file.Path;

/** Something about the history that a person should know. Told on a thread of the history. */
public sealed interface HistoryEvent {

    /** What was there could not be read; it was renamed to {@code file}, and a new history has begun. */
    record SetAside(Path file) implements HistoryEvent {}

    /** Nothing is written for the time being; it is tried again by itself. */
    record Paused(HistoryProblem problem) implements HistoryEvent {}

    /**
     * It is written again.
     *
     * @param lost how many entries of the time between are not kept
     */
    record Resumed(int lost) implements HistoryEvent {}

    /** There is no history in this run. */
    record Unavailable(HistoryProblem problem) implements HistoryEvent {}
}

package io.lamplink.common.history;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * How long a history waits, and how large it may grow.
 *
 * @param retry how long until it tries again to write
 * @param cleaning how long between two looks for what is too old
 * @param mostPages how many pages of 4 KiB its file may have; 0 for what the disk holds. Asked when the file is opened
 */
record HistoryLimits(Duration retry, Duration cleaning, IntSupplier mostPages) {
    static final HistoryLimits USUAL = new HistoryLimits(Duration.ofSeconds(30), Duration.ofDays(1), () -> 0);
}

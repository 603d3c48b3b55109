package io.lamplink.common.ui.window;

import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.ui.theme.Settings;
import java.util.List;

/** The most bytes of received files that may wait to be saved, as it is remembered from one start to the next. */
public final class SpoolLimit {
    private static final String KEY = "spool-limit";
    private static final long GB = 1_000_000_000;

    /** What the window offers. */
    static final List<Long> CHOICES = List.of(DiskSpool.UNLIMITED, 100 * GB, 20 * GB, 5 * GB, GB);

    private SpoolLimit() {}

    /** What was chosen, in bytes; {@link DiskSpool#UNLIMITED} if nothing was, or nothing that makes sense. */
    public static long read(Settings settings) {
        try {
            long bytes = Long.parseLong(settings.get(KEY).orElse("0"));
            return bytes > 0 ? bytes : DiskSpool.UNLIMITED;
        } catch (NumberFormatException e) {
            return DiskSpool.UNLIMITED;
        }
    }

    static void write(Settings settings, long bytes) {
        settings.put(KEY, Long.toString(bytes == DiskSpool.UNLIMITED ? 0 : bytes));
    }
}

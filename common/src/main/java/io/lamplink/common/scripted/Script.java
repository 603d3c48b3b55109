package io.lamplink.common.scripted;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a run without a window is asked to do.
 *
 * @param say texts for each peer as it connects, in order
 * @param send files and folders for each peer as it connects, in order
 * @param receiveTo where incoming files are saved; null leaves them in the spool for the next run
 * @param exitWhenDone whether the run ends once one peer has everything
 * @param exitAfterFiles how many files must have arrived before the run ends, if it should end by that
 * @param endsWithLink whether the run ends when its link does, as a client's does
 * @param comesBack whether a lost link is sought again; then the run ends with its link only when that is given up, and what
 *     the peer has not got is what it gets over the next one
 */
public record Script(
        List<String> say,
        List<Path> send,
        @Nullable Path receiveTo,
        boolean exitWhenDone,
        OptionalInt exitAfterFiles,
        boolean endsWithLink,
        boolean comesBack) {
    public Script {
        say = List.copyOf(say);
        send = List.copyOf(send);
    }
}

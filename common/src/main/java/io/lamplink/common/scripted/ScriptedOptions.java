package io.lamplink.common.scripted;

import io.lamplink.common.transfer.SendLimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that both commands have for a run without a window. Filled by picocli. */
public final class ScriptedOptions {

    @Option(
            names = "--headless",
            description = "Run without a window; every event is one line of JSON on standard output.")
    boolean headless;

    @Option(
            names = "--say",
            paramLabel = "TEXT",
            description = "Say this to each peer as it connects; may be repeated.")
    List<String> say = new ArrayList<>();

    @Option(
            names = "--send",
            paramLabel = "FILE",
            converter = GivenPath.class,
            description = "Send this file or folder to each peer as it connects; may be repeated.")
    List<Path> send = new ArrayList<>();

    @Option(
            names = "--receive-to",
            paramLabel = "DIR",
            converter = GivenPath.class,
            description =
                    "Save incoming files here, made if need be; without it they wait until the next run saves them.")
    @Nullable
    Path receiveTo;

    @Option(
            names = "--exit-when-done",
            description = "End once one peer has everything that --say and --send asked for.")
    boolean exitWhenDone;

    @Option(
            names = "--history",
            description = "Keep what is said and sent in the history that the window shows (headless; a window's own"
                    + " settings decide otherwise).")
    boolean history;

    @Option(
            names = "--limit",
            paramLabel = "RATE",
            converter = ByteRate.class,
            description = "Send at most so many bytes of files a second, to all peers together, such as 500K or 2M"
                    + " (headless; default: as many as go; a window's own settings decide otherwise).")
    long limit = SendLimit.OFF;

    /** The most bytes of files a second that may be sent, {@link SendLimit#OFF} for as many as go. */
    public long limit() {
        return limit;
    }

    /** Whether what is said and sent is to be kept. */
    public boolean history() {
        return history;
    }

    /** Whether no window was asked for. */
    public boolean headless() {
        return headless;
    }

    /** What a server was asked for. */
    public Script forServer(OptionalInt exitAfterFiles) {
        return new Script(say, send, receiveTo, exitWhenDone, exitAfterFiles, false, false);
    }

    /** What a client was asked for, which seeks a lost link again or not. */
    public Script forClient(OptionalInt exitAfterFiles, boolean comesBack) {
        return new Script(say, send, receiveTo, exitWhenDone, exitAfterFiles, true, comesBack);
    }
}

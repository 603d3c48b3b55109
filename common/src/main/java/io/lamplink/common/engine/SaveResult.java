package io.lamplink.common.engine;

import java.nio.file.Path;

/** How saving a received file ended. Whatever the outcome, the received bytes and what stood at the target are not lost. */
public sealed interface SaveResult {
    /** The file is at {@code target}, whole and checked. */
    record Saved(Path target) implements SaveResult {}

    /** It was not saved; the received file is still in the spool and what stood at the target is untouched. */
    record NotSaved(Problem problem, Path target) implements SaveResult {}

    /** Why it was not saved. */
    enum Problem {
        /** No room on the target's disk. */
        DISK_FULL,
        /** The folder is gone. */
        NO_FOLDER,
        /** The folder or file may not be written. */
        NOT_PERMITTED,
        /** What was written is not what was received. */
        CHECK_FAILED,
        /** The transfer is not complete, or was removed. */
        NOT_COMPLETE,
        /** Anything else; the log has the trace. */
        OTHER
    }
}

package io.lamplink.common.history;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;

/** Why a history cannot be written or read. */
public enum HistoryProblem {
    /** The disk is full. */
    DISK_FULL,
    /** The file or its folder may not be written. */
    NOT_WRITABLE,
    /** Another program holds the file and does not let go. */
    BUSY,
    /** The file was written by a newer version of this program. */
    NEWER,
    /** SQLite does not run on this machine. */
    NO_DATABASE,
    /** What is in the file makes no sense. */
    DAMAGED,
    /** The disk, or something that nobody thought of. */
    OTHER;

    private static final int NO_SUCH_COLUMN = 1;

    /** A file that {@link HistorySchema} does not accept. */
    static final class UnfitException extends SQLException {
        private static final long serialVersionUID = 1L;

        private final HistoryProblem problem;

        UnfitException(HistoryProblem problem, String message) {
            super(message);
            this.problem = problem;
        }
    }

    /** What an exception means. Numbers are SQLite's primary result codes. */
    static HistoryProblem of(Exception e) {
        return switch (e) {
            case UnfitException unfit -> unfit.problem;
            case SQLException sql when sql.getCause() instanceof NativeLibraryNotFoundException -> NO_DATABASE;
            case SQLException sql -> ofCode(sql.getErrorCode());
            case FileSystemException _ -> NOT_WRITABLE;
            default -> OTHER;
        };
    }

    private static HistoryProblem ofCode(int code) {
        return switch (code) {
            case 13 -> DISK_FULL;
            case 3, 8, 14, 23 -> NOT_WRITABLE;
            case 5, 6 -> BUSY;
            case NO_SUCH_COLUMN, 11, 24, 26 -> DAMAGED;
            default -> OTHER;
        };
    }
}

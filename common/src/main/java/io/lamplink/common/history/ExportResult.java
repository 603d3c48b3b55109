package io.lamplink.common.history;

import java.nio.file.Path;

/** What became of an export. */
public sealed interface ExportResult {

    /** All {@code entries} of them are in {@code file}. */
    record Exported(Path file, long entries) implements ExportResult {}

    /** Nothing was written, and what stood there before still does. */
    record NotExported(HistoryProblem problem) implements ExportResult {}
}

package io.lamplink.common.history;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What windows ask of a history. Every method may be called from any thread and returns at once; answers come on any thread
 * and never exceptionally. Where nothing can be read, they are empty.
 */
public interface HistoryAccess {

    /** Where it is kept. */
    Path file();

    /** Lets {@code listener} hear of trouble, on any thread; the first one also hears what happened before. */
    void addListener(Consumer<HistoryEvent> listener);

    /** What is kept. */
    Keeping keeping();

    /** Changes what is kept; what is too old by that goes at once. */
    void keep(Keeping keeping);

    /** The last {@code count} entries from before this history was opened, by whichever program. */
    CompletableFuture<HistoryPage> beforeThisRun(int count);

    /** The last {@code count} entries before {@code key}; {@link Long#MAX_VALUE} for the very last. */
    CompletableFuture<HistoryPage> before(long key, int count);

    /** The newest {@code count} entries before {@code key} that have all words of {@code query}. */
    CompletableFuture<HistoryHits> search(HistoryQuery query, long key, int count);

    /** How many entries have all words of {@code query}. */
    CompletableFuture<Long> count(HistoryQuery query);

    /** Writes everything that is kept now to {@code target}, replacing what is there only by the whole file. */
    CompletableFuture<ExportResult> export(Path target, HistoryFormat format, HistoryWords words);

    /** Removes everything, also damaged files that were set aside; answers with what was in the way, if anything was. */
    CompletableFuture<Optional<HistoryProblem>> clear();

    /** A history of nothing, which keeps nothing. */
    static HistoryAccess none() {
        return NoHistory.INSTANCE;
    }
}

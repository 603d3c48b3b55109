package io.lamplink.common.history;

import io.lamplink.common.history.HistoryReader.Failure;
import io.lamplink.common.history.HistoryReader.Nothing;
import io.lamplink.common.history.HistoryReader.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What was said and sent, kept in a file that several programs may have open at the same time. Every method may be called
 * from any thread and returns at once; answers never come exceptionally. Where nothing can be read, they are empty.
 */
public final class History implements AutoCloseable {
    /** How long {@link #close} waits for the disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HistoryFile file;
    private final InstantSource clock;
    private final HistoryEvents events = new HistoryEvents();
    private final HistoryReader reader;
    private final HistoryWriter writer;

    /** The history in {@code path}, which need not be there. */
    public History(Path path, Keeping keeping) {
        this(path, keeping, InstantSource.system(), HistoryLimits.USUAL);
    }

    History(Path path, Keeping keeping, InstantSource clock, HistoryLimits limits) {
        this.file = new HistoryFile(path);
        this.clock = clock;
        this.reader = new HistoryReader(file);
        this.writer = new HistoryWriter(file, keeping, clock, limits, events, reader::disconnect);
        writer.start();
    }

    /** Where it is kept. */
    public Path file() {
        return file.path();
    }

    /** Lets {@code listener} hear of trouble; the first one also hears what happened before. */
    public void addListener(Consumer<HistoryEvent> listener) {
        events.add(listener);
    }

    /** What is kept. */
    public Keeping keeping() {
        return writer.keeping();
    }

    /** Changes what is kept; what is too old by that goes at once. */
    public void keep(Keeping keeping) {
        writer.keep(keeping);
    }

    /**
     * Keeps {@code entry}. A text that is kept already is not kept twice; of a transfer that is, the outcome, the failure
     * and the path are changed.
     */
    public void add(HistoryEntry entry) {
        writer.add(new HistoryChange.Happened(entry));
    }

    /** {@code more} peers have a text of this side. */
    public void delivered(UUID text, int more) {
        writer.add(new HistoryChange.Delivered(text, more));
    }

    /** A peer could not be reached by a text of this side. */
    public void failed(UUID text) {
        writer.add(new HistoryChange.Failed(text));
    }

    /** Completes when all that was added so far is there for readers, or cannot be written. */
    public CompletableFuture<Void> flushed() {
        return writer.flushed();
    }

    /** The last {@code count} entries from before this history was opened, by whichever program. */
    public CompletableFuture<HistoryPage> beforeThisRun(int count) {
        return writer.opened()
                .thenCompose(newest -> newest == HistoryEntry.NOT_KEPT
                        ? CompletableFuture.completedFuture(HistoryPage.EMPTY)
                        : before(newest + 1, count));
    }

    /** The last {@code count} entries before {@code key}; {@link Long#MAX_VALUE} for the very last. */
    public CompletableFuture<HistoryPage> before(long key, int count) {
        return page(connection -> HistoryQueries.before(connection, key, count));
    }

    /** The first {@code count} entries after {@code key}. */
    public CompletableFuture<HistoryPage> after(long key, int count) {
        return page(connection -> HistoryQueries.after(connection, key, count));
    }

    /** {@code count} entries around {@code key}, half of them before it. */
    public CompletableFuture<HistoryPage> around(long key, int count) {
        return page(connection -> HistoryQueries.around(connection, key, count));
    }

    /** The newest {@code count} entries before {@code key} that have all words of {@code query}. */
    public CompletableFuture<HistoryHits> search(HistoryQuery query, long key, int count) {
        if (query.isEmpty()) {
            return CompletableFuture.completedFuture(HistoryHits.NONE);
        }
        return read(connection -> HistoryQueries.search(connection, query, key, count), HistoryHits.NONE);
    }

    /** How many entries have all words of {@code query}. */
    public CompletableFuture<Long> count(HistoryQuery query) {
        if (query.isEmpty()) {
            return CompletableFuture.completedFuture(0L);
        }
        return read(connection -> HistoryQueries.count(connection, query), 0L);
    }

    private CompletableFuture<HistoryPage> page(Query<HistoryPage> query) {
        return read(query, HistoryPage.EMPTY);
    }

    private <T> CompletableFuture<T> read(Query<T> query, T none) {
        return read(query, () -> none, _ -> none);
    }

    private <T> CompletableFuture<T> read(Query<T> query, Nothing<T> none, Failure<T> failure) {
        return reader.read(writer.opened(), query, none, problem -> {
            if (problem == HistoryProblem.DAMAGED) {
                writer.suspect();
            }
            return failure.answer(problem);
        });
    }

    /** Writes everything that is kept now to {@code target}, replacing what is there only by the whole file. */
    public CompletableFuture<ExportResult> export(Path target, HistoryFormat format, HistoryWords words) {
        HistoryExport export = new HistoryExport(target, format, words, clock.instant());
        return flushed().thenCompose(_ -> read(export::of, export::ofNothing, ExportResult.NotExported::new));
    }

    /** Removes everything, also damaged files that were set aside; answers with what was in the way, if anything was. */
    public CompletableFuture<Optional<HistoryProblem>> clear() {
        return writer.clear();
    }

    /** Writes what was added so far and lets go of the file; waits for it for 3 seconds at most. */
    @Override
    public void close() {
        writer.close(PATIENCE);
        reader.close();
    }
}

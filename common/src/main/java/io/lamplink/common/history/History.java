package io.lamplink.common.history;

import io.lamplink.common.history.HistoryReader.Failure;
import io.lamplink.common.history.HistoryReader.Nothing;
import io.lamplink.common.history.HistoryReader.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What was said and sent, kept in a file that several programs may have open at the same time. */
public final class History implements HistoryAccess, AutoCloseable {
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

    @Override
    public Path file() {
        return file.path();
    }

    @Override
    public void addListener(Consumer<HistoryEvent> listener) {
        events.add(listener);
    }

    @Override
    public Keeping keeping() {
        return writer.keeping();
    }

    @Override
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

    /** A text of this side goes out once more to {@code peers} that it could not reach. */
    public void sentAgain(UUID text, int peers) {
        writer.add(new HistoryChange.SentAgain(text, peers));
    }

    /** The peer with that identity has a text of this side that {@link #waits} or {@link #misses} was told of. */
    public void has(UUID text, UUID identity) {
        writer.add(new HistoryChange.Missing(text, identity, new MissingTexts.Fate.Arrived()));
    }

    /** The peer with that identity did not get a text of this side; a person decides whether it gets it again. */
    public void misses(UUID text, UUID identity) {
        writer.add(new HistoryChange.Missing(text, identity, new MissingTexts.Fate.Failed()));
    }

    /**
     * A text of this side goes to the peer with that identity as soon as it is there, by itself and even after a restart.
     *
     * @param sender who this side is to its peers: no other program sends it
     */
    public void waits(UUID text, UUID identity, UUID sender) {
        writer.add(new HistoryChange.Missing(text, identity, new MissingTexts.Fate.Waiting(sender)));
    }

    /** The texts from before this history was opened that {@code sender} still has for {@code identity}, oldest first. */
    public CompletableFuture<List<HistoryEntry.Text>> waiting(UUID sender, UUID identity) {
        return writer.opened()
                .thenCompose(newest ->
                        read(connection -> MissingTexts.waiting(connection, sender, identity, newest + 1), List.of()));
    }

    /** Completes when all that was added so far is there for readers, or cannot be written. */
    public CompletableFuture<Void> flushed() {
        return writer.flushed();
    }

    @Override
    public CompletableFuture<HistoryPage> beforeThisRun(int count) {
        return writer.opened()
                .thenCompose(newest -> newest == HistoryEntry.NOT_KEPT
                        ? CompletableFuture.completedFuture(HistoryPage.EMPTY)
                        : before(newest + 1, count));
    }

    @Override
    public CompletableFuture<HistoryPage> before(long key, int count) {
        return page(connection -> HistoryQueries.before(connection, key, count));
    }

    @Override
    public CompletableFuture<HistoryHits> search(HistoryQuery query, long key, int count) {
        if (query.isEmpty()) {
            return CompletableFuture.completedFuture(HistoryHits.NONE);
        }
        return read(connection -> HistoryQueries.search(connection, query, key, count), HistoryHits.NONE);
    }

    @Override
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

    @Override
    public CompletableFuture<ExportResult> export(Path target, HistoryFormat format, HistoryWords words) {
        HistoryExport export = new HistoryExport(target, format, words, clock.instant());
        return flushed().thenCompose(_ -> read(export::of, export::ofNothing, ExportResult.NotExported::new));
    }

    @Override
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

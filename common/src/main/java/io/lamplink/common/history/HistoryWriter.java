package io.lamplink.common.history;

import io.lamplink.common.history.HistoryQueue.Work;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It opens the file, writes what waits in batches, removes what is too old, sets a damaged file
 * aside, and pauses while the disk does not take anything. Whatever happens there, it goes on.
 */
final class HistoryWriter {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);

    /** A damaged file is looked through at the first try and replaced at the second; then it is the disk. */
    private static final int TRIES = 3;

    private final HistoryFile file;
    private final InstantSource clock;
    private final HistoryLimits limits;
    private final HistoryEvents events;
    private final Runnable disconnectReaders;
    private final HistoryQueue queue = new HistoryQueue();
    private final CompletableFuture<Long> opened = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "lamplink-history-writer");

    private volatile Keeping keeping;
    private @Nullable HistoryTables tables;
    private @Nullable List<HistoryChange> unwritten;
    private @Nullable HistoryProblem problem;
    private boolean unavailable;
    private long due;

    /**
     * A writer that has not begun.
     *
     * @param disconnectReaders closes every connection but the writer's
     */
    HistoryWriter(
            HistoryFile file,
            Keeping keeping,
            InstantSource clock,
            HistoryLimits limits,
            HistoryEvents events,
            Runnable disconnectReaders) {
        this.file = file;
        this.keeping = keeping;
        this.clock = clock;
        this.limits = limits;
        this.events = events;
        this.disconnectReaders = disconnectReaders;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Completes with the key of the newest entry once the file can be read, or will not be for now. */
    CompletableFuture<Long> opened() {
        return opened;
    }

    Keeping keeping() {
        return keeping;
    }

    void add(HistoryChange change) {
        if (keeping.on()) {
            queue.add(change);
        }
    }

    void keep(Keeping wanted) {
        keeping = wanted;
        queue.ask(this::clean);
    }

    /** Completes when what was added so far is written, or cannot be. */
    CompletableFuture<Void> flushed() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (!queue.ask(() -> done.complete(null))) {
            done.complete(null);
        }
        return done;
    }

    /** Removes everything, also what was set aside; tells why it could not. */
    CompletableFuture<Optional<HistoryProblem>> clear() {
        CompletableFuture<Optional<HistoryProblem>> done = new CompletableFuture<>();
        if (!queue.ask(() -> done.complete(clearNow()))) {
            done.complete(Optional.of(HistoryProblem.OTHER));
        }
        return done;
    }

    /** A reader could make no sense of the file. */
    void suspect() {
        queue.ask(() -> onTables(HistoryWriter::look));
    }

    /** Writes what waits, if that can be, and ends; waits for it for {@code patience} at most. */
    void close(Duration patience) {
        queue.close();
        try {
            if (!thread.join(patience)) {
                LOG.warn("The history could not be written in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        if (keeping.on() || file.exists()) {
            open();
        }
        opened.complete(HistoryEntry.NOT_KEPT);
        boolean going = true;
        while (going && !unavailable) {
            going = step();
        }
        if (unavailable) {
            serveNothing();
        }
        disconnect();
    }

    private void open() {
        boolean leftOpen = file.wasLeftOpen();
        onTables(fresh -> opened.complete(fresh.newest()));
        opened.complete(HistoryEntry.NOT_KEPT);
        if (leftOpen && problem == null) {
            onTables(HistoryWriter::look);
        }
        if (problem == null) {
            clean();
        }
    }

    private boolean step() {
        try {
            switch (queue.take(due - System.nanoTime(), problem == null)) {
                case Work.Batch(List<HistoryChange> changes) -> write(changes);
                case Work.Request(Runnable task) -> task.run();
                case Work.Nothing _ -> {}
                case Work.End _ -> {
                    return problem != null && goOn();
                }
            }
            tend();
        } catch (InterruptedException e) {
            return false;
        } catch (RuntimeException e) {
            LOG.error("Something of the history is lost.", e);
        }
        return true;
    }

    private void tend() {
        if (System.nanoTime() - due < 0) {
            return;
        }
        if (problem == null) {
            clean();
        } else {
            goOn();
        }
    }

    /** Requests are still answered, in vain. */
    private void serveNothing() {
        try {
            Work work = new Work.Nothing();
            while (!(work instanceof Work.End)) {
                work = queue.take(Long.MAX_VALUE, true);
                if (work instanceof Work.Request(Runnable task)) {
                    task.run();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The history's thread was interrupted.", e);
        }
    }

    private void write(List<HistoryChange> changes) {
        Instant now = clock.instant();
        if (onTables(open -> open.write(changes, now))) {
            tellLost();
        } else if (problem != null) {
            unwritten = changes;
        }
    }

    private void tellLost() {
        int lost = queue.takeLost();
        if (lost > 0) {
            events.tell(new HistoryEvent.Resumed(lost));
        }
    }

    /** Tries to write after a pause; answers whether that went well. */
    private boolean goOn() {
        List<HistoryChange> waiting = unwritten == null ? List.of() : unwritten;
        Instant now = clock.instant();
        if (!onTables(open -> open.write(waiting, now))) {
            return false;
        }
        unwritten = null;
        problem = null;
        events.tell(new HistoryEvent.Resumed(queue.takeLost()));
        clean();
        return true;
    }

    private void clean() {
        due = System.nanoTime() + limits.cleaning().toNanos();
        int days = keeping.days();
        if (days > 0 && (tables != null || file.exists())) {
            onTables(open -> open.removeBefore(clock.instant().minus(Duration.ofDays(days))));
        }
    }

    private Optional<HistoryProblem> clearNow() {
        try {
            file.removeSetAside();
        } catch (IOException e) {
            LOG.warn("What was set aside could not be removed.", e);
            return Optional.of(HistoryProblem.of(e));
        }
        if (unavailable || (file.exists() && !onTables(HistoryTables::empty))) {
            return Optional.of(problem == null ? HistoryProblem.OTHER : problem);
        }
        return Optional.empty();
    }

    private static void look(HistoryTables open) throws SQLException {
        if (!open.isSound()) {
            throw new HistoryProblem.UnfitException(HistoryProblem.DAMAGED, "The file is damaged.");
        }
    }

    /** Something to do with the file. */
    @FunctionalInterface
    private interface Task {
        void run(HistoryTables open) throws SQLException, IOException;
    }

    /** Does it, on another file if this one is damaged; answers whether it is done, and otherwise begins a pause. */
    private boolean onTables(Task task) {
        for (int tries = 1; !unavailable; tries++) {
            try {
                task.run(tables());
                return true;
            } catch (SQLException | IOException e) {
                if (HistoryProblem.of(e) != HistoryProblem.DAMAGED || tries == TRIES || !replace(tries > 1, e)) {
                    fail(HistoryProblem.of(e), e);
                    return false;
                }
            } catch (LinkageError e) {
                fail(HistoryProblem.NO_DATABASE, e);
            }
        }
        return false;
    }

    private HistoryTables tables() throws SQLException, IOException {
        HistoryTables open = tables;
        if (open != null && open.isCurrent()) {
            return open;
        }
        disconnect();
        // SQLite refuses one of two programs that make the same file at once, however long they would wait.
        file.alone(() -> tables = new HistoryTables(file, limits.mostPages().getAsInt()));
        return Objects.requireNonNull(tables);
    }

    /** Begins a new file, unless another program has done so already or the damage could be mended. */
    private boolean replace(boolean anyway, Exception damage) {
        LOG.warn("The history in {} is damaged.", file.path(), damage);
        disconnect();
        disconnectReaders.run();
        try {
            file.alone(() -> {
                if (file.exists() && (anyway || !isSound())) {
                    events.tell(new HistoryEvent.SetAside(file.setAside(clock.instant())));
                }
            });
            return true;
        } catch (IOException | SQLException e) {
            LOG.warn("The damaged history could not be set aside.", e);
            return false;
        }
    }

    private boolean isSound() {
        try (HistoryTables fresh = new HistoryTables(file, limits.mostPages().getAsInt())) {
            return fresh.isSound();
        } catch (SQLException | IOException e) {
            LOG.debug("The file is no history.", e);
            return false;
        }
    }

    private void fail(HistoryProblem now, Throwable e) {
        disconnect();
        due = System.nanoTime() + limits.retry().toNanos();
        if (problem == now) {
            return;
        }
        LOG.warn("The history in {} can't be written.", file.path(), e);
        problem = now;
        unavailable = now == HistoryProblem.NEWER || now == HistoryProblem.NO_DATABASE;
        events.tell(unavailable ? new HistoryEvent.Unavailable(now) : new HistoryEvent.Paused(now));
    }

    private void disconnect() {
        HistoryTables open = tables;
        tables = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("The history was not closed properly.", e);
            }
        }
    }
}

package io.lamplink.common.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that reads, on a connection of its own: it neither waits for the writer nor holds it up. */
final class HistoryReader {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryReader.class);

    private final HistoryFile file;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("lamplink-history-reader").factory());
    private @Nullable HistoryConnection connection;
    private boolean closed;

    HistoryReader(HistoryFile file) {
        this.file = file;
    }

    /** Something to read. */
    @FunctionalInterface
    interface Query<T> {
        T read(Connection connection) throws SQLException, IOException;
    }

    /** What there is to say where there is no file. */
    @FunctionalInterface
    interface Nothing<T> {
        T answer() throws IOException;
    }

    /** What becomes of a query that failed. */
    @FunctionalInterface
    interface Failure<T> {
        T answer(HistoryProblem problem);
    }

    /** Reads when {@code opened} completes. */
    <T> CompletableFuture<T> read(CompletableFuture<?> opened, Query<T> query, Nothing<T> none, Failure<T> failure) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        var _ = opened.whenComplete((_, _) -> {
            try {
                thread.execute(() -> answer.complete(readNow(query, none, failure)));
            } catch (RejectedExecutionException e) {
                answer.complete(failure.answer(HistoryProblem.OTHER));
            }
        });
        return answer;
    }

    private synchronized <T> T readNow(Query<T> query, Nothing<T> none, Failure<T> failure) {
        if (closed) {
            return failure.answer(HistoryProblem.OTHER);
        }
        try {
            HistoryConnection open = current();
            return open == null ? none.answer() : query.read(open.sql());
        } catch (SQLException | IOException e) {
            LOG.warn("The history in {} could not be read.", file.path(), e);
            disconnect();
            return failure.answer(HistoryProblem.of(e));
        } catch (LinkageError e) {
            LOG.warn("The history in {} could not be read.", file.path(), e);
            return failure.answer(HistoryProblem.NO_DATABASE);
        } catch (RuntimeException e) {
            LOG.error("A question to the history was not answered.", e);
            return failure.answer(HistoryProblem.OTHER);
        }
    }

    private @Nullable HistoryConnection current() throws SQLException {
        HistoryConnection open = connection;
        if (open != null && open.isCurrent()) {
            return open;
        }
        disconnect();
        if (file.exists()) {
            connection = HistoryConnection.reading(file);
        }
        return connection;
    }

    /** Lets go of the file, after what is being read; it is opened again when something is to be read. */
    synchronized void disconnect() {
        HistoryConnection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("The history was not closed properly.", e);
            }
        }
    }

    /** Reads nothing more; waits for what is being read. */
    synchronized void close() {
        closed = true;
        thread.shutdown();
        disconnect();
    }
}

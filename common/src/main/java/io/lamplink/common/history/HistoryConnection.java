package io.lamplink.common.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;

/** A connection to the file of a history, which notices when another file has taken its place. Used by one thread. */
final class HistoryConnection implements AutoCloseable {
    /** How long another program may hold the file. */
    private static final int PATIENCE_MILLIS = 5_000;

    private final HistoryFile file;
    private final Connection connection;
    private final @Nullable Object identity;

    private HistoryConnection(HistoryFile file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.identity = file.identity();
    }

    /** A connection that writes; makes the file and its tables if need be. */
    static HistoryConnection writing(HistoryFile file, int mostPages) throws SQLException, IOException {
        NativeLibrary.prepare(file.path().resolveSibling("native"));
        file.create();
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        // A killed program loses nothing by this, and one whose machine loses its power no more than its last texts.
        config.setSynchronous(SynchronousMode.NORMAL);
        if (mostPages > 0) {
            config.setMaxPageCount(mostPages);
        }
        HistoryConnection fresh = connect(file, config);
        try {
            HistorySchema.prepare(fresh.connection);
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    /** A connection that only reads a file that is there. */
    static HistoryConnection reading(HistoryFile file) throws SQLException {
        HistoryConnection fresh = connect(file, config());
        try (Statement statement = fresh.connection.createStatement()) {
            statement.execute("PRAGMA query_only = true");
        }
        return fresh;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setTempStore(TempStore.MEMORY); // Nothing of a chat belongs among the temporary files.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return config;
    }

    /** A name as an address, because the driver would take a question mark in a path for the start of its settings. */
    private static HistoryConnection connect(HistoryFile file, SQLiteConfig config) throws SQLException {
        return new HistoryConnection(
                file, config.createConnection("jdbc:sqlite:" + file.path().toUri()));
    }

    Connection sql() {
        return connection;
    }

    /** Whether the file that it has open still is the one of that name. */
    boolean isCurrent() {
        return Objects.equals(identity, file.identity());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package io.lamplink.common.history;

import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEntry.Transfer;
import io.lamplink.common.history.HistoryEntry.Visit;
import io.lamplink.common.protocol.FailureReason;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that is ever written to the file, on a connection of its own. Used by the writing thread alone. */
final class HistoryTables implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryTables.class);

    /** SQLite's codes for what is too big, against a constraint, of another type, out of range. */
    private static final Set<Integer> REFUSED = Set.of(18, 19, 20, 25);

    /** How many entries that are too old go at once. */
    private static final int TOO_OLD_AT_ONCE = 500;

    private final HistoryConnection connection;
    private final Statement statement;
    private final PreparedStatement text;
    private final PreparedStatement transfer;
    private final PreparedStatement visit;
    private final PreparedStatement same;
    private final PreparedStatement delivered;
    private final PreparedStatement failed;
    private final PreparedStatement again;
    private final MissingTexts missing;

    /**
     * The tables of {@code file}, made or brought up to date if need be.
     *
     * @param mostPages how many pages it may have; 0 for what the disk holds
     */
    HistoryTables(HistoryFile file, int mostPages) throws SQLException, IOException {
        connection = HistoryConnection.writing(file, mostPages);
        try {
            statement = connection.sql().createStatement();
            String first = "INSERT INTO entry (id, time, recorded, name, identity, kind, ";
            text = prepare(first + "own, body, audience, flags, recipients) VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (id) DO NOTHING");
            transfer = prepare(first + "own, body, size, files, batch, outcome, failure, path)"
                    + " VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                    + " outcome = excluded.outcome, failure = excluded.failure, path = excluded.path"
                    + " WHERE kind = 1 AND own = excluded.own AND body = excluded.body");
            visit = prepare(first + "outcome) VALUES (?, ?, ?, ?, ?, 2, ?) ON CONFLICT (id) DO NOTHING");
            same = prepare("SELECT 1 FROM entry WHERE id = ? AND kind = 0 AND body = ?");
            String change = " + ? WHERE id = ? AND kind = 0 AND own = 1";
            delivered = prepare("UPDATE entry SET delivered = delivered" + change);
            failed = prepare("UPDATE entry SET failed = failed" + change);
            again = prepare("UPDATE entry SET failed = max(0, failed - ?) WHERE id = ? AND kind = 0 AND own = 1");
            missing = new MissingTexts(connection.sql());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return connection.sql().prepareStatement(sql);
    }

    /** Whether the file that is written still is the one of that name. */
    boolean isCurrent() {
        return connection.isCurrent();
    }

    /** The key of the newest entry; 0 if there is none. */
    long newest() throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT max(key) FROM entry")) {
            return result.next() ? result.getLong(1) : HistoryEntry.NOT_KEPT;
        }
    }

    /** Writes all of {@code changes} or none. */
    void write(List<HistoryChange> changes, Instant now) throws SQLException {
        HistorySchema.inOneStep(statement, _ -> {
            for (HistoryChange change : changes) {
                try {
                    write(change, now);
                } catch (SQLException e) {
                    skip(e);
                }
            }
        });
    }

    private void write(HistoryChange change, Instant now) throws SQLException {
        switch (change) {
            case HistoryChange.Happened(Text said) -> write(said, now);
            case HistoryChange.Happened(Transfer moved) -> write(moved, now);
            case HistoryChange.Happened(Visit came) -> write(came, now);
            case HistoryChange.Delivered(UUID id, int more) -> count(delivered, id, more);
            case HistoryChange.Failed(UUID id) -> count(failed, id, 1);
            case HistoryChange.SentAgain(UUID id, int peers) -> count(again, id, peers);
            case HistoryChange.Missing which -> missing.write(which);
        }
    }

    /** What the table does not take by its own rules would not be taken later either, and must not keep the rest out. */
    private static void skip(SQLException e) throws SQLException {
        if (!REFUSED.contains(e.getErrorCode())) {
            throw e;
        }
        LOG.error("An entry of the history is left away.", e);
    }

    /** A text that comes again is not kept again; another one that a peer gave the same name is, under a name of its own. */
    private void write(Text entry, Instant now) throws SQLException {
        if (insert(entry, entry.id(), now) == 0 && !isKept(entry)) {
            insert(entry, UUID.randomUUID(), now);
        }
    }

    private boolean isKept(Text entry) throws SQLException {
        same.setBytes(1, HistoryRow.bytes(entry.id()));
        same.setString(2, entry.text());
        try (ResultSet result = same.executeQuery()) {
            return result.next();
        }
    }

    private int insert(Text entry, UUID id, Instant now) throws SQLException {
        begin(text, id, entry.time(), now, entry.writer());
        text.setBoolean(6, entry.own());
        text.setString(7, entry.text());
        text.setString(8, String.join("\n", entry.to()));
        text.setInt(9, (entry.member() ? HistoryRow.MEMBER : 0) | (entry.direct() ? HistoryRow.DIRECT : 0));
        text.setInt(10, entry.recipients());
        return text.executeUpdate();
    }

    private void write(Transfer entry, Instant now) throws SQLException {
        begin(transfer, entry.id(), entry.time(), now, entry.peer());
        transfer.setBoolean(6, entry.own());
        transfer.setString(7, entry.name());
        transfer.setLong(8, entry.size());
        transfer.setInt(9, entry.files());
        set(transfer, 10, entry.batch());
        transfer.setString(11, entry.outcome().name());
        FailureReason failure = entry.failure();
        transfer.setString(12, failure == null ? null : failure.token());
        transfer.setString(13, entry.path());
        transfer.executeUpdate();
    }

    private void write(Visit entry, Instant now) throws SQLException {
        begin(visit, entry.id(), entry.time(), now, entry.who());
        visit.setString(6, entry.turn().name());
        visit.executeUpdate();
    }

    private static void begin(PreparedStatement insert, UUID id, Instant time, Instant now, Party party)
            throws SQLException {
        insert.setBytes(1, HistoryRow.bytes(id));
        insert.setLong(2, HistoryRow.millis(time));
        insert.setLong(3, now.toEpochMilli());
        insert.setString(4, party.name());
        set(insert, 5, party.identity());
    }

    private static void set(PreparedStatement insert, int place, @Nullable UUID id) throws SQLException {
        if (id == null) {
            insert.setNull(place, Types.BLOB);
        } else {
            insert.setBytes(place, HistoryRow.bytes(id));
        }
    }

    private static void count(PreparedStatement update, UUID id, int more) throws SQLException {
        update.setInt(1, more);
        update.setBytes(2, HistoryRow.bytes(id));
        update.executeUpdate();
    }

    /** Removes what was written before {@code limit}, some at a time so that other programs get their turn. */
    void removeBefore(Instant limit) throws SQLException {
        String sql = "DELETE FROM entry WHERE key IN (SELECT key FROM entry WHERE recorded < " + limit.toEpochMilli()
                + " ORDER BY key LIMIT " + TOO_OLD_AT_ONCE + ")";
        int removed;
        do {
            removed = statement.executeUpdate(sql);
        } while (removed > 0);
    }

    /** Removes everything. */
    void empty() throws SQLException {
        HistorySchema.empty(connection.sql());
    }

    /** See {@link HistorySchema#isSound}. */
    boolean isSound() throws SQLException {
        return HistorySchema.isSound(connection.sql());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

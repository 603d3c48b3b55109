package io.lamplink.common.history;

import io.lamplink.common.history.HistoryProblem.UnfitException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, and how a file of an earlier version becomes one of this. {@code PRAGMA user_version} counts the steps that a
 * file has taken; a step that has been released is never changed.
 */
final class HistorySchema {

    /** Finds three and more characters of any script wherever they stand, whatever their case. */
    private static final String SEARCH = "CREATE VIRTUAL TABLE search USING"
            + " fts5(body, content='entry', content_rowid='key', tokenize='trigram')";

    private static final List<String> SEARCH_FOLLOWS = List.of(
            "CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN"
                    + " INSERT INTO search(rowid, body) VALUES (new.key, new.body); END",
            "CREATE TRIGGER entry_removed AFTER DELETE ON entry BEGIN"
                    + " INSERT INTO search(search, rowid, body) VALUES ('delete', old.key, old.body); END");

    private static final String MISSING_FOLLOWS = "CREATE TRIGGER entry_forgotten AFTER DELETE ON entry"
            + " WHEN old.own = 1 AND old.kind = 0 BEGIN DELETE FROM missing WHERE text = old.id; END";

    private static final List<List<String>> STEPS = List.of(
            List.of(
                    """
                    CREATE TABLE entry (
                        key        INTEGER PRIMARY KEY AUTOINCREMENT,
                        kind       INTEGER NOT NULL,             -- 0 text, 1 transfer, 2 visit
                        id         BLOB NOT NULL UNIQUE,         -- 16 bytes
                        time       INTEGER NOT NULL,             -- when it happened, ms since 1970
                        recorded   INTEGER NOT NULL,             -- when it was written here, ms since 1970
                        own        INTEGER NOT NULL DEFAULT 0,   -- 1 if this side wrote or sent it
                        name       TEXT NOT NULL DEFAULT '',     -- of who did, or of the other side
                        identity   BLOB,                         -- of the same
                        body       TEXT NOT NULL DEFAULT '',     -- the text, or the file's name
                        audience   TEXT NOT NULL DEFAULT '',     -- names, a line each; empty for everyone
                        flags      INTEGER NOT NULL DEFAULT 0,   -- 1 one of many, 2 not to everyone
                        recipients INTEGER NOT NULL DEFAULT 0,
                        delivered  INTEGER NOT NULL DEFAULT 0,
                        failed     INTEGER NOT NULL DEFAULT 0,
                        batch      BLOB,
                        size       INTEGER NOT NULL DEFAULT 0,
                        files      INTEGER NOT NULL DEFAULT -1,
                        outcome    TEXT,
                        failure    TEXT,
                        path       TEXT
                    )""",
                    // Keys go on where those of a file end that was set aside: no window takes new entries for old
                    // ones.
                    "INSERT INTO sqlite_sequence (name, seq) VALUES ('entry', CAST(1000000 * unixepoch('subsec') AS INTEGER))"),
            List.of(
                    SEARCH,
                    SEARCH_FOLLOWS.getFirst(),
                    SEARCH_FOLLOWS.getLast(),
                    "INSERT INTO search(search) VALUES ('rebuild')"),
            List.of("""
                    CREATE TABLE missing (
                        text     BLOB NOT NULL,  -- a text of this side, by its id
                        identity BLOB NOT NULL,  -- of a peer that is not known to have it
                        sender   BLOB,           -- by which this side goes on with it by itself; null if a person decides
                        PRIMARY KEY (text, identity)
                    ) WITHOUT ROWID""", MISSING_FOLLOWS));

    /** How many steps a file of this version has taken. */
    static final int VERSION = STEPS.size();

    private HistorySchema() {}

    /**
     * Makes the tables, or brings them up to date; two programs may do it at the same time.
     *
     * @throws SQLException if that cannot be, with {@link HistoryProblem#NEWER} or {@link HistoryProblem#DAMAGED} where the
     *     file itself is the reason
     */
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (number(statement, "PRAGMA user_version") != VERSION) {
                inOneStep(statement, HistorySchema::takeSteps);
            }
            check(statement);
        }
    }

    private static void takeSteps(Statement statement) throws SQLException {
        int taken = number(statement, "PRAGMA user_version");
        if (taken > VERSION) {
            throw new UnfitException(HistoryProblem.NEWER, "The file has version " + taken + ".");
        }
        if (taken < 0 || (taken == 0 && number(statement, "SELECT count(*) FROM sqlite_master") > 0)) {
            throw new UnfitException(HistoryProblem.DAMAGED, "The file is no history.");
        }
        for (List<String> step : STEPS.subList(taken, VERSION)) {
            for (String sql : step) {
                statement.execute(sql);
            }
        }
        statement.execute("PRAGMA user_version = " + VERSION);
    }

    /** Tables that are not what the version says would fail later, one statement at a time. */
    private static void check(Statement statement) throws SQLException {
        number(statement, "SELECT recorded, " + HistoryRow.COLUMNS + " FROM entry LIMIT 0");
        number(statement, "SELECT body FROM search LIMIT 0");
        number(statement, "SELECT text, identity, sender FROM missing LIMIT 0");
    }

    /** Takes everything away, also from the pages of the file. */
    static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            inOneStep(statement, HistorySchema::removeEverything);
            statement.execute("VACUUM");
            number(statement, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** Entries go at once, without the triggers that would take each out of the index by itself. */
    private static void removeEverything(Statement statement) throws SQLException {
        for (String sql : List.of(
                "DROP TRIGGER entry_added",
                "DROP TRIGGER entry_removed",
                "DROP TRIGGER entry_forgotten",
                "DROP TABLE search",
                "DELETE FROM missing",
                "DELETE FROM entry",
                MISSING_FOLLOWS)) {
            statement.execute(sql);
        }
        statement.execute(SEARCH);
        for (String sql : SEARCH_FOLLOWS) {
            statement.execute(sql);
        }
    }

    /** Several statements, of which all are carried out or none. */
    @FunctionalInterface
    interface Step {
        void take(Statement statement) throws SQLException;
    }

    static void inOneStep(Statement statement, Step step) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        try {
            step.take(statement);
            statement.execute("COMMIT");
        } catch (SQLException e) {
            try {
                statement.execute("ROLLBACK");
            } catch (SQLException again) {
                e.addSuppressed(again); // SQLite has gone back by itself.
            }
            throw e;
        }
    }

    /** Whether every page makes sense; an index for searching that does not is made anew. */
    static boolean isSound(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (hasNoFault(statement)) {
                return true;
            }
            statement.execute("INSERT INTO search(search) VALUES ('rebuild')");
            return hasNoFault(statement);
        }
    }

    private static boolean hasNoFault(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            return result.next() && "ok".equals(result.getString(1));
        }
    }

    static int number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}

package io.lamplink.common.history;

import static io.lamplink.common.history.HistoryFixture.get;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEntry.Visit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistorySchemaTest {
    /** What version 1 wrote; never to be changed. */
    private static final String[] VERSION_1 = {
        """
        CREATE TABLE entry (
            key        INTEGER PRIMARY KEY AUTOINCREMENT,
            kind       INTEGER NOT NULL,
            id         BLOB NOT NULL UNIQUE,
            time       INTEGER NOT NULL,
            recorded   INTEGER NOT NULL,
            own        INTEGER NOT NULL DEFAULT 0,
            name       TEXT NOT NULL DEFAULT '',
            identity   BLOB,
            body       TEXT NOT NULL DEFAULT '',
            audience   TEXT NOT NULL DEFAULT '',
            flags      INTEGER NOT NULL DEFAULT 0,
            recipients INTEGER NOT NULL DEFAULT 0,
            delivered  INTEGER NOT NULL DEFAULT 0,
            failed     INTEGER NOT NULL DEFAULT 0,
            batch      BLOB,
            size       INTEGER NOT NULL DEFAULT 0,
            files      INTEGER NOT NULL DEFAULT -1,
            outcome    TEXT,
            failure    TEXT,
            path       TEXT
        )""", "INSERT INTO sqlite_sequence (name, seq) VALUES ('entry', 1000)", """
        INSERT INTO entry (kind, id, time, recorded, own, name, identity, body)
        VALUES (0, x'00000000000000010000000000000002', 1764424920000, 1764424920000, 0, 'anna@desk',
            x'00000000000000000000000000000007', '图书馆 at noon')""", """
        INSERT INTO entry (kind, id, time, recorded, name, outcome)
        VALUES (2, x'00000000000000010000000000000003', 1764424920000, 1764424920000, 'bert', 'PEER_CAME')""", "PRAGMA user_version = 1"
    };

    @TempDir
    private Path folder;

    @Test
    void aFileOfVersion1IsBroughtUpToDateWithAllThatIsInIt() throws Exception {
        try (HistoryFixture fixture = HistoryFixture.on(folder)) {
            Files.delete(fixture.file);
            run(fixture.file, VERSION_1);

            List<HistoryEntry> kept = get(fixture.reopen().beforeThisRun(10)).entries();

            Text text = assertInstanceOf(Text.class, kept.getFirst());
            assertEquals(1001, text.key());
            assertEquals(new UUID(1, 2), text.id());
            assertEquals(Instant.parse("2025-11-29T14:02:00Z"), text.time());
            assertEquals(HistoryFixture.ANNA, text.writer());
            assertEquals(
                    "bert", assertInstanceOf(Visit.class, kept.getLast()).who().name());
            assertEquals(List.of("图书馆 at noon"), fixture.found("图书馆"));
            fixture.hear("at midnight");
            assertEquals(List.of("at midnight", "图书馆 at noon"), fixture.found("at"));
            assertEquals(List.of("at midnight"), fixture.found("midnight"));
            assertTrue(fixture.events.isEmpty());
        }
    }

    @Test
    void aFileOfANewerVersionIsLeftAlone() throws Exception {
        try (HistoryFixture fixture = HistoryFixture.on(folder)) {
            run(fixture.file, "PRAGMA user_version = 99");
            byte[] before = Files.readAllBytes(fixture.file);
            fixture.reopen();
            assertEquals(new HistoryEvent.Unavailable(HistoryProblem.NEWER), fixture.nextEvent());
            fixture.hear("not kept");
            assertEquals(HistoryPage.EMPTY, get(fixture.history().beforeThisRun(10)));
            assertTrue(get(fixture.history().clear()).isPresent());
            fixture.stop();
            assertArrayEquals(before, Files.readAllBytes(fixture.file));
        }
    }

    @Test
    void aDatabaseOfAnotherProgramIsSetAside() throws Exception {
        try (HistoryFixture fixture = HistoryFixture.on(folder)) {
            Files.delete(fixture.file);
            run(fixture.file, "CREATE TABLE bookmarks (url TEXT)");
            fixture.reopen();
            assertInstanceOf(HistoryEvent.SetAside.class, fixture.nextEvent());
            fixture.hear("kept");
            assertEquals(List.of("kept"), fixture.texts());
        }
    }

    @Test
    void tablesThatAreNotWhatTheVersionSaysAreSetAside() throws Exception {
        try (HistoryFixture fixture = HistoryFixture.on(folder)) {
            run(fixture.file, "ALTER TABLE entry RENAME COLUMN flags TO flegs");
            fixture.reopen();
            assertInstanceOf(HistoryEvent.SetAside.class, fixture.nextEvent());
            fixture.hear("kept");
            assertEquals(List.of("kept"), fixture.texts());
        }
    }

    private static void run(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}

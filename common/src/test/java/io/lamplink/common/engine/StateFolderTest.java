package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFolderTest {
    @TempDir
    private Path temp;

    private Path base() {
        return temp.resolve("data").resolve("lamplink-server");
    }

    @Test
    void theNextRunIsTheSameProgram() {
        UUID identity;
        try (StateFolder first = StateFolder.take(base())) {
            identity = first.identity();
        }
        try (StateFolder next = StateFolder.take(base())) {
            assertEquals(identity, next.identity());
            assertEquals(base().resolve("spool"), next.spool());
            assertEquals(base().resolve("sending"), next.sends());
        }
    }

    @Test
    void twoProgramsAtOnceShareNothing() {
        try (StateFolder first = StateFolder.take(base());
                StateFolder second = StateFolder.take(base());
                StateFolder third = StateFolder.take(base())) {
            assertEquals(
                    3,
                    Set.of(first.identity(), second.identity(), third.identity())
                            .size());
            assertEquals(base().resolve("spool"), first.spool());
            assertEquals(base().resolveSibling("lamplink-server-2").resolve("spool"), second.spool());
            assertEquals(base().resolveSibling("lamplink-server-3").resolve("spool"), third.spool());
        }
    }

    @Test
    void theFolderOfAProgramThatHasEndedIsTakenFirst() {
        UUID identity;
        try (StateFolder second = takeSecond()) {
            identity = second.identity();
            try (StateFolder first = StateFolder.take(base())) {
                assertNotEquals(identity, first.identity());
                assertEquals(base().resolve("spool"), first.spool());
            }
        }
        try (StateFolder first = StateFolder.take(base());
                StateFolder second = StateFolder.take(base())) {
            assertEquals(base().resolve("spool"), first.spool());
            assertEquals(identity, second.identity());
        }
    }

    private StateFolder takeSecond() {
        try (StateFolder first = StateFolder.take(base())) {
            assertEquals(base().resolve("spool"), first.spool());
            return StateFolder.take(base());
        }
    }

    /** Only a lock that the system holds counts, not the file that it is held on. */
    @Test
    void aLockFileThatACrashLeftLocksNothing() throws IOException {
        Files.createDirectories(base());
        Files.writeString(base().resolve("lock"), "4711");
        try (StateFolder folder = StateFolder.take(base())) {
            assertEquals(base().resolve("spool"), folder.spool());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "\n"})
    void anIdentityThatMakesNoSenseIsMadeAnew(String text) throws IOException {
        Files.createDirectories(base());
        Files.writeString(base().resolve("identity"), text);
        UUID identity;
        try (StateFolder folder = StateFolder.take(base())) {
            identity = folder.identity();
        }
        assertEquals(identity.toString(), Files.readString(base().resolve("identity")));
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
        StateFolder.take(base()).close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(base())));
        for (String file : List.of("lock", "identity")) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(base().resolve(file))));
        }
    }

    @Test
    void withoutAFolderTheProgramRunsWithoutMemory() throws IOException {
        Files.writeString(temp.resolve("data"), "in the way");
        try (StateFolder folder = StateFolder.take(base())) {
            assertNotNull(folder.identity());
            assertFalse(Files.exists(folder.spool()));
        }
    }
}

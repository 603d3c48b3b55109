package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lamplink.common.protocol.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileSaverTest {
    private static final String CONTENT = "what arrived";

    /** Whether the spool is on the target's disk. */
    enum Where implements FileSaver.Disks {
        SAME_DISK {
            @Override
            public boolean same(Path a, Path b) {
                return true;
            }
        },
        OTHER_DISK {
            @Override
            public boolean same(Path a, Path b) {
                return false;
            }
        }
    }

    /** Another disk on which copying goes wrong. */
    private static class OtherDisk implements FileSaver.Disks {
        @Override
        public boolean same(Path a, Path b) {
            return false;
        }
    }

    @TempDir
    private Path temp;

    private Path spooled;
    private Path folder;
    private Path target;
    private Sha256 sha256;

    @BeforeEach
    void arrive() throws IOException {
        Path spool = Files.createDirectory(temp.resolve("spool"));
        spooled = Files.writeString(spool.resolve("1.part"), CONTENT);
        if (posix()) {
            Files.setPosixFilePermissions(spooled, PosixFilePermissions.fromString("rw-------"));
        }
        folder = Files.createDirectory(temp.resolve("downloads"));
        target = folder.resolve("report.pdf");
        MessageDigest digest = Sha256.newDigest();
        digest.update(CONTENT.getBytes(StandardCharsets.UTF_8));
        sha256 = Sha256.of(digest);
    }

    private boolean posix() {
        return temp.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private List<String> inFolder() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertSaved(Path at) throws IOException {
        assertEquals(CONTENT, Files.readString(at));
        assertFalse(Files.exists(spooled));
        assertTrue(inFolder().stream().noneMatch(name -> name.endsWith(".part")), inFolder()::toString);
    }

    private void assertNothingHappened(String atTarget) throws IOException {
        assertEquals(CONTENT, Files.readString(spooled));
        assertEquals(atTarget, Files.exists(target) ? Files.readString(target) : "nothing");
        assertEquals(atTarget.equals("nothing") ? List.of() : List.of("report.pdf"), inFolder());
        if (posix()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(spooled)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void savesTheWholeFile(Where where) throws IOException {
        FileSaver.save(spooled, target, sha256, where);
        assertSaved(target);
        assertEquals(List.of("report.pdf"), inFolder());
    }

    @Test
    void savesThroughTheFrontDoor() throws IOException {
        FileSaver.save(spooled, target, sha256);
        assertSaved(target);
    }

    @ParameterizedTest
    @EnumSource
    void replacesTheFileThatAPersonChose(Where where) throws IOException {
        Files.writeString(target, "older and longer than what arrived");
        FileSaver.save(spooled, target, sha256, where);
        assertSaved(target);
    }

    @ParameterizedTest
    @EnumSource
    void theSavedFileHasThePermissionsOfAnyNewFile(Where where) throws IOException {
        assumeTrue(posix());
        Path ordinary = Files.createFile(folder.resolve("ordinary"));
        FileSaver.save(spooled, target, sha256, where);
        assertEquals(Files.getPosixFilePermissions(ordinary), Files.getPosixFilePermissions(target));
    }

    /** Two mounts of one disk look like one and do not move between each other. */
    @Test
    void aDiskThatDoesNotMoveBetweenItsFoldersIsCopiedOn() throws IOException {
        Path elsewhere = onAnotherDisk();
        try {
            Files.writeString(elsewhere, CONTENT);
            spooled = elsewhere;
            assertThrows(
                    AtomicMoveNotSupportedException.class,
                    () -> Files.move(elsewhere, target, StandardCopyOption.ATOMIC_MOVE));
            FileSaver.save(elsewhere, target, sha256, Where.SAME_DISK);
            assertSaved(target);
            Files.writeString(elsewhere, CONTENT);
            Path numbered = FileSaver.saveNumbered(elsewhere, folder, "a.txt", sha256, Where.SAME_DISK);
            assertEquals(folder.resolve("a.txt"), numbered, "The name that was taken for the move is free again.");
            assertSaved(numbered);
        } finally {
            Files.deleteIfExists(elsewhere);
        }
    }

    private Path onAnotherDisk() throws IOException {
        Path outside = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(outside) && !Files.getFileStore(outside).equals(Files.getFileStore(temp)));
        return Files.createTempFile(outside, "lamplink", ".part");
    }

    /** T5: a copy that ends short is never called saved. */
    @Test
    void t5_aCopyThatEndsShortIsNotSaved() throws IOException {
        Files.writeString(target, "older");
        FileSaver.Disks shortened = new OtherDisk() {
            @Override
            public void copy(Path from, Path to) throws IOException {
                Files.writeString(to, CONTENT.substring(1));
            }
        };
        assertThrows(FileSaver.CheckFailedException.class, () -> FileSaver.save(spooled, target, sha256, shortened));
        assertNothingHappened("older");
    }

    @Test
    void t5_aCopyThatCameOutWrongIsNotSaved() throws IOException {
        FileSaver.Disks flipped = new OtherDisk() {
            @Override
            public void copy(Path from, Path to) throws IOException {
                Files.writeString(to, CONTENT.replace('a', 'b'));
            }
        };
        assertThrows(FileSaver.CheckFailedException.class, () -> FileSaver.save(spooled, target, sha256, flipped));
        assertNothingHappened("nothing");
    }

    /** T5: the full disk of the seed's 64 KiB of 150 kB. */
    @Test
    void t5_aFullDiskIsSaidAndNothingIsLost() throws IOException {
        Files.writeString(target, "older");
        FileSaver.Disks full = new OtherDisk() {
            @Override
            public void copy(Path from, Path to) throws IOException {
                Files.writeString(to, CONTENT.substring(0, 3));
                throw new IOException("No space left on device");
            }

            @Override
            public long room(Path file) {
                return 0;
            }
        };
        assertThrows(DiskFullException.class, () -> FileSaver.save(spooled, target, sha256, full));
        assertNothingHappened("older");
    }

    @Test
    void aDiskThatBreaksIsNotTakenForFull() throws IOException {
        FileSaver.Disks broken = new OtherDisk() {
            @Override
            public void copy(Path from, Path to) throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public long room(Path file) {
                return Long.MAX_VALUE;
            }
        };
        IOException e = assertThrows(IOException.class, () -> FileSaver.save(spooled, target, sha256, broken));
        assertEquals("Input/output error", e.getMessage());
        assertNothingHappened("nothing");
    }

    @ParameterizedTest
    @EnumSource
    void aTargetThatIsAFolderIsLeftAlone(Where where) throws IOException {
        Files.createDirectory(target);
        Files.createFile(target.resolve("inside"));
        assertThrows(IOException.class, () -> FileSaver.save(spooled, target, sha256, where));
        assertEquals(CONTENT, Files.readString(spooled));
        assertTrue(Files.exists(target.resolve("inside")));
        assertEquals(List.of("report.pdf"), inFolder());
        if (posix()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(spooled)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFolderThatIsGoneIsSaid(Where where) throws IOException {
        Path gone = temp.resolve("gone").resolve("report.pdf");
        assertThrows(NoSuchFileException.class, () -> FileSaver.save(spooled, gone, sha256, where));
        assertThrows(
                NoSuchFileException.class,
                () -> FileSaver.saveNumbered(spooled, temp.resolve("gone"), "a", sha256, where));
        assertNothingHappened("nothing");
    }

    @ParameterizedTest
    @EnumSource
    void aSpoolFileThatIsGoneLeavesNothingBehind(Where where) throws IOException {
        Files.delete(spooled);
        Files.writeString(target, "older");
        assertThrows(NoSuchFileException.class, () -> FileSaver.save(spooled, target, sha256, where));
        assertThrows(NoSuchFileException.class, () -> FileSaver.saveNumbered(spooled, folder, "a", sha256, where));
        assertEquals("older", Files.readString(target));
        assertEquals(List.of("report.pdf"), inFolder());
    }

    @ParameterizedTest
    @EnumSource
    void numberedNamesNeverReplace(Where where) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "mine");
        Files.createDirectory(folder.resolve("a (1).txt"));
        assertEquals(folder.resolve("a (2).txt"), FileSaver.saveNumbered(spooled, folder, "a.txt", sha256, where));
        assertSaved(folder.resolve("a (2).txt"));
        assertEquals("mine", Files.readString(folder.resolve("a.txt")));
        assertTrue(Files.isDirectory(folder.resolve("a (1).txt")));
    }

    @ParameterizedTest
    @EnumSource
    void theOwnNameIsTakenWhereItIsFree(Where where) throws IOException {
        assertEquals(folder.resolve("a.txt"), FileSaver.saveNumbered(spooled, folder, "a.txt", sha256, where));
        assertSaved(folder.resolve("a.txt"));
    }

    @ParameterizedTest
    @EnumSource
    void whatAKilledRunLeftOfTheSameFileGoes(Where where) throws IOException {
        Files.writeString(folder.resolve(".lamplink-" + spooled.getFileName()), "the beginning of it");
        FileSaver.saveNumbered(spooled, folder, "a.txt", sha256, where);
        assertSaved(folder.resolve("a.txt"));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("a.txt")), all.toList());
        }
    }

    /** T3: whatever goes wrong, no empty file stands there afterwards. */
    @Test
    void t3_aFailedNumberedSaveLeavesNoEmptyFile() throws IOException {
        FileSaver.Disks broken = new OtherDisk() {
            @Override
            public void copy(Path from, Path to) throws IOException {
                assertFalse(Files.exists(folder.resolve("a.txt")), "The name is taken long before the file is whole.");
                throw new IOException("Input/output error");
            }
        };
        assertThrows(IOException.class, () -> FileSaver.saveNumbered(spooled, folder, "a.txt", sha256, broken));
        assertNothingHappened("nothing");
    }

    @Test
    void aSpoolFileThatCannotBeRemovedDoesNotUndoTheSaving() throws IOException {
        Path busy = temp.resolve("spool").resolve("2.part");
        FileSaver.Disks disks = new OtherDisk() {
            @Override
            public void copy(Path from, Path to) throws IOException {
                Files.writeString(to, CONTENT);
            }
        };
        Files.createDirectory(busy);
        Files.createFile(busy.resolve("in the way"));
        FileSaver.save(busy, target, sha256, disks);
        assertEquals(CONTENT, Files.readString(target));
    }
}

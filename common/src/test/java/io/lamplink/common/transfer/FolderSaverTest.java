package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSaverTest {
    @TempDir
    private Path temp;

    private final List<StoredFile> contents = new ArrayList<>();
    private final List<UUID> saved = new ArrayList<>();

    private Path target() {
        return temp.resolve("downloads").resolve("photos");
    }

    private StoredFile stored(String path, String name, String content) throws IOException {
        UUID id = new UUID(11, contents.size());
        Path spooled =
                Files.writeString(Files.createDirectories(temp.resolve("spool")).resolve(id + ".part"), content);
        MessageDigest digest = Sha256.newDigest();
        digest.update(content.getBytes(StandardCharsets.UTF_8));
        StoredFile file = new StoredFile(id, path, name, spooled, content.length(), Sha256.of(digest), List.of());
        contents.add(file);
        return file;
    }

    private void save(String... paths) throws IOException {
        StoredFolder folder =
                new StoredFolder(new UUID(11, 99), "photos", contents.size(), 0, List.of(paths), contents, List.of());
        FolderSaver.save(folder, target(), file -> saved.add(file.id()));
    }

    private List<String> saved() throws IOException {
        try (Stream<Path> all = Files.walk(target())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> target().relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void filesAndEmptyFoldersStandWhereTheyStoodAtTheSender() throws IOException {
        stored("", "top.txt", "top");
        stored("2026/11", "a.jpg", "a");
        save("nothing", "2026/none/at all");
        assertEquals(List.of("2026/11/a.jpg", "top.txt"), saved());
        assertEquals("a", Files.readString(target().resolve("2026/11/a.jpg")));
        assertTrue(Files.isDirectory(target().resolve("nothing")));
        assertTrue(Files.isDirectory(target().resolve("2026/none/at all")));
        assertEquals(contents.stream().map(StoredFile::id).toList(), saved);
        assertFalse(Files.exists(contents.getFirst().file()));
    }

    /** H11: whatever a sender calls its folders, nothing lands outside of the target. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../../..",
                "a/../../../b",
                "/etc/cron.d",
                "//server/share",
                "C:/Windows",
                "..\\..\\x",
                "C:\\Windows",
                "./.",
                "/",
                "CON/nul/aux.txt",
                "a\0b/\n/\u202Egpj",
                " /. /.. ./...",
                "~/.ssh"
            })
    void h11_nothingLandsOutsideOfTheTarget(String path) throws IOException {
        stored(path, "x", "x");
        save(path);
        assertEquals(1, saved().size(), "the file is in the target");
        try (Stream<Path> all = Files.walk(temp)) {
            assertTrue(all.filter(Files::isRegularFile).allMatch(file -> file.startsWith(target())));
        }
        for (Path name : target().relativize(FolderSaver.within(target(), path))) {
            assertEquals(SafeFileName.of(name.toString()), name.toString().isEmpty() ? "file" : name.toString());
        }
    }

    @Test
    void aThousandFoldersInFoldersAreSavedAsDeepAsDisksLike() throws IOException {
        String path = "d/".repeat(1000);
        stored(path, "x", "x");
        save(path);
        assertEquals(1, saved().size());
        assertTrue(target().relativize(FolderSaver.within(target(), path)).getNameCount() <= 64);
    }

    @Test
    void filesOfOneNameAreNumberedAndReplaceNothing() throws IOException {
        stored("a", "x.txt", "1");
        stored("A/../a", "x.txt", "2");
        stored("a", "x.txt", "3");
        save();
        assertEquals(3, saved().size());
        assertEquals("1", Files.readString(target().resolve("a/x.txt")));
        assertEquals("3", Files.readString(target().resolve("a/x (1).txt")));
    }

    @Test
    void aFolderWhoseNameAFileHasIsNumbered() throws IOException {
        stored("", "a", "first");
        stored("a", "x", "second");
        stored("a", "y", "third");
        stored("a/b", "z", "fourth");
        save();
        assertEquals(List.of("a", "a (1)/b/z", "a (1)/x", "a (1)/y"), saved());
    }

    @Test
    void whatWasNotSavedIsSavedByASecondCall() throws IOException {
        stored("", "a", "first");
        StoredFile second = stored("b", "x", "second");
        Path elsewhere = Files.move(second.file(), temp.resolve("elsewhere"));
        assertThrows(IOException.class, this::save);
        assertEquals(List.of(contents.getFirst().id()), saved);
        Files.move(elsewhere, second.file());
        contents.removeIf(file -> saved.contains(file.id()));
        save();
        assertEquals(List.of("a", "b/x"), saved());
        assertFalse(Files.exists(second.file()));
    }

    @Test
    void aNewFolderTakesTheFirstFreeName() throws IOException {
        Files.createDirectory(temp.resolve("photos"));
        Files.createFile(temp.resolve("photos (1)"));
        assertEquals(temp.resolve("photos (2)"), FolderSaver.newFolder(temp, "photos"));
        assertTrue(Files.isDirectory(temp.resolve("photos (2)")));
    }
}

package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderListingTest {
    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temp.resolve("photos"));
    }

    private Path file(String path, int size) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[size]);
    }

    private static Set<String> names(FolderListing listing) {
        return listing.files().stream()
                .map(file -> file.path() + ":" + file.file().getFileName())
                .collect(Collectors.toSet());
    }

    private boolean isPosix() {
        return temp.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Test
    void filesAreFoundAtAnyDepthWithTheirPlaces() throws IOException {
        Path top = file("top.txt", 3);
        file("2026/a.jpg", 10);
        file("2026/11/22/b.jpg", 100);
        FolderListing listing = FolderListing.of(folder);
        assertEquals(Set.of(":top.txt", "2026:a.jpg", "2026/11/22:b.jpg"), names(listing));
        assertEquals(113, listing.size());
        assertEquals(List.of(), listing.emptyFolders());
        FolderListing.File found = listing.files().stream()
                .filter(file -> file.path().isEmpty())
                .findFirst()
                .orElseThrow();
        Instant modified = Files.getLastModifiedTime(top).toInstant();
        assertEquals(new FolderListing.File("", top, 3, modified), found);
    }

    @Test
    void foldersWithoutAnythingInThemAreNamed() throws IOException {
        Files.createDirectories(folder.resolve("a/b/c"));
        Files.createDirectories(folder.resolve("empty"));
        file("full/x", 1);
        assertEquals(
                Set.of("a/b/c", "empty"), Set.copyOf(FolderListing.of(folder).emptyFolders()));
    }

    @Test
    void aFolderWithNothingInItNamesNothing() throws IOException {
        assertEquals(new FolderListing(folder, List.of(), List.of()), FolderListing.of(folder));
    }

    /** Or a link to a folder above would never end, and one to elsewhere would send what nobody meant. */
    @Test
    void linksAreLeftOut() throws IOException {
        assumeTrue(isPosix());
        Path secret = Files.writeString(temp.resolve("secret"), "x");
        Files.createSymbolicLink(folder.resolve("link"), secret);
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("broken"), temp.resolve("nowhere"));
        file("here", 1);
        assertEquals(Set.of(":here"), names(FolderListing.of(folder)));
    }

    /** What a person chose is what is meant, be it a link. */
    @Test
    void aChosenLinkToAFolderIsFollowed() throws IOException {
        assumeTrue(isPosix());
        file("2026/a", 1);
        Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
        FolderListing listing = FolderListing.of(link);
        assertEquals(Set.of("2026:a"), names(listing));
        assertEquals(link, listing.folder());
    }

    @Test
    void aFolderThatMayNotBeReadIsLeftOut() throws IOException {
        file("open/a", 1);
        file("closed/b", 1);
        Path closed = folder.resolve("closed");
        assumeTrue(isPosix());
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeTrue(!Files.isReadable(closed), "This user may read everything.");
            assertEquals(Set.of("open:a"), names(FolderListing.of(folder)));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aChosenFolderThatCannotBeReadIsNoEmptyFolder() {
        assertThrows(NoSuchFileException.class, () -> FolderListing.of(temp.resolve("missing")));
    }

    @Test
    void moreThanOneOfferHoldsIsNotOffered() throws IOException {
        for (int i = 0; i < 30; i++) {
            file("f" + i, 0);
        }
        assertEquals(30, FolderListing.of(folder, 30).files().size());
        assertThrows(FolderListing.TooManyFilesException.class, () -> FolderListing.of(folder, 29));
    }

    @Test
    void moreEmptyFoldersThanOneOfferHoldsAreNotOffered() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.createDirectory(folder.resolve("d" + i));
        }
        assertThrows(FolderListing.TooManyFilesException.class, () -> FolderListing.of(folder, 2));
    }
}

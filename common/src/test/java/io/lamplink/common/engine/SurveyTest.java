package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told before something is sent is what would be sent. */
final class SurveyTest {

    @TempDir
    private Path folder;

    private static Survey of(Path path) {
        return Survey.of(path, () -> false, _ -> {});
    }

    private static void write(Path file, int bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
    }

    @Test
    void aFileIsItsBytes() throws IOException {
        write(folder.resolve("a.bin"), 300);
        assertEquals(new Survey(Survey.Kind.FILE, 1, 300, 0, 0, 0), of(folder.resolve("a.bin")));
    }

    @Test
    void aFolderIsAllThatIsInItAndAgreesWithWhatIsListed() throws IOException {
        write(folder.resolve("a.bin"), 100);
        write(folder.resolve("deep/er/b.bin"), 20);
        Files.createDirectories(folder.resolve("empty"));
        Survey survey = of(folder);
        assertEquals(new Survey(Survey.Kind.FOLDER, 2, 120, 0, 0, 0), survey);
        FolderListing listing = FolderListing.of(folder);
        assertEquals(listing.files().size(), survey.files());
        assertEquals(listing.size(), survey.bytes());
    }

    @Test
    void hiddenFilesAreCountedAlsoWhereTheirFolderIsHidden() throws IOException {
        assumeTrue(Files.isHidden(Path.of(".hidden")), "hidden by their names");
        write(folder.resolve("seen"), 1);
        write(folder.resolve(".secret"), 1);
        write(folder.resolve(".git/objects/one"), 1);
        write(folder.resolve(".git/.two"), 1);
        assertEquals(new Survey(Survey.Kind.FOLDER, 4, 4, 3, 0, 0), of(folder));
        assertEquals(0, of(folder.resolve(".git/objects")).hidden(), "what was chosen itself is no surprise");
    }

    @Test
    void linksAreLeftOutAndCounted() throws IOException {
        write(folder.resolve("real"), 5);
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        assertEquals(new Survey(Survey.Kind.FOLDER, 1, 5, 0, 0, 2), of(folder));
    }

    @Test
    void aLinkToAFolderThatWasChosenIsThatFolder() throws IOException {
        write(folder.resolve("real/a"), 5);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        assertEquals(new Survey(Survey.Kind.FOLDER, 1, 5, 0, 0, 0), of(link));
    }

    @Test
    void whatMayNotBeReadIsMissing() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        assumeFalse("root".equals(System.getProperty("user.name")), "who may read everything");
        write(folder.resolve("open"), 1);
        write(folder.resolve("locked"), 1);
        Files.setPosixFilePermissions(folder.resolve("locked"), PosixFilePermissions.fromString("---------"));
        assertEquals(new Survey(Survey.Kind.FOLDER, 1, 1, 0, 1, 0), of(folder));
        assertEquals(Survey.Kind.UNREADABLE, of(folder.resolve("locked")).kind());
    }

    @Test
    void nothingAndOtherThingsAreNotSent() {
        assertEquals(Survey.Kind.MISSING, of(folder.resolve("gone")).kind());
        assertFalse(of(folder.resolve("gone")).sendable());
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        assertEquals(Survey.Kind.OTHER, of(device).kind());
    }

    @Test
    void moreThanIsSentAtOnceEndsTheLooking() throws IOException {
        for (int i = 0; i < 20; i++) {
            write(folder.resolve("file-" + i), 1);
        }
        Survey survey = Survey.of(folder, () -> false, _ -> {}, 10);
        assertEquals(Survey.Kind.TOO_LARGE, survey.kind());
        assertEquals(11, survey.files(), "it looks no further");
        assertEquals(
                Survey.Kind.FOLDER, Survey.of(folder, () -> false, _ -> {}, 20).kind());
    }

    @Test
    void itSaysHowFarItIsAndStopsWhenNobodyWantsToKnow() throws IOException {
        for (int i = 0; i < 1100; i++) {
            write(folder.resolve("file-" + i), 1);
        }
        List<Survey> parts = new ArrayList<>();
        Survey.of(folder, () -> false, parts::add);
        assertEquals(List.of(500, 1000), parts.stream().map(Survey::files).toList());
        Survey stopped = Survey.of(folder, () -> !parts.isEmpty(), _ -> {});
        assertTrue(stopped.files() < 2, stopped::toString);
    }
}

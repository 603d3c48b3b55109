package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Fx.class)
final class PastedPicturesTest {

    @TempDir
    private Path parent;

    private PastedPictures pictures;

    @BeforeEach
    void begin() {
        pictures = new PastedPictures(() -> Samples.NOON, ZoneOffset.ofHours(8), parent, Runnable::run);
    }

    private static Image red() {
        return Fx.get(() -> {
            WritableImage image = new WritableImage(3, 2);
            image.getPixelWriter().setColor(2, 1, Color.RED);
            return image;
        });
    }

    private long inParent() throws IOException {
        try (Stream<Path> all = Files.walk(parent)) {
            return all.count() - 1;
        }
    }

    @Test
    void aPictureIsCalledByTheTimeOfThePersonAndIsThePictureItWas() throws IOException {
        Path file = pictures.keep(red()).join();
        assertEquals("picture-2026-11-23-22-02-00.png", file.getFileName().toString());
        assertEquals(0xffff0000, ImageIO.read(file.toFile()).getRGB(2, 1));
        assertEquals(0, ImageIO.read(file.toFile()).getRGB(0, 0));
    }

    @Test
    void twoPicturesOfOneSecondAreTwoFiles() {
        pictures.keep(red()).join();
        assertEquals(
                "picture-2026-11-23-22-02-00-2.png",
                pictures.keep(red()).join().getFileName().toString());
    }

    @Test
    void nobodyElseCanReadThem() throws IOException {
        assumeTrue(parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = pictures.keep(red()).join();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void oneThatIsNotSentGoesAtOnceAndTheOthersWithTheWindow() throws IOException {
        Path kept = pictures.keep(red()).join();
        Path dropped = pictures.keep(red()).join();
        pictures.remove(dropped);
        assertFalse(Files.exists(dropped));
        assertTrue(Files.exists(kept));
        pictures.close();
        assertEquals(0, inParent());
    }

    @Test
    void afterTheWindowHasClosedNothingIsLeftBehind() throws IOException {
        pictures.close();
        assertThrows(CompletionException.class, () -> pictures.keep(red()).join());
        assertEquals(0, inParent());
    }

    @Test
    void aDiskThatDoesNotTakeItIsAnAnswerAndNoCrash() {
        PastedPictures nowhere =
                new PastedPictures(() -> Samples.NOON, ZoneOffset.UTC, parent.resolve("missing"), Runnable::run);
        CompletionException failure = assertThrows(
                CompletionException.class, () -> nowhere.keep(red()).join());
        assertInstanceOf(IOException.class, failure.getCause());
    }
}

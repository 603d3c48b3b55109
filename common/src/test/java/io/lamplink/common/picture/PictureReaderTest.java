package io.lamplink.common.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureReaderTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void eachKindIsReadWithinTheSize(String kind) throws IOException {
        SmallPicture small = PictureReader.read(picture(kind, 1200, 600), 320, 240);
        assertEquals(320, small.width());
        assertEquals(160, small.height());
        assertNear(0xFF_C0_20_20, small.argb()[80 * 320 + 40], "the left half is red");
        assertNear(0xFF_20_20_C0, small.argb()[80 * 320 + 280], "the right half is blue");
    }

    @Test
    void aSmallPictureStaysAsItIs() throws IOException {
        SmallPicture small = PictureReader.read(picture("png", 20, 10), 320, 240);
        assertEquals(20, small.width());
        assertEquals(0xFF_C0_20_20, small.argb()[0]);
    }

    @Test
    void aVeryLongOneHasAtLeastOnePixelEachWay() throws IOException {
        SmallPicture small = PictureReader.read(picture("png", 20_000, 2), 320, 240);
        assertEquals(320, small.width());
        assertEquals(1, small.height());
    }

    @Test
    void whatCannotBeSeenHasNoColour() throws IOException {
        BufferedImage clear = new BufferedImage(640, 2, BufferedImage.TYPE_INT_ARGB);
        Path file = temp.resolve("clear.png");
        assertTrue(ImageIO.write(clear, "png", file.toFile()));
        assertEquals(0, PictureReader.read(file, 320, 240).argb()[0]);
    }

    @Test
    void whatClaimsToBeHugeIsRefusedByItsHeaderAlone() throws IOException {
        Path file = Files.write(temp.resolve("huge.png"), pngHeader(100_000, 100_000));
        IOException refused = assertThrows(IOException.class, () -> PictureReader.read(file, 320, 240));
        assertEquals("The picture has too many pixels: 100000 x 100000.", refused.getMessage());
    }

    @Test
    void aFileThatIsTooLongIsNotOpened() throws IOException {
        Path file = picture("png", 20, 10);
        try (RandomAccessFile longer = new RandomAccessFile(file.toFile(), "rw")) {
            longer.setLength(PictureReader.MOST_BYTES + 1);
        }
        assertThrows(IOException.class, () -> PictureReader.read(file, 320, 240));
    }

    @Test
    void theNameOfAFileIsNotBelieved() throws IOException {
        Path text = Files.writeString(temp.resolve("text.png"), "GI no picture at all");
        assertThrows(IOException.class, () -> PictureReader.read(text, 320, 240));
        Path svg = Files.writeString(temp.resolve("page.png"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        assertThrows(IOException.class, () -> PictureReader.read(svg, 320, 240));
        Path jpeg = Files.move(picture("jpg", 40, 40), temp.resolve("really a jpeg.png"));
        assertEquals(40, PictureReader.read(jpeg, 320, 240).width());
    }

    @Test
    void whatIsBrokenIsAnExceptionAndNothingElse() throws IOException {
        Random random = new Random(17);
        for (String kind : new String[] {"png", "jpg", "gif", "bmp"}) {
            byte[] whole = Files.readAllBytes(picture(kind, 60, 40));
            for (int i = 0; i < 60; i++) {
                byte[] bytes = whole.clone();
                for (int changes = 0; changes < 6; changes++) {
                    bytes[PictureKind.BYTES + random.nextInt(bytes.length - PictureKind.BYTES)] =
                            (byte) random.nextInt();
                }
                readOrRefuse(Files.write(temp.resolve("broken"), bytes));
                byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
                readOrRefuse(Files.write(temp.resolve("cut"), cut));
            }
        }
    }

    private static void readOrRefuse(Path file) {
        try {
            SmallPicture small = PictureReader.read(file, 320, 240);
            assertTrue(small.width() <= 320 && small.height() <= 240);
        } catch (IOException e) {
            assertFalse(String.valueOf(e.getMessage()).isEmpty());
        }
    }

    @Test
    void namesOfPicturesAreKnownByTheirEndings() {
        assertTrue(PictureKind.isNameOfOne("Holiday.JPG"));
        assertTrue(PictureKind.isNameOfOne("图.png"));
        assertFalse(PictureKind.isNameOfOne("png"));
        assertFalse(PictureKind.isNameOfOne("photo.png.exe"));
        assertFalse(PictureKind.isNameOfOne("drawing.svg"));
    }

    /** Red on the left, blue on the right. */
    private Path picture(String kind, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? 0xC02020 : 0x2020C0);
            }
        }
        Path file = temp.resolve("picture." + kind);
        assertTrue(ImageIO.write(image, kind, file.toFile()));
        return file;
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(chunk);
        data.write("IHDR".getBytes(StandardCharsets.US_ASCII));
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(chunk.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeInt(13);
        out.write(chunk.toByteArray());
        out.writeInt((int) sum.getValue());
        return file.toByteArray();
    }

    private static void assertNear(int expected, int actual, String what) {
        for (int shift = 0; shift <= 24; shift += 8) {
            int difference = Math.abs((expected >>> shift & 0xFF) - (actual >>> shift & 0xFF));
            assertTrue(difference < 24, () -> what + ": " + Integer.toHexString(actual));
        }
    }
}

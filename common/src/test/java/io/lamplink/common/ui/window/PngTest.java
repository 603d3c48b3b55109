package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What we pack, another decoder unpacks. */
final class PngTest {

    @Test
    void theHeadIsThatOfTheStandard() throws IOException {
        byte[] png = packed(new int[][] {{0xff102030}});
        assertEquals(
                "89504e470d0a1a0a" + "0000000d49484452" + "00000001" + "00000001" + "0806000000" + "1f15c489",
                HexFormat.of().formatHex(png, 0, 33));
        assertEquals("0000000049454e44ae426082", HexFormat.of().formatHex(png, png.length - 12, png.length));
    }

    @Test
    void everyPixelComesBackAlsoThoseThatShineThrough() throws IOException {
        int[][] pixels = {{0xffff0000, 0x8000ff00, 0x00000000}, {0xff0000ff, 0x01ffffff, 0xff123456}};
        assertPixels(pixels, packed(pixels));
    }

    @Test
    void aPictureThatIsNoiseNeedsSeveralChunks() throws IOException {
        RandomGenerator random = new Random(5);
        int[][] pixels = new int[250][150];
        for (int[] row : pixels) {
            for (int x = 0; x < row.length; x++) {
                row[x] = random.nextInt() | 0xff000000;
            }
        }
        byte[] png = packed(pixels);
        assertTrue(png.length > 1 << 16, () -> png.length + " bytes");
        assertPixels(pixels, png);
    }

    private static byte[] packed(int[][] pixels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(out, pixels[0].length, pixels.length, (y, row) -> {
            for (int x = 0; x < pixels[y].length; x++) {
                int argb = pixels[y][x];
                row[4 * x] = (byte) (argb >> 16);
                row[4 * x + 1] = (byte) (argb >> 8);
                row[4 * x + 2] = (byte) argb;
                row[4 * x + 3] = (byte) (argb >>> 24);
            }
        });
        return out.toByteArray();
    }

    private static void assertPixels(int[][] pixels, byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(pixels.length, image.getHeight());
        for (int y = 0; y < pixels.length; y++) {
            assertArrayEquals(pixels[y], image.getRGB(0, y, pixels[y].length, 1, null, 0, pixels[y].length));
        }
    }
}

package io.lamplink.common.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/**
 * Reads pictures small. A file may claim to be anything: what is too large by its own header is not read, and of a large one
 * only every so many pixels are kept in memory.
 */
public final class PictureReader {

    /** A picture with more pixels is not read. */
    public static final long MOST_PIXELS = 40_000_000;

    /** A longer file is not read. */
    public static final long MOST_BYTES = 64L << 20;

    private PictureReader() {}

    /**
     * The picture in {@code file}, within the given size; of a moving one the first picture. Takes a while: not for a thread
     * that nobody may wait for.
     *
     * @throws IOException if it cannot be read, is none of the {@linkplain PictureKind kinds}, is broken or too large
     */
    public static SmallPicture read(Path file, int mostWidth, int mostHeight) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("The file is too long for a picture.");
        }
        ImageReader reader = reader(kind(file));
        try (FileImageInputStream input = new FileImageInputStream(file.toFile())) {
            reader.setInput(input, true, true);
            return SmallPicture.of(read(reader, mostWidth, mostHeight), mostWidth, mostHeight);
        } catch (RuntimeException e) { // Decoders throw all kinds of them at what is broken.
            throw new IOException("The picture is broken.", e);
        } finally {
            reader.dispose();
        }
    }

    private static PictureKind kind(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return PictureKind.of(bytes.readNBytes(PictureKind.BYTES))
                    .orElseThrow(() -> new IOException("The file is no picture of a known kind."));
        }
    }

    private static ImageReader reader(PictureKind kind) throws IOException {
        var readers = ImageIO.getImageReadersByFormatName(kind.name());
        if (!readers.hasNext()) {
            throw new IOException("Nothing here reads " + kind + ".");
        }
        return readers.next();
    }

    /** About twice as large as needed: the rest is for {@link SmallPicture}, which takes the mean of pixels. */
    private static BufferedImage read(ImageReader reader, int mostWidth, int mostHeight) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new IOException("The picture has too many pixels: " + width + " x " + height + ".");
        }
        int step = Math.max(1, Math.max(width / mostWidth, height / mostHeight) / 2);
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, every);
    }
}

package io.lamplink.tour;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** Writes pictures of windows as PNG files. */
final class Pictures {
    private static final int GAP = 24;

    private Pictures() {}

    /** Makes the folder, or removes the pictures of the last tour from it. */
    static void emptyFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "{step-*,trouble-*,both}.png")) {
            for (Path picture : old) {
                Files.delete(picture);
            }
        }
    }

    /** Writes what a window showed. */
    static BufferedImage write(Image shot, Path file) {
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return write(image, file);
    }

    /** Writes pictures beside each other as one, with a gap through which the page is seen. */
    static void sideBySide(List<BufferedImage> images, Path file) {
        int width = images.stream().mapToInt(BufferedImage::getWidth).sum() + GAP * (images.size() - 1);
        int height = images.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        BufferedImage all = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = all.createGraphics();
        int x = 0;
        for (BufferedImage image : images) {
            graphics.drawImage(image, x, 0, null);
            x += image.getWidth() + GAP;
        }
        graphics.dispose();
        write(all, file);
    }

    private static BufferedImage write(BufferedImage image, Path file) {
        try {
            ImageIO.write(image, "png", file.toFile());
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

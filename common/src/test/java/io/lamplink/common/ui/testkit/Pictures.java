package io.lamplink.common.ui.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Takes what a scene shows, and writes it as PNG. */
public final class Pictures {

    private Pictures() {}

    /** Writes {@code scene} as it is after the next pulses. */
    public static void write(Scene scene, Path file) {
        Fx.settle();
        WritableImage picture = Fx.get(() -> scene.snapshot(null));
        write(picture, file);
    }

    /** Writes {@code scene} as a screen of that scale shows it. */
    public static void write(Scene scene, double scale, Path file) {
        Fx.settle();
        write(of(scene, scale), file);
    }

    /** What a screen of that scale shows of {@code scene} now. Called outside the JavaFX thread. */
    public static BufferedImage of(Scene scene, double scale) {
        return copy(Fx.get(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            parameters.setFill(scene.getFill());
            parameters.setViewport(new Rectangle2D(0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
            return scene.getRoot().snapshot(parameters, null);
        }));
    }

    private static void write(WritableImage picture, Path file) {
        write(copy(picture), file);
    }

    /** What {@code scene} shows now, for Java's other pictures. Called outside the JavaFX thread. */
    public static BufferedImage of(Scene scene) {
        return copy(Fx.get(() -> scene.snapshot(null)));
    }

    private static BufferedImage copy(WritableImage picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader pixels = picture.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return copy;
    }

    /** Writes {@code picture} as PNG. */
    public static void write(BufferedImage picture, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.lamplink.common.ui.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Takes what a scene shows, and writes it as PNG. */
public final class Pictures {
    private static final int PULSES_BETWEEN = 6;
    private static final int MOST_LOOKS = 200;

    private Pictures() {}

    /** Writes {@code scene} as it is after the next pulses. */
    public static void write(Scene scene, Path file) {
        Fx.settle();
        WritableImage picture = Fx.get(() -> scene.snapshot(null));
        write(picture, file);
    }

    /**
     * What {@code scene} shows when all that moves has come to rest: fades, scrolling, cards that arrive. Lamps do not count:
     * they may breathe without end. Called outside the JavaFX thread.
     */
    public static BufferedImage atRest(Scene scene) {
        BufferedImage before = of(scene);
        for (int i = 0; i < MOST_LOOKS; i++) {
            int[] pulses = {PULSES_BETWEEN};
            Fx.until(() -> --pulses[0] < 0);
            BufferedImage now = of(scene);
            if (Arrays.equals(pixels(before, scene), pixels(now, scene))) {
                return now;
            }
            before = now;
        }
        throw new AssertionError("Something moves without end.");
    }

    /** Those of {@code picture}, without the lamps. */
    private static int[] pixels(BufferedImage picture, Scene scene) {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        List<Bounds> lamps = Fx.get(() -> scene.getRoot().lookupAll(".status-lamp").stream()
                .map(lamp -> lamp.localToScene(lamp.getBoundsInLocal()))
                .toList());
        for (Bounds lamp : lamps) {
            for (int y = Math.max(0, (int) lamp.getMinY()); y < Math.min(picture.getHeight(), lamp.getMaxY()); y++) {
                int from = Math.clamp((long) lamp.getMinX(), 0, width);
                int to = Math.clamp((long) Math.ceil(lamp.getMaxX()), 0, width);
                Arrays.fill(pixels, y * width + from, y * width + to, 0);
            }
        }
        return pixels;
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

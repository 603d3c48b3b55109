package io.lamplink.common.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever started the program that its window has been drawn, where two system properties ask for it: {@code
 * lamplink.first-frame} names a file to write then, and {@code lamplink.end-after} says after how many seconds from then on the
 * program is to end. JavaFX thread only.
 */
public final class FirstFrame extends AnimationTimer {
    private static final Logger LOG = LoggerFactory.getLogger(FirstFrame.class);

    /** A timer runs before its pulse draws. The second pulse waits for the drawing of the first, and the third comes after. */
    private static final int PULSES = 3;

    private final Path file;
    private int pulses;

    private FirstFrame(Path file) {
        this.file = file;
    }

    /** Begins to watch for it, if anybody has asked; called when the window has been shown. */
    public static void tellIfAsked() {
        Optional.ofNullable(System.getProperty("lamplink.first-frame"))
                .map(Path::of)
                .map(FirstFrame::new)
                .ifPresent(AnimationTimer::start);
    }

    @Override
    public void handle(long now) {
        pulses++;
        if (pulses == PULSES) {
            stop();
            write();
            Optional.ofNullable(Integer.getInteger("lamplink.end-after")).ifPresent(FirstFrame::endAfter);
        }
    }

    private void write() {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            LOG.warn("Could not write {}.", file, e);
        }
    }

    private static void endAfter(int seconds) {
        PauseTransition pause = new PauseTransition(Duration.seconds(seconds));
        pause.setOnFinished(_ -> Platform.exit());
        pause.play();
    }
}

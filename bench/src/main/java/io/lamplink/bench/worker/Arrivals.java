package io.lamplink.bench.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports files that came whole, after deleting them: the next run must not share the disk with what is left of this one. */
final class Arrivals {
    private final Voice voice;

    Arrivals(Voice voice) {
        this.voice = voice;
    }

    /** {@code file} was whole and its digest compared at {@code nanos}, by {@link System#nanoTime()}. */
    void arrived(long nanos, Path file, String sha256) {
        try {
            long bytes = Files.size(file);
            Files.delete(file);
            voice.say("arrived", nanos, bytes, sha256);
        } catch (IOException e) {
            voice.say("failed", "What arrived could not be removed: " + e.getMessage());
        }
    }
}

package io.lamplink.common.scripted;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one peer was to get and has got. Confined to the engine's event thread. */
final class PeerWork {
    private final Map<UUID, String> undelivered = new LinkedHashMap<>();
    private final Map<Path, Path> unsent = new LinkedHashMap<>();
    private final Set<Path> offeredAnew = new HashSet<>();
    private boolean failed;
    private boolean spoiled;

    /** Who is to get {@code files}, each of them once. */
    PeerWork(List<Path> files) {
        files.forEach(file -> unsent.putIfAbsent(source(file), file));
    }

    /** As the engine calls a source, however it was written on the command line. */
    private static Path source(Path file) {
        return file.toAbsolutePath().normalize();
    }

    void said(UUID id, String text) {
        undelivered.put(id, text);
    }

    /** The texts that it has not got, which are forgotten here because they are said anew. */
    List<String> takeUndelivered() {
        List<String> texts = List.copyOf(undelivered.values());
        undelivered.clear();
        return texts;
    }

    /** Whether it was to get that text and has not. */
    boolean wants(UUID text) {
        return undelivered.containsKey(text);
    }

    void delivered(UUID text) {
        undelivered.remove(text);
    }

    /** What it has not got, as it was written. */
    List<Path> unsent() {
        return List.copyOf(unsent.values());
    }

    /** Whether it was to get that file or folder and has not; what an earlier run has left is sent too, but nobody waits for it. */
    boolean wants(Path file) {
        return unsent.containsKey(source(file));
    }

    void sent(@Nullable Path file) {
        if (file != null) {
            unsent.remove(source(file));
        }
    }

    /** Whether what an earlier run offered is to be offered as it is now; at most once a file. */
    boolean offersAnew(Path file) {
        return offeredAnew.add(source(file));
    }

    void fail() {
        failed = true;
    }

    /** It will not get all of a folder. */
    void spoil() {
        spoiled = true;
    }

    /** Whether nothing is left to be done, though something may be missing in a folder. */
    boolean done() {
        return !failed && unsent.isEmpty() && undelivered.isEmpty();
    }

    boolean doneWhole() {
        return done() && !spoiled;
    }
}

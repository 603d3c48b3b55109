package io.lamplink.installer.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which jars may ship, byte by byte; a file that is committed. Written anew by {@code .ci/lock}. */
public final class Lock {
    private final SortedMap<String, String> digests;

    private Lock(SortedMap<String, String> digests) {
        this.digests = digests;
    }

    /** Reads {@code file}, one line a jar: its names and its SHA-256. */
    public static Lock read(Path file) throws IOException {
        return of(Files.readAllLines(file));
    }

    static Lock of(List<String> lines) {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            if (space > 0 && !line.startsWith("#")) {
                digests.put(line.substring(0, space), line.substring(space + 1).strip());
            }
        }
        return new Lock(digests);
    }

    /** What of {@code shipped} is not as it is locked, a sentence each. */
    public List<String> differences(List<Shipped> shipped) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        for (Shipped one : shipped) {
            if (!one.artifact().isOwn()) {
                found.put(one.artifact().id(), Sha256.of(one.file()));
            }
        }
        return differences(found);
    }

    List<String> differences(Map<String, String> found) {
        List<String> differences = new ArrayList<>();
        found.forEach((id, digest) -> {
            String locked = digests.get(id);
            if (locked == null) {
                differences.add(id + " ships and is not locked.");
            } else if (!locked.equals(digest)) {
                differences.add(id + " is not the file that is locked: its SHA-256 is " + digest + ".");
            }
        });
        digests.keySet().stream()
                .filter(id -> !found.containsKey(id) && !isOfAnotherSystem(id, found))
                .forEach(id -> differences.add(id + " is locked and does not ship."));
        return differences;
    }

    /** Whether the same jar ships here with a classifier of this system. */
    private static boolean isOfAnotherSystem(String id, Map<String, String> found) {
        String[] parts = id.split(":", -1);
        return parts.length == 4
                && found.keySet().stream()
                        .anyMatch(other -> other.startsWith(parts[0] + ":" + parts[1] + ":" + parts[2] + ":"));
    }
}

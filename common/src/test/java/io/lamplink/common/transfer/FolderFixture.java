package io.lamplink.common.transfer;

import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.simulation.Wires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is to be sent, whose files are real ones, and both ends of a link. */
abstract class FolderFixture {
    static final UUID ID = new UUID(9, 1);
    static final int LARGE = 20_000;

    @TempDir
    Path temp;

    final PlayedPair pair = new PlayedPair(Wires.EAGER);
    final Map<UUID, byte[]> contents = new LinkedHashMap<>();
    final List<FolderOffer.Entry> entries = new ArrayList<>();
    final List<String> emptyFolders = new ArrayList<>();
    long size;

    MemorySpool spool() {
        return (MemorySpool) pair.receiver.spool();
    }

    Path root() {
        return temp.resolve("photos");
    }

    /** A file to send; {@code path} is the folders in between. */
    UUID file(String path, String name, int length) throws IOException {
        Path file = Files.createDirectories(root().resolve(path)).resolve(name);
        byte[] bytes = new byte[length];
        new Random(entries.size()).nextBytes(bytes);
        Files.write(file, bytes);
        UUID id = new UUID(9, 100 + entries.size());
        entries.add(new FolderOffer.Entry(
                id, path, file, length, Files.getLastModifiedTime(file).toInstant()));
        contents.put(id, bytes);
        size += length;
        return id;
    }

    void offer(PlayedPair over) {
        offer(over, entries);
    }

    void offer(PlayedPair over, List<FolderOffer.Entry> left) {
        long before = size - left.stream().mapToLong(FolderOffer.Entry::size).sum();
        FolderOffer offer = new FolderOffer(ID, root(), left, emptyFolders, entries.size(), size, before);
        over.sender.does(transfers -> transfers.offer(offer));
    }
}

package io.lamplink.common.simulation;

import io.lamplink.common.transfer.FolderOffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Makes folders to send of the same few real files. */
final class FolderMaker {
    /** Sizes of the files there are, in bytes; one more is not there. */
    private static final int[] SIZES = {
        0, 1, World.CHUNK, World.CHUNK + 1, 5 * World.CHUNK, 17 * World.CHUNK + 3,
    };

    private static final int MISSING = 12;

    private final Path folder;
    private final Random random;
    private final World world;

    FolderMaker(Path folder, Random random, World world) {
        this.folder = folder;
        this.random = random;
        this.world = world;
    }

    /** Writes the files that all folders are made of. */
    static void prepare(Path folder) throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < SIZES.length; i++) {
            byte[] bytes = new byte[SIZES[i]];
            random.nextBytes(bytes);
            Files.write(folder.resolve("file-" + i), bytes);
        }
    }

    /** A folder that {@code from} sends: some files at some depth, one in so many not there. */
    SentFolder make(Program from) {
        Map<UUID, FolderOffer.Entry> files = new LinkedHashMap<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            FolderOffer.Entry entry = entry("sub/".repeat(random.nextInt(3)) + "d" + i);
            files.put(entry.id(), entry);
        }
        List<String> empty = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            empty.add("empty-" + i);
        }
        SentFolder made = new SentFolder(world.newId(), from, world.other(from), folder, files, empty);
        world.folders().put(made.id(), made);
        return made;
    }

    /** One of those that were made. */
    SentFolder any() {
        List<SentFolder> all = List.copyOf(world.folders().values());
        return all.get(random.nextInt(all.size()));
    }

    private FolderOffer.Entry entry(String path) {
        int number = random.nextInt(SIZES.length);
        Path file = folder.resolve("file-" + number);
        Path there = random.nextInt(MISSING) == 0 ? folder.resolve("not-there") : file;
        try {
            return new FolderOffer.Entry(
                    world.newId(),
                    path,
                    there,
                    SIZES[number],
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

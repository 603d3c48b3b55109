package io.lamplink.common.simulation;

import io.lamplink.common.transfer.FolderOffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One folder of a simulation, and what of it the receiver does not have yet. */
final class SentFolder {
    private final UUID id;
    private final Program from;
    private final Program to;
    private final Path folder;
    private final Map<UUID, FolderOffer.Entry> left = new LinkedHashMap<>();
    private final Map<UUID, FolderOffer.Entry> all;
    private final List<String> emptyFolders;

    SentFolder(
            UUID id,
            Program from,
            Program to,
            Path folder,
            Map<UUID, FolderOffer.Entry> files,
            List<String> emptyFolders) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.folder = folder;
        this.all = files;
        this.left.putAll(files);
        this.emptyFolders = emptyFolders;
    }

    UUID id() {
        return id;
    }

    Program from() {
        return from;
    }

    Program to() {
        return to;
    }

    List<String> emptyFolders() {
        return emptyFolders;
    }

    /** Every file of it. */
    Map<UUID, FolderOffer.Entry> all() {
        return all;
    }

    /** What to offer now. */
    FolderOffer offer() {
        return new FolderOffer(
                id, folder, List.copyOf(left.values()), emptyFolders, all.size(), size(all), size(all) - size(left));
    }

    private static long size(Map<UUID, FolderOffer.Entry> files) {
        return files.values().stream().mapToLong(FolderOffer.Entry::size).sum();
    }

    /** One of its files, if it is one, has ended. */
    void partEnded(UUID part) {
        left.remove(part);
    }
}

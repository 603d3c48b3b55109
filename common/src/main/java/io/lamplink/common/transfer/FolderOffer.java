package io.lamplink.common.transfer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A folder to send. Immutable.
 *
 * @param id its transfer
 * @param folder where it is
 * @param files those that the receiver does not have yet
 * @param emptyFolders folders without anything in them, relative to it, joined by {@code /}
 * @param filesInAll how many files it has, those that the receiver has already included
 * @param size bytes of all of these
 * @param sizeBefore bytes of those that the receiver has already
 */
public record FolderOffer(
        UUID id,
        Path folder,
        List<Entry> files,
        List<String> emptyFolders,
        int filesInAll,
        long size,
        long sizeBefore) {
    public FolderOffer {
        files = List.copyOf(files);
        emptyFolders = List.copyOf(emptyFolders);
    }

    /**
     * One file in it.
     *
     * @param id its own transfer
     * @param path the folders in between, joined by {@code /}; empty at the top
     * @param file where it is
     * @param size bytes when it was found
     * @param modified when it had last been changed when it was found
     */
    public record Entry(UUID id, String path, Path file, long size, Instant modified) {}

    /** The folder's own name. */
    public String name() {
        Path name = folder.getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /** How many files the receiver has already. */
    public int filesBefore() {
        return filesInAll - files.size();
    }
}

package io.lamplink.common.transfer;

import java.util.List;
import java.util.UUID;

/**
 * A folder that arrived and waits in the spool. Immutable.
 *
 * @param id its transfer
 * @param name its own name, safe to show and to save under
 * @param files how many files were announced
 * @param size bytes of all of them as announced
 * @param paths folders without anything in them, as the sender has them
 * @param contents the files that are here; fewer than {@code files} if some could not be sent
 * @param sender who sent it, in the words given to {@link DiskSpool#sentBy}
 */
public record StoredFolder(
        UUID id,
        String name,
        int files,
        long size,
        List<String> paths,
        List<StoredFile> contents,
        List<String> sender) {
    public StoredFolder {
        paths = List.copyOf(paths);
        contents = List.copyOf(contents);
        sender = List.copyOf(sender);
    }
}

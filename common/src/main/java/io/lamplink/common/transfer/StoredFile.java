package io.lamplink.common.transfer;

import io.lamplink.common.protocol.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A file that arrived whole and waits in the spool. Immutable.
 *
 * @param id its transfer
 * @param path the folders in between if it belongs to a folder, as the sender has them; else empty
 * @param name its own name, safe to show and to save under
 * @param file where its bytes are
 * @param size how many
 * @param sha256 their digest
 * @param sender who sent it, in the words given to {@link DiskSpool#sentBy}; empty if nobody said
 */
public record StoredFile(UUID id, String path, String name, Path file, long size, Sha256 sha256, List<String> sender) {
    public StoredFile {
        sender = List.copyOf(sender);
    }
}

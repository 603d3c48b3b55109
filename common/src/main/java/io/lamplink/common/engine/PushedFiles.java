package io.lamplink.common.engine;

import io.lamplink.common.transfer.DiskFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was sent to everyone in this run, for those who come late. Confined to the hub's lane, but for what says otherwise. */
final class PushedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PushedFiles.class);

    /** How many are kept; the oldest one makes room. */
    static final int MOST = 100;

    /** How many files all folders that are kept may hold together; then, too, the oldest push makes room. */
    static final int MOST_FILES = 100_000;

    private final Map<UUID, Push> pushes = new LinkedHashMap<>();

    /** What is sent. */
    sealed interface Content {}

    /** A file as it was when it was sent first. */
    record OneFile(DiskFile file) implements Content {}

    /** A folder with what was in it when it was sent first. */
    record Folder(FolderListing listing) implements Content {}

    /** One wish of a person to send something. */
    record Push(UUID batch, Path asGiven, Content content, Set<UUID> offered, Set<UUID> underWay) {
        long files() {
            return switch (content) {
                case OneFile _ -> 1;
                case Folder(FolderListing listing) -> listing.files().size();
            };
        }

        boolean isFile() {
            return content instanceof OneFile;
        }

        /** That peer does not get it a second time; what interrupts a transfer is the journal's affair. */
        void offeredTo(@Nullable UUID identity) {
            if (identity != null) {
                offered.add(identity);
            }
        }

        /** Whether it would be the same to somebody who gets it now; asks the disk, by any thread that may wait. */
        boolean isStillThere() {
            return switch (content) {
                case OneFile(DiskFile file) -> isSame(file);
                case Folder(FolderListing listing) -> Files.isDirectory(listing.folder());
            };
        }

        private static boolean isSame(DiskFile file) {
            try {
                return Files.size(file.path()) == file.size()
                        && Files.getLastModifiedTime(file.path()).toInstant().equals(file.modified());
            } catch (IOException e) {
                LOG.debug("A file that was sent to everyone is not there any more.", e);
                return false;
            }
        }
    }

    /**
     * Looks at what is to be sent; to be called where one may wait for a disk.
     *
     * @throws IOException if it cannot be sent, with the cause
     */
    static Push look(UUID batch, Path asGiven) throws IOException {
        Path path = asGiven.toAbsolutePath();
        Content content = Files.isDirectory(path)
                ? new Folder(FolderListing.of(path.normalize()))
                : new OneFile(DiskFile.open(path));
        return new Push(batch, asGiven, content, new HashSet<>(), new HashSet<>());
    }

    void add(Push push) {
        pushes.put(push.batch(), push);
        while (pushes.size() > MOST || (pushes.size() > 1 && files() > MOST_FILES)) {
            withdraw(pushes.keySet().iterator().next());
        }
    }

    private long files() {
        return pushes.values().stream().mapToLong(Push::files).sum();
    }

    boolean has(Push push) {
        return pushes.containsKey(push.batch());
    }

    /** Nobody who comes from now on gets it. */
    void withdraw(UUID batch) {
        pushes.remove(batch);
    }

    /** What was not offered to that peer, oldest first; everything if it is not known again. */
    List<Push> missedBy(@Nullable UUID identity) {
        return pushes.values().stream()
                .filter(push -> identity == null || !push.offered().contains(identity))
                .toList();
    }

    void begun(UUID batch, UUID transfer) {
        Push push = pushes.get(batch);
        if (push != null) {
            push.underWay().add(transfer);
        }
    }

    void ended(UUID batch, UUID transfer) {
        Push push = pushes.get(batch);
        if (push != null) {
            push.underWay().remove(transfer);
        }
    }

    /** A person does not want {@code transfer}: with the last one under way, all of the batch is withdrawn. */
    void cancelled(UUID batch, UUID transfer) {
        Push push = pushes.get(batch);
        if (push != null && push.underWay().remove(transfer) && push.underWay().isEmpty()) {
            withdraw(batch);
        }
    }
}

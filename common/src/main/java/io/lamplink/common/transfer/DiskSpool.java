package io.lamplink.common.transfer;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A spool in a folder of its own, readable by its owner alone. Bytes that were announced but not yet written count as
 * taken, so that several incoming files cannot together promise more than the disk or the limit holds. What was not saved
 * stays when the program ends, however that comes about, and is found again by the next run. May be used from any thread.
 */
public final class DiskSpool implements Spool, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(DiskSpool.class);

    /** Bytes that stay free for others. */
    public static final long RESERVE = 16L * 1024 * 1024;

    /** How long the beginning of a file waits for the rest. */
    public static final Duration PARTS_KEPT = Duration.ofDays(7);

    /** No limit but the disk's. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private final Path folder;
    private final FreeSpace freeSpace;
    private final SpoolIndex index;
    private final JournalFile journal;
    private final Map<UUID, SpoolFile> open = new HashMap<>();
    private volatile long limit = UNLIMITED;

    /** Tells how many bytes a folder's disk can take. */
    @FunctionalInterface
    public interface FreeSpace {
        /** Usable bytes where {@code folder} is. */
        long of(Path folder) throws IOException;
    }

    /** A spool in {@code folder}, which is made when the first file comes. */
    public DiskSpool(Path folder) {
        this(folder, where -> Files.getFileStore(where).getUsableSpace());
    }

    /** The same with a free space that a test decides. */
    public DiskSpool(Path folder, FreeSpace freeSpace) {
        this.folder = folder;
        this.freeSpace = freeSpace;
        this.journal = new JournalFile(folder.resolve("journal"));
        this.index = new SpoolIndex(journal);
    }

    /**
     * Finds what an earlier run has left, and removes what is too old or belongs to nothing; to be called once, before the
     * first file comes.
     */
    public void recover(Instant now) {
        index.load();
        if (journal.unread()) {
            return; // Every file here may be one that a person waits for.
        }
        for (SpoolIndex.Item item : index.items()) {
            boolean here = Files.exists(path(item.id()));
            boolean keep = switch (item.stage()) {
                case PART -> here && !isOld(path(item.id()), now);
                case ARRIVED -> here;
                case TAKEN, UNWANTED -> false;
            };
            if (!keep && item.stage().compareTo(SpoolIndex.Stage.TAKEN) < 0) {
                index.gone(item.id());
            }
        }
        if (!Files.exists(journal.copy()) || isOld(journal.copy(), now)) {
            removeStrangers(); // What else looks like a stranger may be of a later version.
        }
        index.tidy();
    }

    private static boolean isOld(Path file, Instant now) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(PARTS_KEPT));
        } catch (IOException e) {
            LOG.debug("The age of a spool file is not known.", e);
            return false;
        }
    }

    private void removeStrangers() {
        Set<Path> known = index.items().stream()
                .filter(item -> item.stage().compareTo(SpoolIndex.Stage.TAKEN) < 0)
                .map(item -> path(item.id()))
                .collect(Collectors.toSet());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(SpoolFile.SUFFIX) && !known.contains(file))
                    .forEach(SpoolFile::remove);
        } catch (IOException e) {
            LOG.warn("The spool folder cannot be tidied.", e);
        }
    }

    /** The most bytes that may be here, files under way with their announced size; {@link #UNLIMITED} at first. */
    public void limit(long bytes) {
        limit = bytes;
    }

    @Override
    public Entry open(Message.FileHeader offer) throws IOException {
        UUID id = offer.transferId();
        takeOver(id);
        Optional<SpoolIndex.Item> before = index.item(id).filter(item -> sameFile(item.offer(), offer));
        if (before.isPresent() && before.get().digest() != null) {
            return new ArrivedFile(path(id), before.get().digest());
        }
        OwnerOnly.createFolder(folder);
        Path path = path(id);
        if (before.isEmpty() && Files.exists(path)) {
            SpoolFile.remove(path);
        }
        SpoolFile file = new SpoolFile(this, offer, path);
        promise(file);
        try {
            file.open();
            index.begun(offer);
            return file;
        } catch (IOException | RuntimeException e) {
            closed(file);
            throw e;
        }
    }

    @Override
    public boolean unwanted(UUID transfer) {
        return index.item(transfer)
                .filter(item -> item.stage() == SpoolIndex.Stage.UNWANTED)
                .isPresent();
    }

    private static boolean sameFile(Message.FileHeader one, Message.FileHeader other) {
        return one.size() == other.size()
                && (one.modified() == null
                        ? other.modified() == null
                        : other.modified() != null
                                && one.modified().toEpochMilli()
                                        == other.modified().toEpochMilli());
    }

    private void takeOver(UUID id) {
        SpoolFile holder;
        synchronized (open) {
            holder = open.remove(id);
        }
        if (holder != null) {
            holder.takeAway();
        }
    }

    /** One at a time: an offer that is turned down must not count against another for a moment. */
    private void promise(SpoolFile file) throws IOException {
        synchronized (open) {
            long promised = open.values().stream().mapToLong(SpoolFile::missing).sum();
            long free = freeSpace.of(folder) - RESERVE - promised;
            if (file.missing() > free) {
                throw new DiskFullException("The disk has room for " + Math.max(0, free) + " bytes.", null);
            }
            makeRoom(file, promised);
            SpoolFile other = open.put(file.id(), file);
            if (other != null) {
                other.takeAway(); // Another link asked for the same file at the same moment.
            }
        }
    }

    /** Beginnings of files whose link is gone leave first, the oldest of them. */
    private void makeRoom(SpoolFile file, long promised) throws IOException {
        if (limit == UNLIMITED) {
            return;
        }
        long here = bytesHere();
        for (SpoolIndex.Item item : index.parts()) {
            boolean idle = !open.containsKey(item.id()) && !item.id().equals(file.id());
            if (here + promised + file.missing() > limit && idle) {
                here -= SpoolFile.size(path(item.id()));
                drop(item.id());
            }
        }
        if (here + promised + file.missing() > limit) {
            throw new DiskFullException("There is not enough room for received files; save those that wait.", null);
        }
    }

    private long bytesHere() {
        return index.arrivedBytes()
                + index.parts().stream()
                        .mapToLong(item -> SpoolFile.size(path(item.id())))
                        .sum();
    }

    /** The file was saved elsewhere, or is not wanted by its sender any more: removes it. */
    public void drop(UUID transfer) {
        SpoolFile.remove(path(transfer));
        index.gone(transfer);
    }

    /** A person does not want what an earlier link left of a file or folder: removes it, and does not let it come back. */
    @Override
    public void refuse(UUID transfer) {
        if (index.folder(transfer).isPresent()) {
            folders().discard(transfer);
        } else {
            takeOver(transfer);
            SpoolFile.remove(path(transfer));
        }
        index.unwanted(transfer);
    }

    /** The sender does not go on with it: removes what an earlier link left of a file or folder, unless all of it is here. */
    public void disown(UUID transfer) {
        boolean part = index.item(transfer)
                .filter(item -> item.stage() == SpoolIndex.Stage.PART)
                .isPresent();
        if (part) {
            takeOver(transfer);
            drop(transfer);
        } else if (index.folder(transfer).filter(folder -> !folder.whole()).isPresent()) {
            folders().discard(transfer);
        }
    }

    /** Remembers who sent a file or folder, in words that {@link #arrived} gives back. */
    public void sentBy(UUID transfer, List<String> sender) {
        index.sentBy(transfer, sender);
    }

    /** What arrived in an earlier run, or in this one, on its own and not in a folder, and is still here. */
    public List<StoredFile> arrived() {
        return index.items().stream()
                .filter(item ->
                        item.stage() == SpoolIndex.Stage.ARRIVED && item.offer().place() == null)
                .flatMap(item -> Stream.ofNullable(stored(item)))
                .toList();
    }

    @Override
    public SpoolFolders folders() {
        return new SpoolFolders(index, this::stored, this::drop);
    }

    private @Nullable StoredFile stored(SpoolIndex.Item item) {
        Message.Place place = item.offer().place();
        return item.digest() == null
                ? null
                : new StoredFile(
                        item.id(),
                        place == null ? "" : place.path(),
                        SafeFileName.of(item.offer().name()),
                        path(item.id()),
                        item.offer().size(),
                        item.digest(),
                        item.sender());
    }

    /** Keeps what is here for the next run; without anything, nothing stays behind. */
    @Override
    public void close() {
        List<SpoolFile> all;
        synchronized (open) {
            all = List.copyOf(open.values());
        }
        all.forEach(SpoolFile::suspend);
        index.tidy();
        journal.close();
        if (index.items().isEmpty() && index.folders().isEmpty() && !journal.unread()) {
            removeFolder();
        }
    }

    private void removeFolder() {
        try {
            Files.deleteIfExists(folder.resolve("journal"));
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("The spool folder is not empty.", e);
        } catch (IOException e) {
            LOG.warn("The spool folder could not be removed.", e);
        }
    }

    Path path(UUID id) {
        return folder.resolve(id + SpoolFile.SUFFIX);
    }

    /** The file is whole. */
    void finished(SpoolFile file, Sha256 digest) {
        closed(file);
        index.arrived(file.id(), digest);
    }

    /** The file is not written any further; what is there stays. */
    void closed(SpoolFile file) {
        synchronized (open) {
            open.remove(file.id(), file);
        }
    }

    /** The file is not wanted any more. */
    void discarded(SpoolFile file) {
        closed(file);
        drop(file.id());
    }

    /** Bytes that may still be written; looked at every now and then while a file comes. */
    long room() throws IOException {
        try {
            return freeSpace.of(folder) - RESERVE;
        } catch (NoSuchFileException e) {
            OwnerOnly.createFolder(folder);
            return freeSpace.of(folder) - RESERVE;
        }
    }
}

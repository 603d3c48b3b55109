package io.lamplink.common.engine;

import io.lamplink.common.engine.SaveResult.NotSaved;
import io.lamplink.common.engine.SaveResult.Problem;
import io.lamplink.common.engine.SaveResult.Saved;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.DiskFullException;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.FileSaver;
import io.lamplink.common.transfer.FolderSaver;
import io.lamplink.common.transfer.Lane;
import io.lamplink.common.transfer.SavedPart;
import io.lamplink.common.transfer.StoredFile;
import io.lamplink.common.transfer.StoredFolder;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files and folders that arrived whole and wait to be saved, also those of an earlier run. They belong to nobody's
 * link: a disconnect or a second file changes nothing for them. May be used from any thread; the work is done on one lane of
 * the disk pool.
 */
final class ReceivedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ReceivedFiles.class);

    private final Lane lane;
    private final DiskSpool spool;
    private final BiConsumer<Peer, TransferSnapshot> changed;
    private final Map<UUID, Received> unsaved = new LinkedHashMap<>();

    private record Received(Peer peer, TransferSnapshot transfer) {}

    ReceivedFiles(Executor diskPool, DiskSpool spool, BiConsumer<Peer, TransferSnapshot> changed) {
        this.lane = new Lane(diskPool);
        this.spool = spool;
        this.changed = changed;
    }

    /** Takes a complete incoming file or folder over from its link. */
    void add(Peer peer, TransferSnapshot transfer) {
        lane.execute(() -> {
            unsaved.put(transfer.id(), new Received(peer, transfer));
            spool.sentBy(transfer.id(), PeerWords.of(peer));
        });
    }

    /** Tells of everything that an earlier run has left here. */
    void restore() {
        lane.execute(() -> {
            spool.arrived().forEach(file -> restore(PeerWords.read(file.sender()), snapshot(file)));
            spool.folders().arrived().forEach(folder -> restore(PeerWords.read(folder.sender()), snapshot(folder)));
        });
    }

    private void restore(Peer peer, TransferSnapshot transfer) {
        if (!unsaved.containsKey(transfer.id())) {
            unsaved.put(transfer.id(), new Received(peer, transfer));
            changed.accept(peer, transfer);
        }
    }

    private static TransferSnapshot snapshot(StoredFile file) {
        return arrived(file.id(), file.name(), file.size(), file.size(), file.sha256(), file.file(), null);
    }

    private TransferSnapshot snapshot(StoredFolder folder) {
        int here = arrivedFiles(folder);
        long bytes = folder.contents().stream().mapToLong(StoredFile::size).sum();
        FolderContents contents = new FolderContents(folder.files(), here, folder.files() - here);
        return arrived(folder.id(), folder.name(), folder.size(), bytes, null, null, contents);
    }

    /** Those too that an attempt to save has taken from the spool. */
    private int arrivedFiles(StoredFolder folder) {
        return spool.folders()
                .savedPart(folder.id())
                .map(SavedPart::files)
                .orElse(folder.contents().size());
    }

    private static TransferSnapshot arrived(
            UUID id,
            String name,
            long size,
            long here,
            @Nullable Sha256 sha256,
            @Nullable Path file,
            @Nullable FolderContents contents) {
        return new TransferSnapshot(
                id,
                Direction.IN,
                name,
                size,
                here,
                State.COMPLETE,
                Duration.ZERO,
                sha256,
                true,
                file,
                null,
                "",
                null,
                contents);
    }

    CompletableFuture<SaveResult> save(UUID id, Path target) {
        return onLane(id, target, transfer -> {
            if (transfer.contents() == null) {
                FileSaver.save(spooled(transfer), target, digest(transfer));
            } else {
                saveFolder(id, target, "");
            }
            return target;
        });
    }

    CompletableFuture<SaveResult> saveInto(UUID id, Path parent) {
        return onLane(id, parent, transfer -> {
            Files.createDirectories(parent);
            return transfer.contents() == null
                    ? FileSaver.saveNumbered(spooled(transfer), parent, transfer.name(), digest(transfer))
                    : saveFolderInto(id, parent, transfer.name());
        });
    }

    private static Path spooled(TransferSnapshot file) {
        return Objects.requireNonNull(file.file(), "A file that arrived is somewhere.");
    }

    private static Sha256 digest(TransferSnapshot file) {
        return Objects.requireNonNull(file.sha256(), "A file that arrived has been hashed.");
    }

    /** What could not be saved whole, or was when the program was killed, goes on in the folder where it began. */
    private Path saveFolderInto(UUID id, Path parent, String name) throws IOException {
        SavedPart before = spool.folders().savedPart(id).orElse(null);
        Path target = before != null && before.isIn(parent) ? parent.resolve(before.name()) : null;
        if (target == null || !Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            target = FolderSaver.newFolder(parent, name);
        } else {
            FolderSaver.tidy(folder(id), target);
        }
        saveFolder(id, target, target.toAbsolutePath().toString());
        return target;
    }

    private StoredFolder folder(UUID id) throws IOException {
        return spool.folders().arrived(id).orElseThrow(() -> new NoSuchFileException(id.toString()));
    }

    /** {@code own}: where saving is to go on if it is broken off; empty if that folder may hold what is not ours. */
    private void saveFolder(UUID id, Path target, String own) throws IOException {
        StoredFolder folder = folder(id);
        spool.folders().saving(id, new SavedPart(own, arrivedFiles(folder)));
        FolderSaver.save(folder, target, file -> spool.drop(file.id()));
    }

    @FunctionalInterface
    private interface Saving {
        Path save(TransferSnapshot transfer) throws IOException;
    }

    private CompletableFuture<SaveResult> onLane(UUID id, Path target, Saving saving) {
        CompletableFuture<SaveResult> answer = new CompletableFuture<>();
        lane.execute(() -> {
            try {
                answer.complete(saveNow(unsaved.get(id), target, saving));
            } catch (RuntimeException e) {
                LOG.error("A received file could not be saved.", e);
                answer.complete(new NotSaved(Problem.OTHER, target));
            }
        });
        return answer;
    }

    private SaveResult saveNow(@Nullable Received received, Path target, Saving saving) {
        if (received == null || isGone(received.transfer())) {
            return new NotSaved(Problem.NOT_COMPLETE, target);
        }
        TransferSnapshot transfer = received.transfer();
        try {
            if (isCut(transfer)) {
                LOG.warn("A received file is not as long any more as it was when it was compared: {}", transfer.file());
                return new NotSaved(Problem.CHECK_FAILED, target);
            }
            Path saved = saving.save(transfer);
            unsaved.remove(transfer.id());
            forget(transfer);
            changed.accept(received.peer(), transfer.savedAt(saved));
            return new Saved(saved);
        } catch (IOException e) {
            LOG.warn("A received file could not be saved.", e);
            return new NotSaved(problem(e), target);
        }
    }

    private static boolean isGone(TransferSnapshot transfer) {
        Path spooled = transfer.file();
        return transfer.contents() == null && (spooled == null || Files.notExists(spooled));
    }

    /** As a power failure leaves it that comes before the disk has all of it. */
    private static boolean isCut(TransferSnapshot transfer) throws IOException {
        return transfer.contents() == null && Files.size(spooled(transfer)) != transfer.size();
    }

    private void forget(TransferSnapshot transfer) {
        if (transfer.contents() == null) {
            spool.drop(transfer.id());
        } else {
            spool.folders().saved(transfer.id());
        }
    }

    private static Problem problem(IOException e) {
        return switch (e) {
            case DiskFullException _ -> Problem.DISK_FULL;
            case FileSaver.CheckFailedException _ -> Problem.CHECK_FAILED;
            case NoSuchFileException _ -> Problem.NO_FOLDER;
            case AccessDeniedException _ -> Problem.NOT_PERMITTED;
            default -> Problem.OTHER;
        };
    }
}

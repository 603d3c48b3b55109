package io.lamplink.common.engine;

import io.lamplink.common.engine.SaveResult.NotSaved;
import io.lamplink.common.engine.SaveResult.Problem;
import io.lamplink.common.engine.SaveResult.Saved;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.DiskFullException;
import io.lamplink.common.transfer.FileSaver;
import io.lamplink.common.transfer.Lane;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that arrived whole and wait to be saved. They belong to nobody's link: a disconnect or a second file changes
 * nothing for them. May be used from any thread; the work is done on one lane of the disk pool.
 */
final class ReceivedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ReceivedFiles.class);

    private final Lane lane;
    private final BiConsumer<Peer, TransferSnapshot> changed;
    private final Map<UUID, Received> unsaved = new LinkedHashMap<>();

    private record Received(Peer peer, TransferSnapshot transfer, Path spooled, Sha256 sha256) {}

    ReceivedFiles(Executor diskPool, BiConsumer<Peer, TransferSnapshot> changed) {
        this.lane = new Lane(diskPool);
        this.changed = changed;
    }

    /** Takes a complete incoming file over from its link. */
    void add(Peer peer, TransferSnapshot transfer) {
        Path spooled = transfer.file();
        Sha256 sha256 = transfer.sha256();
        if (spooled != null && sha256 != null) {
            lane.execute(() -> unsaved.put(transfer.id(), new Received(peer, transfer, spooled, sha256)));
        }
    }

    CompletableFuture<SaveResult> save(UUID id, Path target) {
        return onLane(id, target, file -> {
            FileSaver.save(file.spooled(), target, file.sha256());
            return target;
        });
    }

    CompletableFuture<SaveResult> saveInto(UUID id, Path folder) {
        return onLane(id, folder, file -> {
            Files.createDirectories(folder);
            return FileSaver.saveNumbered(
                    file.spooled(), folder, file.transfer().name(), file.sha256());
        });
    }

    @FunctionalInterface
    private interface Saving {
        Path save(Received file) throws IOException;
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

    private SaveResult saveNow(@Nullable Received file, Path target, Saving saving) {
        if (file == null || Files.notExists(file.spooled())) {
            return new NotSaved(Problem.NOT_COMPLETE, target);
        }
        try {
            Path saved = saving.save(file);
            unsaved.remove(file.transfer().id());
            changed.accept(file.peer(), savedAt(file.transfer(), saved));
            return new Saved(saved);
        } catch (IOException e) {
            LOG.warn("A received file could not be saved.", e);
            return new NotSaved(problem(e), target);
        }
    }

    private static TransferSnapshot savedAt(TransferSnapshot t, Path file) {
        return new TransferSnapshot(
                t.id(),
                t.direction(),
                t.name(),
                t.size(),
                t.transferred(),
                State.SAVED,
                t.active(),
                t.sha256(),
                t.verified(),
                file,
                null,
                "");
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

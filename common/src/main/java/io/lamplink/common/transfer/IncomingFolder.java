package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Receives a folder: its files come as transfers of their own, and this keeps the books. Confined to the link's home lane;
 * what it has the spool write goes to a disk lane.
 */
final class IncomingFolder {
    private final TransferLink link;
    private final Message.FolderHeader header;
    private final Spool.Folders spool;
    private final Consumer<UUID> refuse;
    private final Executor disk;
    private final FolderProgress progress;
    private final boolean known;
    private final Runnable gone;
    private final Set<UUID> done = new HashSet<>();

    /** Files that were taken or were there before, and their bytes. */
    private int files;

    private long bytes;
    private int paths;

    /**
     * A folder that comes.
     *
     * @param known whether it was saved already: then nobody here hears of it again, and {@code gone} is run at its end
     */
    IncomingFolder(TransferLink link, Message.FolderHeader header, Spool spool, boolean known, Runnable gone) {
        this.known = known;
        this.gone = gone;
        this.link = link;
        this.header = header;
        this.spool = spool.folders();
        this.refuse = spool::refuse;
        this.disk = link.newDiskLane();
        this.progress = new FolderProgress(
                link,
                header.folderId(),
                Direction.IN,
                SafeFileName.of(header.name()),
                header.files(),
                header.size(),
                null);
        if (known) {
            progress.hush();
        }
    }

    UUID id() {
        return header.folderId();
    }

    FolderProgress progress() {
        return progress;
    }

    void start() {
        disk.execute(() -> {
            List<StoredFile> before = known ? List.of() : spool.begin(header);
            link.home().execute(() -> accept(before));
        });
    }

    private void accept(List<StoredFile> before) {
        if (!progress.ended()) {
            before.forEach(file -> {
                done.add(file.id());
                count(file.size());
            });
            link.send(new Message.FileAck(id(), 0));
            progress.active(
                    before.size(), before.stream().mapToLong(StoredFile::size).sum());
        }
    }

    private void count(long size) {
        files++;
        bytes = size > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytes + size;
    }

    /** Counts a file that is offered; answers whether that is still within what was announced. */
    boolean takes(Message.FileHeader file) {
        if (!done.contains(file.transferId())) {
            count(file.size());
        }
        return files <= header.files() && bytes <= header.size();
    }

    private void leaveIfKnown() {
        if (known) {
            gone.run();
        }
    }

    /** Takes the names of empty folders; answers whether there may be so many. */
    boolean onPaths(List<String> named) {
        paths += named.size();
        if (!progress.ended() && !known) {
            disk.execute(() -> spool.paths(id(), named));
        }
        return paths <= ProtocolLimits.MAX_FOLDER_FILES;
    }

    /** One of its files moved or ended. */
    void changed(TransferSnapshot file) {
        if (file.state() != State.COMPLETE || done.add(file.id())) {
            progress.file(file);
        }
    }

    /** Everything that will come has come. */
    void onComplete() {
        if (progress.state() == State.ACTIVE) {
            disk.execute(() -> {
                if (!known) {
                    spool.whole(id());
                }
                link.home().execute(this::complete);
            });
        }
    }

    private void complete() {
        if (!progress.ended()) {
            link.send(new Message.FolderVerified(id()));
            progress.complete();
            leaveIfKnown();
        }
    }

    void dropped(FailureReason reason, String detail) {
        if (!progress.ended()) {
            disk.execute(() -> spool.discard(id()));
            progress.failed(reason, detail);
            leaveIfKnown();
        }
    }

    /** Ends it and tells the peer. */
    void fail(FailureReason reason, String detail) {
        if (!progress.ended()) {
            link.send(new Message.FileCancel(id(), reason, detail));
            dropped(reason, detail);
        }
    }

    /** A person here does not want it, also when it is offered again by a sender who did not get to know. */
    void cancel(FailureReason reason) {
        if (!progress.ended()) {
            link.send(new Message.FileCancel(id(), reason, ""));
            disk.execute(() -> refuse.accept(id()));
            progress.failed(reason, "");
        }
    }
}

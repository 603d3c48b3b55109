package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that one link receives. Confined to the link's home lane. */
final class Receiving {
    /** Files under way at once; more are refused. */
    static final int MAX_AT_ONCE = 64;

    /** Folders under way at once; more are refused. */
    static final int MAX_FOLDERS = 16;

    /** Files that have ended and are remembered, so that what was on its way for them is not taken for nonsense. */
    private static final int PAST_KEPT = 256;

    private final TransferLink link;
    private final Spool spool;
    private final Predicate<UUID> taken;
    private final Map<UUID, IncomingTransfer> transfers = new LinkedHashMap<>();
    private final Map<UUID, IncomingFolder> folders = new LinkedHashMap<>();
    private final Set<UUID> past = new LinkedHashSet<>();
    private final WriteBacklog backlog = new WriteBacklog();
    private int arrived;

    /** Nothing comes yet; ids for which {@code taken} holds are in use for what is sent. */
    Receiving(TransferLink link, Spool spool, Predicate<UUID> taken) {
        this.link = link;
        this.spool = spool;
        this.taken = taken;
    }

    void onHeader(Message.FileHeader header) {
        UUID id = header.transferId();
        if (inUse(id)) {
            refuse(id, FailureReason.BAD_MESSAGE, "That transfer is already under way.");
        } else if (header.size() < 0 || header.chunkSize() < 1 || header.chunkSize() > ProtocolLimits.MAX_CHUNK_BYTES) {
            refuse(id, FailureReason.BAD_MESSAGE, "The offer makes no sense.");
        } else if (header.place() != null && !folders.containsKey(header.place().folderId())) {
            refuse(id, FailureReason.BAD_MESSAGE, "The file belongs to a folder that was not offered.");
        } else if (transfers.size() >= MAX_AT_ONCE) {
            refuse(id, FailureReason.BUSY, "Too many files at once.");
        } else if (spool.unwanted(id)) {
            refuse(id, FailureReason.CANCELLED, "");
        } else if (fitsItsFolder(header)) {
            IncomingTransfer transfer = new IncomingTransfer(link, header, spool, backlog, () -> leave(id));
            transfers.put(id, transfer);
            transfer.start();
        }
    }

    /** Who sends more than the folder's header said may send anything: the whole folder ends. */
    private boolean fitsItsFolder(Message.FileHeader header) {
        Message.Place place = header.place();
        IncomingFolder folder = place == null ? null : folders.get(place.folderId());
        boolean fits = folder == null || folder.takes(header);
        if (folder != null && !fits) {
            remember(header.transferId());
            endBeyondSize(folder, "More came than the folder was said to hold.");
        }
        return fits;
    }

    private void endBeyondSize(IncomingFolder folder, String sentence) {
        folder.fail(FailureReason.BEYOND_SIZE, sentence);
        dropFiles(folder);
    }

    private void leaveFolder(UUID id) {
        folders.remove(id);
        remember(id);
    }

    private void leave(UUID id) {
        transfers.remove(id);
        remember(id);
    }

    void onFolderHeader(Message.FolderHeader header) {
        UUID id = header.folderId();
        if (inUse(id)) {
            refuse(id, FailureReason.BAD_MESSAGE, "That transfer is already under way.");
        } else if (folders.size() >= MAX_FOLDERS) {
            refuse(id, FailureReason.BUSY, "Too many folders at once.");
        } else if (spool.unwanted(id)) {
            refuse(id, FailureReason.CANCELLED, "");
        } else {
            boolean known = spool.folders().isSaved(id);
            IncomingFolder folder = new IncomingFolder(link, header, spool, known, () -> leaveFolder(id));
            folders.put(id, folder);
            folder.progress().offered();
            folder.start();
        }
    }

    void onFolderPaths(Message.FolderPaths message) {
        IncomingFolder folder = folders.get(message.folderId());
        if (folder != null && !folder.onPaths(message.paths())) {
            endBeyondSize(folder, "Too many empty folders came.");
        }
    }

    void onFolderComplete(UUID id) {
        IncomingFolder folder = folders.get(id);
        if (folder != null) {
            folder.onComplete();
        }
    }

    void onChunk(Message.FileChunk chunk) {
        IncomingTransfer transfer = known(chunk.transferId());
        if (transfer != null) {
            transfer.onChunk(chunk.offset(), chunk.data());
        }
    }

    void onComplete(Message.FileComplete complete) {
        IncomingTransfer transfer = known(complete.transferId());
        if (transfer != null) {
            transfer.onComplete(complete.size(), complete.sha256());
        }
    }

    /** The peer holds it up, or with null lets it go on. */
    void onHold(UUID id, @Nullable FailureReason reason, String detail) {
        IncomingTransfer transfer = transfers.get(id);
        IncomingFolder folder = folders.get(id);
        if (transfer != null) {
            transfer.heldByPeer(reason, detail);
        } else if (folder != null) {
            folder.progress().heldByPeer(reason, detail);
        }
    }

    /** The peer ends it. */
    void drop(UUID id, FailureReason reason, String detail) {
        IncomingTransfer transfer = transfers.get(id);
        IncomingFolder folder = folders.get(id);
        if (transfer != null) {
            transfer.dropped(reason, detail);
        } else if (folder != null) {
            folder.dropped(reason, detail);
            dropFiles(folder);
        }
    }

    boolean cancel(UUID id, FailureReason reason) {
        IncomingTransfer transfer = transfers.get(id);
        IncomingFolder folder = folders.get(id);
        if (transfer != null) {
            transfer.cancel(reason);
        } else if (folder != null) {
            folder.cancel(reason);
            dropFiles(folder);
        }
        return transfer != null || folder != null;
    }

    private void dropFiles(IncomingFolder folder) {
        for (IncomingTransfer transfer : List.copyOf(transfers.values())) {
            if (belongs(transfer, folder)) {
                transfer.dropped(FailureReason.CANCELLED, "");
            }
        }
    }

    private static boolean belongs(IncomingTransfer transfer, IncomingFolder folder) {
        Message.Place place = transfer.header().place();
        return place != null && place.folderId().equals(folder.id());
    }

    void hold(UUID id, boolean pause) {
        IncomingTransfer transfer = transfers.get(id);
        IncomingFolder folder = folders.get(id);
        if (transfer != null) {
            transfer.hold(pause);
        } else if (folder != null) {
            folder.progress().hold(pause);
        }
    }

    void tick(long stall, String sentence) {
        for (IncomingTransfer transfer : List.copyOf(transfers.values())) {
            IncomingFolder folder = folderOf(transfer.id());
            if (folder != null && folder.progress().isHeld()) {
                transfer.progress().stirred();
            }
            transfer.tick();
            if (transfer.progress().stillFor() > stall) {
                transfer.fail(FailureReason.STALLED, sentence);
            }
        }
    }

    /** The bytes of a chunk of {@code id} cannot be had any more: that transfer fails. */
    void lost(UUID id) {
        IncomingTransfer transfer = transfers.get(id);
        if (transfer != null) {
            transfer.fail(FailureReason.BAD_MESSAGE, "A part of the file was damaged on the way.");
        }
    }

    /**
     * The link is gone. What is here of each file stays for another link, or is thrown away.
     *
     * @param comesBack whether the peer can come back and go on
     */
    void linkLost(boolean comesBack) {
        List.copyOf(transfers.values()).forEach(transfer -> transfer.linkLost(comesBack));
        for (IncomingFolder folder : List.copyOf(folders.values())) {
            if (comesBack) {
                folder.progress().suspended();
            } else {
                folder.dropped(FailureReason.LINK_LOST, "");
            }
        }
        folders.clear();
    }

    /** A transfer or folder has ended; called before anybody hears of it. */
    void forget(TransferSnapshot snapshot) {
        folders.remove(snapshot.id());
        if (transfers.remove(snapshot.id()) != null && snapshot.state() == State.COMPLETE) {
            arrived++;
        }
        remember(snapshot.id());
    }

    /** The folder that the file {@code id} belongs to, or null. */
    @Nullable
    IncomingFolder folderOf(UUID id) {
        IncomingTransfer transfer = transfers.get(id);
        Message.Place place = transfer == null ? null : transfer.header().place();
        return place == null ? null : folders.get(place.folderId());
    }

    /** Whether the file {@code id} belongs to a folder, be that still under way or not. */
    boolean isPart(UUID id) {
        IncomingTransfer transfer = transfers.get(id);
        return transfer != null && transfer.header().place() != null;
    }

    int underWay() {
        return transfers.size() + folders.size();
    }

    /** Files that arrived whole. */
    int arrived() {
        return arrived;
    }

    boolean has(UUID id) {
        return transfers.containsKey(id) || folders.containsKey(id);
    }

    private boolean inUse(UUID id) {
        return has(id) || taken.test(id);
    }

    /** The sender may have chunks on their way already: they are not taken for unknown. */
    private void refuse(UUID id, FailureReason reason, String detail) {
        remember(id);
        link.send(new Message.FileRefused(id, reason, detail));
    }

    private @Nullable IncomingTransfer known(UUID id) {
        IncomingTransfer transfer = transfers.get(id);
        if (transfer == null && !past.contains(id)) {
            remember(id);
            link.send(new Message.FileCancel(
                    id, FailureReason.UNKNOWN_TRANSFER, "That transfer is not known to the receiver."));
        }
        return transfer;
    }

    private void remember(UUID id) {
        past.add(id);
        if (past.size() > PAST_KEPT) {
            past.remove(past.iterator().next());
        }
    }
}

package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one link sends: files that wait for their turn, files and folders under way, and the window that they
 * share, one chunk each in turn. Confined to the link's home lane.
 */
final class Sending {
    /** Files that leave with their headers and may be under way at once; a receiver takes {@link Receiving#MAX_AT_ONCE}. */
    static final int EAGER_AT_ONCE = 48;

    private final TransferLink link;
    private final SendWindow window;
    private final SendLimit.Share share;
    private final Map<UUID, OutgoingTransfer> transfers = new LinkedHashMap<>();
    private final Set<UUID> waiting = new LinkedHashSet<>();
    private final Map<UUID, OutgoingFolder> folders = new LinkedHashMap<>();
    private final Deque<OutgoingTransfer> inTurn = new ArrayDeque<>();
    private boolean linkGone;
    private boolean goesOn;
    private int large;
    private int delivered;

    /** Nothing to send yet; {@code link} is told of every snapshot, and calls {@link #forget} for those that have ended. */
    Sending(TransferLink link) {
        this.link = link;
        int largest = link.traits().chunkBytes();
        this.share = link.limit().share(() -> link.home().execute(this::pump));
        this.window = new SendWindow(Math.min(link.traits().leastChunkBytes(), largest), largest);
    }

    /** A transfer that this link has already changes nothing: a peer that is back may be offered it twice. */
    void offer(UUID id, SourceFile source) {
        if (has(id)) {
            return;
        }
        OutgoingTransfer transfer = new OutgoingTransfer(link, id, source, null, window, share, this::pump);
        transfers.put(id, transfer);
        waiting.add(id);
        transfer.queued();
        if (linkGone) {
            linkLost(goesOn);
        }
        startWaiting();
    }

    void offer(FolderOffer offer) {
        if (has(offer.id())) {
            return;
        }
        OutgoingFolder folder = new OutgoingFolder(link, offer);
        folders.put(offer.id(), folder);
        folder.start();
        if (linkGone) {
            linkLost(goesOn);
        }
    }

    boolean cancel(UUID id, FailureReason reason) {
        OutgoingTransfer transfer = transfers.get(id);
        OutgoingFolder folder = folders.get(id);
        if (transfer != null) {
            transfer.fail(reason, "");
        } else if (folder != null) {
            folder.fail(reason, "");
            dropFiles(folder);
        }
        return transfer != null || folder != null;
    }

    void hold(UUID id, boolean pause) {
        OutgoingTransfer transfer = transfers.get(id);
        OutgoingFolder folder = folders.get(id);
        if (transfer != null) {
            transfer.hold(pause);
        } else if (folder != null) {
            folder.progress().hold(pause);
        }
        startWaiting();
        pump();
    }

    void onAck(Message.FileAck ack) {
        OutgoingTransfer transfer = started(ack.transferId());
        OutgoingFolder folder = folders.get(ack.transferId());
        if (transfer != null) {
            transfer.onAccepted(ack.offset(), ack.prefix());
        } else if (folder != null) {
            folder.onAccepted();
            startWaiting();
        }
    }

    void onChunkAck(Message.FileChunkAck ack) {
        OutgoingTransfer transfer = started(ack.transferId());
        if (transfer != null) {
            transfer.onAcknowledged(ack.written());
        }
    }

    void onVerified(UUID id, Sha256 sha256) {
        OutgoingTransfer transfer = started(id);
        if (transfer != null) {
            transfer.onVerified(sha256);
        }
    }

    void onFolderVerified(UUID id) {
        OutgoingFolder folder = folders.get(id);
        if (folder != null) {
            folder.onVerified();
        }
    }

    /** The peer holds it up, or with null lets it go on. */
    void onHold(UUID id, @Nullable FailureReason reason, String detail) {
        OutgoingTransfer transfer = started(id);
        OutgoingFolder folder = folders.get(id);
        if (transfer != null) {
            transfer.heldByPeer(reason, detail);
        } else if (folder != null) {
            folder.progress().heldByPeer(reason, detail);
            startWaiting();
            pump();
        }
    }

    /** The peer ends it. */
    void drop(UUID id, FailureReason reason, String detail) {
        OutgoingTransfer transfer = started(id);
        OutgoingFolder folder = folders.get(id);
        if (transfer != null) {
            transfer.dropped(reason, detail);
        } else if (folder != null) {
            folder.dropped(reason, detail);
            dropFiles(folder);
        }
    }

    private void dropFiles(OutgoingFolder folder) {
        for (OutgoingTransfer transfer : List.copyOf(transfers.values())) {
            if (folder.id().equals(transfer.folderId())) {
                transfer.dropped(FailureReason.CANCELLED, "");
            }
        }
    }

    void tick(long stall, String sentence) {
        for (OutgoingTransfer transfer : List.copyOf(transfers.values())) {
            if (waiting.contains(transfer.id()) || !moves(transfer)) {
                transfer.progress().stirred();
            }
            transfer.tick();
            if (transfer.progress().stillFor() > stall) {
                transfer.fail(FailureReason.STALLED, sentence);
            }
        }
    }

    /**
     * The link is gone: what has not ended has ended here.
     *
     * @param comesBack whether it may go on over another link, so that nobody need hear of a failure
     */
    void linkLost(boolean comesBack) {
        linkGone = true;
        goesOn = comesBack;
        if (!comesBack) {
            List.copyOf(folders.values()).forEach(folder -> folder.dropped(FailureReason.LINK_LOST, ""));
            List.copyOf(transfers.values()).forEach(transfer -> transfer.dropped(FailureReason.LINK_LOST, ""));
            return;
        }
        folders.values().forEach(folder -> folder.progress().suspended());
        transfers.values().forEach(OutgoingTransfer::suspended);
        folders.clear();
        transfers.clear();
        waiting.clear();
        inTurn.clear();
    }

    /** A transfer or folder has ended; called before anybody hears of it. */
    void forget(TransferSnapshot snapshot) {
        UUID id = snapshot.id();
        OutgoingTransfer transfer = transfers.remove(id);
        folders.remove(id);
        if (transfer != null && !waiting.remove(id)) {
            inTurn.remove(transfer);
            large -= transfer.eager() ? 0 : 1;
        }
        if (transfer != null && snapshot.state() == State.COMPLETE) {
            delivered++;
        }
    }

    /** The folder that the file {@code id} belongs to, or null. */
    @Nullable
    OutgoingFolder folderOf(UUID id) {
        OutgoingTransfer transfer = transfers.get(id);
        UUID folder = transfer == null ? null : transfer.folderId();
        return folder == null ? null : folders.get(folder);
    }

    /** Whether the file {@code id} belongs to a folder, be that still under way or not. */
    boolean isPart(UUID id) {
        OutgoingTransfer transfer = transfers.get(id);
        return transfer != null && transfer.folderId() != null;
    }

    boolean has(UUID id) {
        return transfers.containsKey(id) || folders.containsKey(id);
    }

    int underWay() {
        return transfers.size() + folders.size();
    }

    /** Files that arrived whole at the peer. */
    int delivered() {
        return delivered;
    }

    /** The outgoing transfer of that id, unless it still waits for its turn: the peer cannot know of it then. */
    private @Nullable OutgoingTransfer started(UUID id) {
        return waiting.contains(id) ? null : transfers.get(id);
    }

    private boolean moves(OutgoingTransfer transfer) {
        OutgoingFolder folder = folderOf(transfer.id());
        return folder == null || folder.moves();
    }

    /** Starts what there is room for: few large files at once, many small ones. */
    void startWaiting() {
        if (linkGone) {
            return;
        }
        for (Iterator<UUID> next = List.copyOf(waiting).iterator(); next.hasNext() && hasRoom(); ) {
            UUID id = next.next();
            OutgoingTransfer transfer = transfers.get(id);
            if (transfer != null && waiting.contains(id) && !transfer.heldBack() && fits(transfer.eager())) {
                waiting.remove(id);
                start(transfer);
            }
        }
        for (OutgoingFolder folder : List.copyOf(folders.values())) {
            startFiles(folder);
        }
        pump(); // what has ended has left its share of the window, and others may have nothing on their way
    }

    /** One file too many waits with its folder, so that a hundred thousand of them cost nothing. */
    private void startFiles(OutgoingFolder folder) {
        while (hasRoom()) {
            FolderOffer.Entry next = folder.next(fits(false));
            if (next == null) {
                return;
            }
            SourceFile file = DiskFile.listed(next.file(), next.size(), next.modified(), folder.root());
            Message.Place place = new Message.Place(folder.id(), next.path());
            OutgoingTransfer transfer = new OutgoingTransfer(link, next.id(), file, place, window, share, this::pump);
            transfers.put(next.id(), transfer);
            start(transfer);
        }
    }

    private boolean hasRoom() {
        return transfers.size() - waiting.size() < link.limit().atOnce(EAGER_AT_ONCE);
    }

    private boolean fits(boolean eager) {
        return eager || large < link.traits().outgoingAtOnce();
    }

    private void start(OutgoingTransfer transfer) {
        large += transfer.eager() ? 0 : 1;
        inTurn.add(transfer);
        transfer.start();
    }

    /** Has each transfer read one chunk in turn, as long as the window takes any. */
    private void pump() {
        for (int idle = 0; idle < inTurn.size(); ) {
            OutgoingTransfer next = inTurn.poll();
            if (next == null) {
                return;
            }
            inTurn.add(next);
            idle = (moves(next) ? next.readNext() : next.stepAside()) ? 0 : idle + 1;
        }
    }
}

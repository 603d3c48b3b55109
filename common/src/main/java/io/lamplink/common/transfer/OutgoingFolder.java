package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends a folder: its header, its empty folders, then its files, which it hands out one by one as there is room for them,
 * and the end. Confined to the link's home lane.
 */
final class OutgoingFolder {
    private final TransferLink link;
    private final FolderOffer offer;
    private final FolderProgress progress;
    private final Deque<FolderOffer.Entry> left;
    private final Set<UUID> underWay = new HashSet<>();
    private boolean completeSent;

    OutgoingFolder(TransferLink link, FolderOffer offer) {
        this.link = link;
        this.offer = offer;
        this.left = new ArrayDeque<>(offer.files());
        this.progress = new FolderProgress(
                link,
                offer.id(),
                Direction.OUT,
                SafeFileName.of(offer.name()),
                offer.filesInAll(),
                offer.size(),
                offer.folder());
    }

    UUID id() {
        return offer.id();
    }

    /** Where it is. */
    Path root() {
        return offer.folder();
    }

    FolderProgress progress() {
        return progress;
    }

    void start() {
        progress.offered();
        link.send(new Message.FolderHeader(id(), offer.name(), offer.filesInAll(), offer.size()));
    }

    void onAccepted() {
        if (progress.state() == State.OFFERED) {
            List<String> paths = sayable(offer.emptyFolders());
            for (int from = 0; from < paths.size(); from += ProtocolLimits.MAX_PATHS) {
                int to = Math.min(paths.size(), from + ProtocolLimits.MAX_PATHS);
                link.send(new Message.FolderPaths(id(), paths.subList(from, to)));
            }
            progress.active(offer.filesBefore(), offer.sizeBefore());
            finishIfAllEnded();
        }
    }

    /** An empty folder that lies deeper than a wire can say is left out, as its files would be. */
    private static List<String> sayable(List<String> paths) {
        return paths.stream()
                .filter(path -> path.length() <= ProtocolLimits.MAX_FILE_NAME_CHARS)
                .toList();
    }

    /** Whether anything of it may move. */
    boolean moves() {
        return progress.state() == State.ACTIVE && !progress.isHeld();
    }

    /** The next file to send, which is small unless {@code large} ones fit too; null if there is none for the time being. */
    FolderOffer.@Nullable Entry next(boolean large) {
        FolderOffer.Entry next = moves() ? left.peek() : null;
        if (next == null || (!large && next.size() > link.traits().eagerBytes())) {
            return null;
        }
        left.remove();
        underWay.add(next.id());
        return next;
    }

    /** One of its files moved or ended. */
    void changed(TransferSnapshot file) {
        if (file.ended()) {
            underWay.remove(file.id());
        }
        progress.file(file);
        finishIfAllEnded();
    }

    private void finishIfAllEnded() {
        if (progress.state() == State.ACTIVE && left.isEmpty() && underWay.isEmpty() && !completeSent) {
            completeSent = true;
            link.send(new Message.FolderComplete(id()));
        }
    }

    void onVerified() {
        if (completeSent && !progress.ended()) {
            progress.complete();
        }
    }

    void dropped(FailureReason reason, String detail) {
        if (!progress.ended()) {
            left.clear();
            progress.failed(reason, detail);
        }
    }

    /** Ends it and tells the peer. */
    void fail(FailureReason reason, String detail) {
        if (!progress.ended()) {
            link.send(new Message.FileCancel(id(), reason, detail));
            dropped(reason, detail);
        }
    }
}

package io.lamplink.common.engine;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What becomes of transfers when their links tell of them, and of those whose peer is away. Confined to the hub's lane. */
final class TransferNews {
    /** How many transfers wait for peers that are away; then the one that has waited longest is given up. */
    static final int MOST_WAITING = 20_000;

    /** How many files these may have together; peers that come and go under ever new names must not fill the memory. */
    static final long MOST_FILES_WAITING = 400_000;

    private final Outbox outbox;
    private final ReceivedFiles received;
    private final DiskSpool spool;
    private final Executor disk;
    private final Consumer<EngineEvent> tell;
    private final Map<UUID, Interrupted> interrupted = new LinkedHashMap<>();
    private long filesWaiting;

    /** A transfer whose peer is away, as it was told last. */
    private record Interrupted(Peer peer, TransferSnapshot transfer) {
        long files() {
            FolderContents folder = transfer.contents();
            return folder == null ? 1 : folder.files();
        }
    }

    TransferNews(Outbox outbox, ReceivedFiles received, DiskSpool spool, Executor disk, Consumer<EngineEvent> tell) {
        this.outbox = outbox;
        this.received = received;
        this.spool = spool;
        this.disk = disk;
        this.tell = tell;
    }

    /** A transfer with {@code peer} began, moved or ended. */
    void changed(Peer peer, TransferSnapshot transfer) {
        boolean out = transfer.direction() == Direction.OUT;
        if (!out && transfer.state() == State.COMPLETE) {
            received.add(peer, transfer);
        }
        var _ = take(transfer.id());
        if (transfer.waitsForPeer()) {
            Interrupted waits = new Interrupted(peer, transfer);
            interrupted.put(transfer.id(), waits);
            filesWaiting += waits.files();
        }
        UUID batch = outbox.batchOf(transfer.id());
        if (out && transfer.ended()) {
            outbox.ended(transfer);
        }
        tell.accept(new EngineEvent.TransferChanged(peer, transfer, batch));
        while (interrupted.size() > MOST_WAITING || (interrupted.size() > 1 && filesWaiting > MOST_FILES_WAITING)) {
            giveUp(interrupted.keySet().iterator().next());
        }
    }

    private void giveUp(UUID transfer) {
        Interrupted waits = take(transfer);
        if (waits != null) {
            end(waits, FailureReason.LINK_LOST, () -> spool.disown(transfer));
        }
    }

    private @Nullable Interrupted take(UUID transfer) {
        Interrupted waits = interrupted.remove(transfer);
        filesWaiting -= waits == null ? 0 : waits.files();
        return waits;
    }

    /** A file of a folder moved or ended. */
    void partChanged(TransferSnapshot transfer) {
        if (transfer.direction() == Direction.OUT && transfer.state() == State.COMPLETE) {
            outbox.partArrived(transfer);
        }
    }

    /** The peer does not go on with something that another link has left behind. */
    void disowned(UUID transfer, FailureReason reason) {
        disk.execute(() -> spool.disown(transfer));
        Interrupted waits = interrupted.get(transfer);
        if (waits != null && waits.transfer().direction() == Direction.IN) {
            var _ = take(transfer);
            tell.accept(new EngineEvent.TransferChanged(
                    waits.peer(), waits.transfer().ended(reason), null));
        }
    }

    /** A person does not want it; its link, if there is one, sees to it, and here what waits for a peer that is away. */
    void cancelled(UUID transfer) {
        outbox.cancelled(transfer);
        Interrupted waits = take(transfer);
        if (waits != null) {
            end(waits, FailureReason.CANCELLED, () -> spool.refuse(transfer));
        }
    }

    private void end(Interrupted waits, FailureReason reason, Runnable ofIncoming) {
        TransferSnapshot ended = waits.transfer().ended(reason);
        UUID batch = outbox.batchOf(ended.id());
        if (ended.direction() == Direction.OUT) {
            outbox.disown(ended.id());
        } else {
            disk.execute(ofIncoming);
        }
        tell.accept(new EngineEvent.TransferChanged(waits.peer(), ended, batch));
    }
}

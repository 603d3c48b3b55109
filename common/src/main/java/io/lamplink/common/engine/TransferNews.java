package io.lamplink.common.engine;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What becomes of transfers when their links tell of them, and of those whose peer is away. Confined to the hub's lane. */
final class TransferNews {
    private final Outbox outbox;
    private final ReceivedFiles received;
    private final DiskSpool spool;
    private final Executor disk;
    private final Consumer<EngineEvent> tell;
    private final Map<UUID, Interrupted> interrupted = new LinkedHashMap<>();

    /** A transfer whose peer is away, as it was told last. */
    private record Interrupted(Peer peer, TransferSnapshot transfer) {}

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
        if (transfer.waitsForPeer()) {
            interrupted.put(transfer.id(), new Interrupted(peer, transfer));
        } else {
            interrupted.remove(transfer.id());
        }
        UUID batch = outbox.batchOf(transfer.id());
        if (out && transfer.ended()) {
            outbox.ended(transfer);
        }
        tell.accept(new EngineEvent.TransferChanged(peer, transfer, batch));
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
            interrupted.remove(transfer);
            tell.accept(new EngineEvent.TransferChanged(
                    waits.peer(), waits.transfer().ended(reason), null));
        }
    }

    /** A person does not want it; its link, if there is one, sees to it, and here what waits for a peer that is away. */
    void cancelled(UUID transfer) {
        outbox.cancelled(transfer);
        Interrupted waits = interrupted.remove(transfer);
        if (waits == null) {
            return;
        }
        UUID batch = outbox.batchOf(transfer);
        if (waits.transfer().direction() == Direction.OUT) {
            outbox.disown(transfer);
        } else {
            disk.execute(() -> spool.refuse(transfer));
        }
        TransferSnapshot ended = waits.transfer().ended(FailureReason.CANCELLED);
        tell.accept(new EngineEvent.TransferChanged(waits.peer(), ended, batch));
    }
}

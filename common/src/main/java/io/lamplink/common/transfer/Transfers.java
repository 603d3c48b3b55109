package io.lamplink.common.transfer;

import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** All transfers of one link, both ways. Every method is called on the link's home lane. */
public final class Transfers {
    /** A transfer in which nothing moves for this long fails. */
    public static final Duration STALL = Duration.ofSeconds(30);

    /** Incoming files under way at once; more are refused. */
    public static final int MAX_INCOMING = 64;

    /** Incoming files that have ended and are remembered, so that what was on its way for them is not taken for nonsense. */
    private static final int PAST_KEPT = 256;

    private final TransferLink link;
    private final Spool spool;
    private final Map<UUID, OutgoingTransfer> outgoing = new LinkedHashMap<>();
    private final Set<UUID> waiting = new LinkedHashSet<>();
    private final Map<UUID, IncomingTransfer> incoming = new LinkedHashMap<>();
    private final Set<UUID> past = new LinkedHashSet<>();
    private final WriteBacklog backlog = new WriteBacklog();
    private boolean linkGone;
    private int filesOut;
    private int filesIn;

    /** No transfers yet. */
    public Transfers(TransferLink link, Spool spool) {
        this.link = new EndWatch(link);
        this.spool = spool;
    }

    /** Offers an open file, or queues it where the wire carries no more at once. The transfer closes the file. */
    public void offer(UUID id, SourceFile source) {
        OutgoingTransfer transfer = new OutgoingTransfer(link, id, source);
        outgoing.put(id, transfer);
        waiting.add(id);
        transfer.queued();
        startWaiting();
        if (linkGone) {
            transfer.dropped(FailureReason.LINK_LOST, "");
        }
    }

    /** Ends the transfer, if it is one of ours that has not ended; tells the peer. */
    public void cancel(UUID id, FailureReason reason) {
        OutgoingTransfer out = outgoing.get(id);
        if (out != null && waiting.contains(id)) {
            out.dropped(reason, "");
        } else if (out != null) {
            out.fail(reason, "");
        }
        IncomingTransfer in = incoming.get(id);
        if (in != null) {
            in.fail(reason, "");
        }
    }

    /** Holds the transfer up, if it is one of ours that has not ended; tells the peer. */
    public void pause(UUID id) {
        // The two kinds of transfer follow.
    }

    /** Ends what {@link #pause} began. */
    public void resume(UUID id) {
        // The two kinds of transfer follow.
    }

    /**
     * Takes a message about a file. Messages about transfers that are not known (any more) change nothing; a sender of bytes
     * that were never announced is told so, once a transfer.
     */
    public void on(Message message) {
        switch (message) {
            case Message.FileHeader header -> onHeader(header);
            case Message.FileChunk chunk -> onChunk(chunk);
            case Message.FileComplete complete -> onComplete(complete);
            case Message.FileAck ack -> onAck(ack);
            case Message.FileChunkAck ack -> onChunkAck(ack);
            case Message.FileVerified verified -> onVerified(verified);
            case Message.FileRefused refused -> drop(refused.transferId(), refused.reason(), refused.detail());
            case Message.FileCancel cancel -> drop(cancel.transferId(), cancel.reason(), cancel.detail());
            case Message.Hello _, Message.Chat _, Message.ChatAck _, Message.FileRequest _ -> {}
        }
    }

    /** Ends what has stood still for too long. To be called every second or so. */
    public void tick() {
        long limit = STALL.toNanos();
        for (OutgoingTransfer out : List.copyOf(outgoing.values())) {
            if (!waiting.contains(out.id()) && out.progress().stillFor() > limit) {
                out.fail(FailureReason.STALLED, "The receiver did not answer for " + STALL.toSeconds() + " seconds.");
            }
        }
        for (IncomingTransfer in : List.copyOf(incoming.values())) {
            if (in.progress().stillFor() > limit) {
                in.fail(FailureReason.STALLED, "Nothing came for " + STALL.toSeconds() + " seconds.");
            }
        }
    }

    /** The link is gone: what has not ended fails, except for a file of which everything is here already. */
    public void linkLost() {
        linkGone = true;
        List.copyOf(outgoing.values()).forEach(out -> out.dropped(FailureReason.LINK_LOST, ""));
        List.copyOf(incoming.values()).forEach(IncomingTransfer::linkLost);
    }

    /** The bytes of a chunk of {@code id} cannot be had any more: that incoming transfer fails. */
    public void lost(UUID id) {
        IncomingTransfer in = incoming.get(id);
        if (in != null) {
            in.fail(FailureReason.BAD_MESSAGE, "A part of the file was damaged on the way.");
        }
    }

    /** Transfers that have not ended. */
    public int underWay() {
        return outgoing.size() + incoming.size();
    }

    /** Files delivered whole. */
    public int filesOut() {
        return filesOut;
    }

    /** Files that arrived whole. */
    public int filesIn() {
        return filesIn;
    }

    private void onHeader(Message.FileHeader header) {
        UUID id = header.transferId();
        if (incoming.containsKey(id) || outgoing.containsKey(id)) {
            refuse(id, FailureReason.BAD_MESSAGE, "That transfer is already under way.");
        } else if (header.size() < 0 || header.chunkSize() < 1 || header.chunkSize() > ProtocolLimits.MAX_CHUNK_BYTES) {
            refuse(id, FailureReason.BAD_MESSAGE, "The offer makes no sense.");
        } else if (incoming.size() >= MAX_INCOMING) {
            refuse(id, FailureReason.BUSY, "Too many files at once.");
        } else {
            IncomingTransfer transfer = new IncomingTransfer(link, header, spool, backlog);
            incoming.put(id, transfer);
            transfer.start();
        }
    }

    /** The sender may have chunks on their way already: they are not taken for unknown. */
    private void refuse(UUID id, FailureReason reason, String detail) {
        remember(id);
        link.send(new Message.FileRefused(id, reason, detail));
    }

    private @Nullable IncomingTransfer known(UUID id) {
        IncomingTransfer in = incoming.get(id);
        if (in == null && !past.contains(id)) {
            remember(id);
            link.send(new Message.FileCancel(
                    id, FailureReason.UNKNOWN_TRANSFER, "That transfer is not known to the receiver."));
        }
        return in;
    }

    private void remember(UUID id) {
        past.add(id);
        if (past.size() > PAST_KEPT) {
            past.remove(past.iterator().next());
        }
    }

    private void onChunk(Message.FileChunk chunk) {
        IncomingTransfer in = known(chunk.transferId());
        if (in != null) {
            in.onChunk(chunk.offset(), chunk.data());
        }
    }

    private void onComplete(Message.FileComplete complete) {
        IncomingTransfer in = known(complete.transferId());
        if (in != null) {
            in.onComplete(complete.size(), complete.sha256());
        }
    }

    private void onAck(Message.FileAck ack) {
        OutgoingTransfer out = started(ack.transferId());
        if (out != null) {
            out.onAccepted(ack.offset());
        }
    }

    private void onChunkAck(Message.FileChunkAck ack) {
        OutgoingTransfer out = started(ack.transferId());
        if (out != null) {
            out.onAcknowledged(ack.written());
        }
    }

    private void onVerified(Message.FileVerified verified) {
        OutgoingTransfer out = started(verified.transferId());
        if (out != null) {
            out.onVerified(verified.sha256());
        }
    }

    private void drop(UUID id, FailureReason reason, String told) {
        String detail = VisibleText.line(told, ProtocolLimits.MAX_DETAIL_CHARS);
        OutgoingTransfer out = started(id);
        if (out != null) {
            out.dropped(reason, detail);
        }
        IncomingTransfer in = incoming.get(id);
        if (in != null) {
            in.dropped(reason, detail);
        }
    }

    /** The outgoing transfer of that id, unless it still waits for its turn: the peer cannot know of it then. */
    private @Nullable OutgoingTransfer started(UUID id) {
        return waiting.contains(id) ? null : outgoing.get(id);
    }

    private void startWaiting() {
        while (!linkGone
                && !waiting.isEmpty()
                && outgoing.size() - waiting.size() < link.traits().outgoingAtOnce()) {
            UUID id = waiting.iterator().next();
            waiting.remove(id);
            OutgoingTransfer next = outgoing.get(id);
            if (next != null) {
                next.start();
            }
        }
    }

    private void forget(TransferSnapshot transfer) {
        boolean out = transfer.direction() == Direction.OUT;
        if (transfer.state() == State.COMPLETE) {
            filesOut += out ? 1 : 0;
            filesIn += out ? 0 : 1;
        }
        if (out) {
            outgoing.remove(transfer.id());
            waiting.remove(transfer.id());
        } else {
            incoming.remove(transfer.id());
            remember(transfer.id());
        }
    }

    /** The link as the transfers see it: what has ended is forgotten before anybody hears of it, and then makes room. */
    private final class EndWatch implements TransferLink {
        private final TransferLink link;

        EndWatch(TransferLink link) {
            this.link = link;
        }

        @Override
        public DialectTraits traits() {
            return link.traits();
        }

        @Override
        public void send(Message message) {
            link.send(message);
        }

        @Override
        public void changed(TransferSnapshot snapshot) {
            if (snapshot.ended()) {
                forget(snapshot);
            }
            link.changed(snapshot);
            if (snapshot.ended()) {
                startWaiting();
            }
        }

        @Override
        public Executor home() {
            return link.home();
        }

        @Override
        public Executor newDiskLane() {
            return link.newDiskLane();
        }

        @Override
        public long nanoTime() {
            return link.nanoTime();
        }
    }
}

package io.lamplink.common.transfer;

import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** All transfers of one link, both ways. Every method is called on the link's home lane. */
public final class Transfers {
    /** A transfer in which nothing moves for this long fails, although nothing holds it up and the link is not quiet. */
    public static final Duration STALL = Duration.ofSeconds(30);

    private final TransferLink link;
    private final Sending sending;
    private final Receiving receiving;
    private boolean everQuiet;
    private long quietAt;

    /** No transfers yet. */
    public Transfers(TransferLink link, Spool spool) {
        this.link = link;
        TransferLink watched = new EndWatch();
        this.sending = new Sending(watched);
        this.receiving = new Receiving(watched, spool, sending::has);
    }

    /** Offers a file, or queues it where the wire carries no more at once. The transfer closes the file. */
    public void offer(UUID id, SourceFile source) {
        sending.offer(id, source);
    }

    /** Offers a folder, to a peer that takes folders. */
    public void offer(FolderOffer folder) {
        sending.offer(folder);
    }

    /** Ends the transfer, if it is one of ours that has not ended; tells the peer. */
    public void cancel(UUID id, FailureReason reason) {
        if (!sending.cancel(id, reason)) {
            receiving.cancel(id, reason);
        }
    }

    /** Holds the transfer up, if it is one of ours that has not ended; tells the peer. */
    public void pause(UUID id) {
        sending.hold(id, true);
        receiving.hold(id, true);
    }

    /** Ends what {@link #pause} began. */
    public void resume(UUID id) {
        sending.hold(id, false);
        receiving.hold(id, false);
    }

    /**
     * Takes a message about a file. Messages about transfers that are not known (any more) change nothing; a sender of bytes
     * that were never announced is told so, once a transfer.
     */
    public void on(Message message) {
        switch (message) {
            case Message.FileHeader header -> receiving.onHeader(header);
            case Message.FileChunk chunk -> receiving.onChunk(chunk);
            case Message.FileComplete complete -> receiving.onComplete(complete);
            case Message.FileAck ack -> sending.onAck(ack);
            case Message.FileChunkAck ack -> sending.onChunkAck(ack);
            case Message.FileVerified verified -> sending.onVerified(verified.transferId(), verified.sha256());
            case Message.FileRefused refused -> drop(refused.transferId(), refused.reason(), refused.detail());
            case Message.FileCancel cancel -> drop(cancel.transferId(), cancel.reason(), cancel.detail());
            case Message.FilePause pause -> paused(pause);
            case Message.FileResume resume -> {
                sending.onHold(resume.transferId(), null, "");
                receiving.onHold(resume.transferId(), null, "");
            }
            case Message.FolderHeader header -> receiving.onFolderHeader(header);
            case Message.FolderPaths paths -> receiving.onFolderPaths(paths);
            case Message.FolderComplete complete -> receiving.onFolderComplete(complete.folderId());
            case Message.FolderVerified verified -> sending.onFolderVerified(verified.folderId());
            case Message.Hello _,
                    Message.PinAsked _,
                    Message.PinShare _,
                    Message.PinProof _,
                    Message.PinRefused _,
                    Message.Chat _,
                    Message.ChatAck _,
                    Message.Room _,
                    Message.Typing _,
                    Message.FileRequest _ -> {}
        }
    }

    /**
     * Nothing has happened on the link for a while: if what stands still does so for that, it is to be suspended when the link
     * is given up, and not to fail before. To be called before each {@link #tick} as long as that lasts.
     */
    public void linkIsQuiet() {
        everQuiet = true;
        quietAt = link.nanoTime();
    }

    /** Tries again what a disk did not do, and ends what has stood still for too long. To be called every second or so. */
    public void tick() {
        boolean quietLately = everQuiet && link.nanoTime() - quietAt <= STALL.toNanos();
        long limit = quietLately ? Long.MAX_VALUE : STALL.toNanos();
        sending.tick(limit, "The receiver did not answer for " + STALL.toSeconds() + " seconds.");
        receiving.tick(limit, "Nothing came for " + STALL.toSeconds() + " seconds.");
    }

    /**
     * The link is gone. What has not ended fails, or waits to go on over another link with the same peer; a file of which
     * everything is here already is finished.
     *
     * @param comesBack whether the peer would be known again
     */
    public void linkLost(boolean comesBack) {
        sending.linkLost(comesBack);
        receiving.linkLost(comesBack);
    }

    /** The bytes of a chunk of {@code id} cannot be had any more: that incoming transfer fails. */
    public void lost(UUID id) {
        receiving.lost(id);
    }

    /** Transfers that have not ended. */
    public int underWay() {
        return sending.underWay() + receiving.underWay();
    }

    /** Files delivered whole. */
    public int filesOut() {
        return sending.delivered();
    }

    /** Files that arrived whole. */
    public int filesIn() {
        return receiving.arrived();
    }

    private void paused(Message.FilePause pause) {
        String detail = VisibleText.line(pause.detail(), ProtocolLimits.MAX_DETAIL_CHARS);
        sending.onHold(pause.transferId(), pause.reason(), detail);
        receiving.onHold(pause.transferId(), pause.reason(), detail);
    }

    private void drop(UUID id, FailureReason reason, String told) {
        if (!sending.has(id) && !receiving.has(id)) {
            link.disowned(id, reason);
        }
        String detail = VisibleText.line(told, ProtocolLimits.MAX_DETAIL_CHARS);
        sending.drop(id, reason, detail);
        receiving.drop(id, reason, detail);
    }

    /**
     * The link as the transfers see it: what has ended is forgotten before anybody hears of it, and then makes room. What
     * becomes of a file in a folder is told as a part of the folder.
     */
    private final class EndWatch implements TransferLink {
        @Override
        public DialectTraits traits() {
            return link.traits();
        }

        @Override
        public void send(Message message) {
            link.send(message);
        }

        @Override
        public int chunkHeadroom(int length) {
            return link.chunkHeadroom(length);
        }

        @Override
        public @Nullable ByteBuffer lend(int bytes) {
            return link.lend(bytes);
        }

        @Override
        public int lendable() {
            return link.lendable();
        }

        @Override
        public void reuse(ByteBuffer data) {
            link.reuse(data);
        }

        @Override
        public void changed(TransferSnapshot snapshot) {
            if (snapshot.direction() == Direction.OUT) {
                changedOut(snapshot);
            } else {
                changedIn(snapshot);
            }
        }

        private void changedOut(TransferSnapshot snapshot) {
            OutgoingFolder folder = sending.folderOf(snapshot.id());
            boolean part = sending.isPart(snapshot.id());
            if (snapshot.ended()) {
                sending.forget(snapshot);
            }
            if (folder != null) {
                link.partChanged(snapshot);
                folder.changed(snapshot);
            } else if (!part) {
                link.changed(snapshot);
            }
            if (snapshot.ended()) {
                sending.startWaiting();
            }
        }

        private void changedIn(TransferSnapshot snapshot) {
            IncomingFolder folder = receiving.folderOf(snapshot.id());
            boolean part = receiving.isPart(snapshot.id());
            if (snapshot.ended()) {
                receiving.forget(snapshot);
            }
            if (folder != null) {
                link.partChanged(snapshot);
                folder.changed(snapshot);
            } else if (!part) {
                link.changed(snapshot);
            }
        }

        @Override
        public void disowned(UUID id, FailureReason reason) {
            link.disowned(id, reason);
        }

        @Override
        public void partChanged(TransferSnapshot snapshot) {
            link.partChanged(snapshot);
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
        public SendLimit limit() {
            return link.limit();
        }

        @Override
        public long nanoTime() {
            return link.nanoTime();
        }
    }
}

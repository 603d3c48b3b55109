package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends one file: header, then from the acknowledged offset on chunks within the link's window, then the digest. State
 * lives on the link's home lane; reading and hashing happen in a {@link SourceReader}, in file order, which reports back.
 *
 * <p>A small file does not wait for the answer to its header, so that a thousand of them do not cost a round trip each.
 */
final class OutgoingTransfer {
    /** Chunks that may be asked of the disk ahead of the wire. */
    private static final int READ_AHEAD = ChunkBuffers.OWN;

    /** Bytes that are compared in so little time that the peer need not be told. */
    private static final long QUICKLY_COMPARED = 64L * 1024 * 1024;

    private record Sent(long end, long at, ByteBuffer chunk) {}

    private final TransferLink link;
    private final UUID id;
    private final SourceFile source;
    private final Message.@Nullable Place place;
    private final SendWindow window;
    private final Runnable pump;
    private final SendLimit.Turn turn;
    private final SourceReader reader;
    private final ChunkBuffers buffers;
    private final Progress progress;
    private final Holds holds;
    private final Queue<Sent> underWay = new ArrayDeque<>();
    private boolean offered;
    private long asked;
    private long sent;
    private long acknowledged;
    private int reading;
    private @Nullable Sha256 sha256;

    /** A transfer that takes its part of {@code window} and {@code share} whenever {@code pump} asks {@link #readNext}. */
    OutgoingTransfer(
            TransferLink link,
            UUID id,
            SourceFile source,
            Message.@Nullable Place place,
            SendWindow window,
            SendLimit.Share share,
            Runnable pump) {
        this.link = link;
        this.id = id;
        this.source = source;
        this.place = place;
        this.window = window;
        this.pump = pump;
        this.turn = share.turn();
        this.reader = new SourceReader(link, source, new Reports());
        int largest = (int) Math.min(source.size(), link.traits().chunkBytes());
        this.buffers = new ChunkBuffers(largest, link);
        this.progress = new Progress(link, id, Direction.OUT, SafeFileName.of(source.name()), source.size());
        this.holds = new Holds(link, id);
        progress.file(source.path());
    }

    UUID id() {
        return id;
    }

    Progress progress() {
        return progress;
    }

    /** The folder that it belongs to, or null. */
    @Nullable
    UUID folderId() {
        return place == null ? null : place.folderId();
    }

    /** Whether it leaves together with its header. */
    boolean eager() {
        return source.size() <= link.traits().eagerBytes();
    }

    /** Whether a person holds it up before its turn has come. */
    boolean heldBack() {
        return !offered && holds.ours();
    }

    /** Tells that it waits for its turn. */
    void queued() {
        progress.offered();
    }

    void start() {
        offered = true;
        progress.stirred();
        try {
            int chunk = link.traits().chunkBytes();
            link.send(new Message.FileHeader(id, source.name(), source.size(), source.modified(), chunk, place));
        } catch (IllegalArgumentException e) {
            dropped(FailureReason.NOT_SUPPORTED, "This link cannot announce such a file.");
            return;
        }
        if (eager()) {
            startAt(0);
        }
    }

    void onAccepted(long offset, @Nullable Sha256 prefix) {
        if (progress.state() != State.OFFERED) {
            return;
        }
        if (offset < 0
                || offset > source.size()
                || (offset > 0 && !link.traits().resumes())) {
            fail(FailureReason.BAD_MESSAGE, "The receiver asked for an offset that the file does not have.");
            return;
        }
        if (offset == 0) {
            startAt(0);
            return;
        }
        if (offset > QUICKLY_COMPARED) {
            holds.trouble(FailureReason.CHECKING, "");
            progress.held(holds.pause());
        }
        reader.compare(offset, prefix);
    }

    private void onCompared(long offset, boolean same) {
        if (holds.troubled()) {
            holds.mended();
            progress.held(holds.pause());
        }
        startAt(same ? offset : 0);
    }

    private void startAt(long offset) {
        asked = offset;
        sent = offset;
        acknowledged = offset;
        progress.active(offset);
        finishIfAllSent();
        pump.run();
    }

    void onAcknowledged(long written) {
        if (progress.ended() || written == acknowledged) {
            return;
        }
        if (written < acknowledged || written > sent) {
            fail(FailureReason.BAD_MESSAGE, "The receiver acknowledged bytes that were not sent.");
            return;
        }
        long now = link.nanoTime();
        long leftAt = now;
        for (Sent first = underWay.peek(); first != null && first.end() <= written; first = underWay.peek()) {
            leftAt = first.at();
            buffers.give(first.chunk());
            underWay.remove();
        }
        window.acknowledged(written - acknowledged, now - leftAt, now);
        acknowledged = written;
        progress.moved(written);
        settle();
        pump.run();
    }

    void onVerified(Sha256 theirs) {
        Sha256 ours = sha256;
        if (progress.ended()) {
            return;
        }
        if (ours == null || acknowledged != source.size()) {
            fail(FailureReason.BAD_MESSAGE, "The receiver verified a file that it does not have yet.");
        } else if (!ours.equals(theirs)) {
            fail(FailureReason.DIGEST_MISMATCH, "What arrived is not what was sent.");
        } else {
            end();
            progress.complete(ours, true);
        }
    }

    /** A person pauses it, or lets it go on. */
    void hold(boolean pause) {
        if (!progress.ended()) {
            holds.person(pause, offered);
            heldOrNot();
        }
    }

    /** The peer holds it up, or with null lets it go on. */
    void heldByPeer(@Nullable FailureReason reason, String detail) {
        holds.theirs(reason, detail);
        heldOrNot();
    }

    private void heldOrNot() {
        progress.held(holds.pause());
        pump.run();
    }

    /** Tries again what could not be read, and is patient with its own limit; to be called every second or so. */
    void tick() {
        if (turn.waits() && asked == acknowledged) {
            progress.countTime();
        }
        if (reading == 0 && holds.troubled() && reader.broken()) {
            reader.retry();
        }
    }

    /** Ends it because of what the peer said, or because the link is gone: nothing is told to the peer. */
    void dropped(FailureReason reason, String detail) {
        if (!progress.ended()) {
            end();
            progress.failed(reason, detail);
        }
    }

    /** Ends it on this link without a word: it may go on over another one. */
    void suspended() {
        if (!progress.ended()) {
            end();
            progress.held(new TransferSnapshot.Pause(false, false, FailureReason.LINK_LOST, ""));
            progress.forgotten();
        }
    }

    /** Ends it and tells the peer. */
    void fail(FailureReason reason, String detail) {
        if (!progress.ended()) {
            if (offered) {
                link.send(new Message.FileCancel(id, reason, detail));
            }
            dropped(reason, detail);
        }
    }

    /** Asks the disk for the next chunk, if there is one to send and the window takes it; answers whether it did. */
    boolean readNext() {
        if (progress.state() != State.ACTIVE || asked == source.size() || reading >= READ_AHEAD || holds.any()) {
            return stepAside();
        }
        int length = (int) Math.min(turn.most(window.chunkBytes()), source.size() - asked);
        if (!window.takes(length)) {
            return stepAside();
        }
        if (!turn.comes()) {
            return false;
        }
        ByteBuffer chunk = buffers.take(length);
        if (chunk == null) {
            window.starved();
            return stepAside();
        }
        turn.pay(chunk.remaining());
        window.reserve(chunk.remaining());
        reading++;
        reader.read(asked, chunk);
        asked += chunk.remaining();
        return true;
    }

    /** Leaves its turn to others, as it has nothing to read for the time being. */
    boolean stepAside() {
        turn.pass();
        return false;
    }

    private void finishIfAllSent() {
        if (progress.state() == State.ACTIVE && sent == source.size() && reading == 0) {
            progress.verifying();
            reader.finish();
        }
    }

    /** A wire without digests has no word for "verified": all acknowledged is all that can be known. */
    private void settle() {
        Sha256 ours = sha256;
        if (ours != null && !link.traits().digests() && acknowledged == source.size()) {
            end();
            progress.complete(ours, false);
        }
    }

    private void end() {
        turn.pass();
        turn.giveBack(asked - sent);
        window.release(asked - acknowledged);
        asked = acknowledged;
        buffers.handBack();
        reader.close();
    }

    /** What the reader found; nothing of it counts once the transfer has ended. */
    private final class Reports implements SourceReader.Listener {
        @Override
        public void compared(long offset, boolean same) {
            if (!progress.ended()) {
                onCompared(offset, same);
            }
        }

        @Override
        public void read(long from, ByteBuffer chunk) {
            if (progress.ended()) {
                return;
            }
            reading--;
            sent = from + chunk.remaining();
            underWay.add(new Sent(sent, link.nanoTime(), chunk));
            link.send(new Message.FileChunk(id, from, chunk.duplicate(), true));
            finishIfAllSent();
            pump.run();
        }

        @Override
        public void notRead(long from, ByteBuffer chunk) {
            if (!progress.ended()) {
                reading--;
                turn.giveBack(chunk.remaining());
                window.release(chunk.remaining());
                buffers.give(chunk);
                asked = Math.min(asked, from);
                pump.run();
            }
        }

        @Override
        public void finished(Sha256 digest) {
            if (!progress.ended()) {
                sha256 = digest;
                link.send(new Message.FileComplete(id, source.size(), digest));
                settle();
            }
        }

        @Override
        public void broken() {
            if (!progress.ended()) {
                holds.trouble(FailureReason.SOURCE_UNREADABLE, "The sender cannot read the file.");
                progress.held(holds.pause());
            }
        }

        @Override
        public void unreadable() {
            fail(FailureReason.SOURCE_UNREADABLE, "The file cannot be read any more.");
        }

        @Override
        public void mended() {
            if (!progress.ended()) {
                holds.mended();
                heldOrNot();
            }
        }

        @Override
        public void changed() {
            fail(FailureReason.SOURCE_CHANGED, "The file changed while it was being sent.");
        }
    }
}

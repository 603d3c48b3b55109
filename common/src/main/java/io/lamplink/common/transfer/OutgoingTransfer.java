package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one file: header, then from the acknowledged offset on chunks within the window, then the digest. State lives on
 * the link's home lane; reading and hashing happen on a disk lane, in file order, and report back.
 */
final class OutgoingTransfer {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingTransfer.class);

    /** Chunks that may be asked of the disk ahead of the wire. */
    private static final int READ_AHEAD = 2;

    private final TransferLink link;
    private final UUID id;
    private final SourceFile source;
    private final Executor disk;
    private final int chunkBytes;
    private final SendWindow window;
    private final Progress progress;
    private final MessageDigest digest = Sha256.newDigest();
    private long asked;
    private long sent;
    private long acknowledged;
    private int reading;
    private @Nullable Sha256 sha256;

    OutgoingTransfer(TransferLink link, UUID id, SourceFile source) {
        this.link = link;
        this.id = id;
        this.source = source;
        this.disk = link.newDiskLane();
        this.chunkBytes = link.traits().chunkBytes();
        this.window = new SendWindow(chunkBytes);
        this.progress = new Progress(link, id, Direction.OUT, SafeFileName.of(source.name()), source.size());
        progress.file(source.path());
    }

    UUID id() {
        return id;
    }

    Progress progress() {
        return progress;
    }

    /** Tells that it waits for its turn. */
    void queued() {
        progress.offered();
    }

    void start() {
        progress.stirred();
        try {
            link.send(new Message.FileHeader(id, source.name(), source.size(), source.modified(), chunkBytes));
        } catch (IllegalArgumentException e) {
            LOG.warn("A file cannot be announced.", e);
            dropped(FailureReason.NOT_SUPPORTED, "This link cannot announce such a file.");
        }
    }

    void onAccepted(long offset) {
        if (progress.state() != State.OFFERED) {
            return;
        }
        if (offset < 0
                || offset > source.size()
                || (offset > 0 && !link.traits().resumes())) {
            fail(FailureReason.BAD_MESSAGE, "The receiver asked for an offset that the file does not have.");
            return;
        }
        asked = offset;
        sent = offset;
        acknowledged = offset;
        progress.active();
        progress.moved(offset);
        hash(0, offset);
    }

    /** The digest is of the whole file, so what the receiver has already is read too. */
    private void hash(long from, long end) {
        progress.stirred();
        if (from == end) {
            pump();
            return;
        }
        int length = (int) Math.min(chunkBytes, end - from);
        onDisk(() -> read(ByteBuffer.allocate(length), from), () -> hash(from + length, end));
    }

    void onAcknowledged(long written) {
        if (progress.ended() || written == acknowledged) {
            return;
        }
        if (written < acknowledged || written > sent) {
            fail(FailureReason.BAD_MESSAGE, "The receiver acknowledged bytes that were not sent.");
            return;
        }
        window.acknowledged(written - acknowledged);
        acknowledged = written;
        progress.moved(written);
        settle();
        pump();
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

    /** Ends it because of what the peer said, or because the link is gone: nothing is told to the peer. */
    void dropped(FailureReason reason, String detail) {
        if (!progress.ended()) {
            end();
            progress.failed(reason, detail);
        }
    }

    /** Ends it and tells the peer. */
    void fail(FailureReason reason, String detail) {
        if (!progress.ended()) {
            link.send(new Message.FileCancel(id, reason, detail));
            dropped(reason, detail);
        }
    }

    private void pump() {
        while (progress.state() == State.ACTIVE && asked < source.size() && reading < READ_AHEAD) {
            int length = (int) Math.min(chunkBytes, source.size() - asked);
            if (!window.takes(length)) {
                return;
            }
            window.left(length);
            long from = asked;
            ByteBuffer buffer = ByteBuffer.allocate(length);
            asked += length;
            reading++;
            onDisk(() -> read(buffer, from), () -> onRead(buffer, from));
        }
        if (progress.state() == State.ACTIVE && sent == source.size() && reading == 0) {
            progress.verifying();
            onDisk(this::finish, this::onDigest);
        }
    }

    private void onRead(ByteBuffer buffer, long from) {
        reading--;
        sent = from + buffer.remaining();
        link.send(new Message.FileChunk(id, from, buffer));
        pump();
    }

    private void onDigest() {
        link.send(new Message.FileComplete(id, source.size(), sha256));
        settle();
    }

    /** A wire without digests has no word for "verified": all acknowledged is all that can be known. */
    private void settle() {
        Sha256 ours = sha256;
        if (ours != null && !link.traits().digests() && acknowledged == source.size()) {
            end();
            progress.complete(ours, false);
        }
    }

    private void read(ByteBuffer buffer, long from) throws IOException {
        source.readFully(buffer, from);
        buffer.flip();
        digest.update(buffer.duplicate());
        if (from + buffer.limit() == source.size()) {
            expectUnchanged();
        }
    }

    /** Before the last chunk leaves: a wire without digests has no other way to tell that what arrived is not the file. */
    private void expectUnchanged() throws IOException {
        if (!source.unchanged()) {
            throw new EOFException("The file is not what it was when it was offered.");
        }
    }

    private void finish() throws IOException {
        if (source.size() == 0) {
            expectUnchanged();
        }
        sha256 = Sha256.of(digest);
    }

    private interface DiskWork {
        void run() throws IOException;
    }

    private void onDisk(DiskWork work, Runnable then) {
        disk.execute(() -> {
            try {
                work.run();
                link.home().execute(() -> {
                    if (!progress.ended()) {
                        then.run();
                    }
                });
            } catch (EOFException e) {
                link.home()
                        .execute(() -> fail(FailureReason.SOURCE_CHANGED, "The file changed while it was being sent."));
            } catch (IOException | RuntimeException e) {
                LOG.warn("A file could not be read while it was being sent.", e);
                link.home().execute(() -> fail(FailureReason.SOURCE_UNREADABLE, "The file cannot be read any more."));
            }
        });
    }

    private void end() {
        disk.execute(() -> {
            try {
                source.close();
            } catch (IOException e) {
                LOG.warn("A sent file could not be closed.", e);
            }
        });
    }
}

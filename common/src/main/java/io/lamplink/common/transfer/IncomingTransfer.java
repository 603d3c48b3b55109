package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives one file into the spool. Every chunk is acknowledged after it was written; the file is complete when its
 * digest is the sender's, or where the wire has no digest, when exactly the announced bytes are there. State lives on the
 * link's home lane; writing and hashing happen on a disk lane and report back.
 */
final class IncomingTransfer {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingTransfer.class);

    private final TransferLink link;
    private final Message.FileHeader header;
    private final Spool spool;
    private final WriteBacklog backlog;
    private final Executor disk;
    private final Progress progress;
    private final MessageDigest digest = Sha256.newDigest();
    private Spool.@Nullable Entry entry;
    private boolean writable;
    private long received;
    private long written;
    private boolean completeSeen;

    IncomingTransfer(TransferLink link, Message.FileHeader header, Spool spool, WriteBacklog backlog) {
        this.link = link;
        this.header = header;
        this.spool = spool;
        this.backlog = backlog;
        this.disk = link.newDiskLane();
        this.progress =
                new Progress(link, header.transferId(), Direction.IN, SafeFileName.of(header.name()), header.size());
    }

    Progress progress() {
        return progress;
    }

    void start() {
        progress.offered();
        disk.execute(() -> {
            try {
                entry = spool.create(header.transferId(), header.size());
                writable = true;
                link.home().execute(this::accept);
            } catch (DiskFullException e) {
                link.home().execute(() -> refuse(FailureReason.DISK_FULL, "There is not enough room on the disk."));
            } catch (IOException | RuntimeException e) {
                LOG.warn("No spool file could be made.", e);
                link.home().execute(() -> refuse(FailureReason.DISK_ERROR, "The receiver cannot write files."));
            }
        });
    }

    private void accept() {
        if (!progress.ended()) {
            link.send(new Message.FileAck(header.transferId(), 0));
            progress.active();
        }
    }

    /** Chunks may come before {@link #accept}: the seed's server sends the first one together with the header. */
    void onChunk(long offset, ByteBuffer data) {
        if (progress.ended()) {
            return;
        }
        int length = data.remaining();
        if (completeSeen || offset != received) {
            fail(FailureReason.OUT_OF_ORDER, "A part of the file did not follow the one before it.");
        } else if (length > header.size() - received) {
            fail(FailureReason.BEYOND_SIZE, "More bytes came than were announced.");
        } else if (!backlog.takes(length)) {
            fail(FailureReason.BUSY, "The sender did not wait for acknowledgements.");
        } else {
            received += length;
            onDisk(() -> write(data), () -> onWritten(length));
            disk.execute(() -> link.home().execute(() -> backlog.gone(length)));
        }
    }

    private void onWritten(int length) {
        written += length;
        link.send(new Message.FileChunkAck(header.transferId(), written));
        progress.moved(written);
    }

    void onComplete(long size, @Nullable Sha256 theirs) {
        if (progress.ended()) {
            return;
        }
        if (completeSeen || size != header.size() || received != size) {
            fail(FailureReason.BAD_MESSAGE, "The end of the file came before all of it.");
            return;
        }
        completeSeen = true;
        onDisk(() -> openEntry().finish(), () -> compare(theirs));
    }

    private void compare(@Nullable Sha256 theirs) {
        progress.verifying();
        Sha256 ours = Sha256.of(digest);
        if (theirs != null && !ours.equals(theirs)) {
            fail(FailureReason.DIGEST_MISMATCH, "What arrived is not what was sent.");
            return;
        }
        progress.file(openEntry().path());
        link.send(new Message.FileVerified(header.transferId(), ours));
        progress.complete(ours, theirs != null);
    }

    /** Ends it because of what the peer said, or because the link is gone: nothing is told to the peer. */
    void dropped(FailureReason reason, String detail) {
        if (!progress.ended()) {
            discard();
            progress.failed(reason, detail);
        }
    }

    /** A file of which everything came is still written and compared: that needs no link. */
    void linkLost() {
        if (!completeSeen) {
            dropped(FailureReason.LINK_LOST, "");
        }
    }

    /** Ends it and tells the peer. */
    void fail(FailureReason reason, String detail) {
        if (!progress.ended()) {
            link.send(new Message.FileCancel(header.transferId(), reason, detail));
            dropped(reason, detail);
        }
    }

    private void refuse(FailureReason reason, String detail) {
        if (!progress.ended()) {
            link.send(new Message.FileRefused(header.transferId(), reason, detail));
            dropped(reason, detail);
        }
    }

    private void write(ByteBuffer data) throws IOException {
        digest.update(data.duplicate());
        openEntry().append(data);
    }

    private Spool.Entry openEntry() {
        Spool.Entry open = entry;
        if (open == null) {
            throw new IllegalStateException("The spool file was never made.");
        }
        return open;
    }

    private void discard() {
        disk.execute(() -> {
            Spool.Entry open = entry;
            if (open != null) {
                open.discard();
            }
        });
    }

    private interface DiskWork {
        void run() throws IOException;
    }

    private void onDisk(DiskWork work, Runnable then) {
        disk.execute(() -> {
            if (!writable) {
                return;
            }
            try {
                writable = false;
                work.run();
                writable = true;
                link.home().execute(() -> {
                    if (!progress.ended()) {
                        then.run();
                    }
                });
            } catch (DiskFullException e) {
                link.home().execute(() -> fail(FailureReason.DISK_FULL, "The disk became full."));
            } catch (IOException | RuntimeException e) {
                LOG.warn("An incoming file could not be written.", e);
                link.home().execute(() -> fail(FailureReason.DISK_ERROR, "The receiver cannot write the file."));
            }
        });
    }
}

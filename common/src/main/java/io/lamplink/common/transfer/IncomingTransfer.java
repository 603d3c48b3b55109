package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Receives one file into the spool. Every chunk is acknowledged after it was written; the file is complete when its
 * digest is the sender's, or where the wire has no digest, when exactly the announced bytes are there. State lives on the
 * link's home lane; writing and hashing happen in a {@link SpoolWriter}, which reports back.
 *
 * <p>Nothing is told before the spool has said what it has: of a file that is here already, because its sender did not get to
 * know, nobody has to hear again.
 */
final class IncomingTransfer {
    private final TransferLink link;
    private final Message.FileHeader header;
    private final Spool spool;
    private final WriteBacklog backlog;
    private final Runnable gone;
    private final Progress progress;
    private final Holds holds;
    private final SpoolWriter writer;
    private boolean resumable;
    private long received;
    private long written;
    private boolean answerOwed;
    private boolean completeSeen;
    private boolean known;
    private boolean linkGone;
    private boolean keeps;
    private boolean left;

    /** A transfer that runs {@code gone} if it ends without anybody having to hear of it. */
    IncomingTransfer(TransferLink link, Message.FileHeader header, Spool spool, WriteBacklog backlog, Runnable gone) {
        this.link = link;
        this.header = header;
        this.spool = spool;
        this.backlog = backlog;
        this.gone = gone;
        this.progress =
                new Progress(link, header.transferId(), Direction.IN, SafeFileName.of(header.name()), header.size());
        this.holds = new Holds(link, header.transferId());
        this.writer = new SpoolWriter(link, header, spool, new Reports());
        progress.silent();
    }

    UUID id() {
        return header.transferId();
    }

    Message.FileHeader header() {
        return header;
    }

    Progress progress() {
        return progress;
    }

    void start() {
        progress.stirred();
        writer.open();
    }

    /** Chunks may come before the answer: small files, and the first chunk of the seed's server, leave with the header. */
    void onChunk(long offset, ByteBuffer data) {
        if (progress.ended()) {
            return;
        }
        int length = data.remaining();
        if (offset == 0 && resumable) {
            received = 0; // the sender starts over
        }
        resumable = false;
        if (completeSeen || offset != received) {
            fail(FailureReason.OUT_OF_ORDER, "A part of the file did not follow the one before it.");
        } else if (length > header.size() - received) {
            fail(FailureReason.BEYOND_SIZE, "More bytes came than were announced.");
        } else if (!backlog.takes(length)) {
            fail(FailureReason.BUSY, "The sender did not wait for acknowledgements.");
        } else {
            received += length;
            writer.write(offset, data);
        }
    }

    void onComplete(long size, @Nullable Sha256 digest) {
        if (progress.ended()) {
            return;
        }
        if (completeSeen || size != header.size() || received != size) {
            fail(FailureReason.BAD_MESSAGE, "The end of the file came before all of it.");
            return;
        }
        completeSeen = true;
        writer.finish(digest);
    }

    /** A person pauses it, or lets it go on. */
    void hold(boolean pause) {
        if (!progress.ended()) {
            holds.person(pause);
            heldOrNot();
        }
    }

    /** The peer holds it up, or with null lets it go on. */
    void heldByPeer(@Nullable FailureReason reason, String detail) {
        holds.theirs(reason, detail);
        heldOrNot();
    }

    /** A wire without a word for a pause is held up by acknowledgements that stay away. */
    private void heldOrNot() {
        progress.held(holds.pause());
        if (answerOwed && !holds.ours()) {
            acknowledge();
        }
    }

    /** Tries again what could not be written; to be called every second or so. */
    void tick() {
        if (holds.troubled()) {
            writer.retry();
        }
    }

    /** Ends it because of what the peer said: nothing is told to the peer. */
    void dropped(FailureReason reason, String detail) {
        if (!progress.ended()) {
            writer.discard();
            failed(reason, detail);
        }
    }

    private void failed(FailureReason reason, String detail) {
        progress.failed(reason, detail);
        if (known) {
            gone.run();
        }
    }

    /**
     * The link is gone. A file of which everything came is still written and compared: that needs no link.
     *
     * @param comesBack whether the sender may go on with it over another link
     */
    void linkLost(boolean comesBack) {
        linkGone = true;
        keeps = comesBack;
        if (!completeSeen || holds.troubled()) {
            leave();
        }
    }

    private void leave() {
        if (progress.ended()) {
            return;
        }
        if (keeps) {
            writer.suspend();
            progress.held(new TransferSnapshot.Pause(false, false, FailureReason.LINK_LOST, ""));
            forget();
        } else {
            dropped(FailureReason.LINK_LOST, "");
        }
    }

    private void forget() {
        left = true;
        progress.forgotten();
        gone.run();
    }

    /** A person here does not want it, also when it is offered again by a sender who did not get to know. */
    void cancel(FailureReason reason) {
        if (!progress.ended() && !known && link.traits().resumes()) {
            link.send(new Message.FileCancel(id(), reason, ""));
            writer.refuse();
            failed(reason, "");
        } else {
            fail(reason, "");
        }
    }

    /** Ends it and tells the peer; a disk that hangs does not hide it. */
    void fail(FailureReason reason, String detail) {
        if (!progress.ended()) {
            link.send(new Message.FileCancel(id(), reason, detail));
            if (!known) {
                progress.speak();
            }
            dropped(reason, detail);
        } else if (!left && !known) {
            progress.speak();
        }
    }

    private void acknowledge() {
        answerOwed = holds.ours() && !link.traits().resumes();
        if (!answerOwed) {
            link.send(new Message.FileChunkAck(id(), written));
        }
    }

    /** What the writer has done; nothing of it counts once the transfer has ended. */
    private final class Reports implements SpoolWriter.Listener {
        @Override
        public void checking() {
            if (!progress.ended()) {
                progress.speak();
                progress.offered();
                stuck(FailureReason.CHECKING, "");
            }
        }

        @Override
        public void opened(long length, @Nullable Sha256 prefix, boolean arrived) {
            if (progress.ended()) {
                endedBefore(arrived);
                return;
            }
            known = arrived;
            if (!arrived) {
                progress.speak();
                mended();
                progress.offered();
            }
            if (received == 0 && !completeSeen) {
                resumable = length > 0;
                received = length;
                written = length;
                link.send(new Message.FileAck(id(), length, prefix));
            } else {
                link.send(new Message.FileAck(id(), 0));
            }
            if (!arrived) {
                progress.active(written);
            }
        }

        private void endedBefore(boolean arrived) {
            if (!left && arrived) {
                gone.run();
            } else if (!left) {
                progress.speak();
            }
        }

        @Override
        public void refused(FailureReason reason, String detail) {
            if (progress.ended()) {
                endedBefore(false);
            } else {
                progress.speak();
                link.send(new Message.FileRefused(id(), reason, detail));
                dropped(reason, detail);
            }
        }

        @Override
        public void written(long end) {
            if (!progress.ended()) {
                written = end;
                acknowledge();
                if (!known) {
                    progress.moved(end);
                }
            }
        }

        @Override
        public void let(ByteBuffer data) {
            backlog.gone(data.remaining());
            link.reuse(data);
        }

        @Override
        public void stuck(FailureReason reason, String detail) {
            if (!progress.ended()) {
                holds.trouble(reason, detail);
                progress.held(holds.pause());
                if (linkGone) {
                    leave();
                }
            }
        }

        @Override
        public void mended() {
            if (!progress.ended() && holds.troubled()) {
                holds.mended();
                heldOrNot();
            }
        }

        @Override
        public void finished(Sha256 digest, Path path, boolean compared) {
            boolean whileLeaving = left && header.place() == null;
            if (progress.ended() && !whileLeaving) {
                return;
            }
            link.send(new Message.FileVerified(id(), digest));
            if (known && header.place() == null) {
                forget();
            } else {
                progress.speak();
                progress.verifying();
                progress.file(path);
                progress.complete(digest, compared);
            }
        }

        @Override
        public void differs() {
            fail(FailureReason.DIGEST_MISMATCH, "What arrived is not what was sent.");
        }

        @Override
        public void takenOver() {
            if (!progress.ended() && spool.unwanted(id())) {
                fail(FailureReason.CANCELLED, "");
            } else if (!progress.ended()) {
                forget();
            }
        }

        @Override
        public void failed() {
            fail(FailureReason.DISK_ERROR, "The receiver cannot write the file.");
        }
    }
}

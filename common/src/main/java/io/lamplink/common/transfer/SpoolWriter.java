package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes and hashes one incoming file, in order, on a disk lane, and reports on the link's home lane. What cannot be
 * written stays here with everything behind it, until {@link #retry()} succeeds.
 */
final class SpoolWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolWriter.class);
    private static final int HASHED_AT_ONCE = 1024 * 1024;

    /** Bytes that are hashed in so little time that nobody need be told. */
    private static final long QUICKLY_HASHED = 64L * 1024 * 1024;

    /** Hears what was done, on the link's home lane. */
    interface Listener {
        /** What is there already is being hashed, which takes a while. */
        void checking();

        /**
         * There is room for the file.
         *
         * @param length bytes that are there already
         * @param prefix their digest, if there are any
         * @param arrived whether that is the whole file, known from before
         */
        void opened(long length, @Nullable Sha256 prefix, boolean arrived);

        /** There is no room for the file, or nothing can be written at all. */
        void refused(FailureReason reason, String detail);

        /** All bytes before {@code end} are written. */
        void written(long end);

        /** The bytes of a chunk are not held here any more; follows {@link #written} if they were written. */
        void let(ByteBuffer data);

        /** Something cannot be written for the time being. */
        void stuck(FailureReason reason, String detail);

        /** After {@link #stuck}: everything is written. */
        void mended();

        /** All is there and nothing speaks against it; {@code compared} if the sender has said the digest. */
        void finished(Sha256 digest, Path path, boolean compared);

        /** All is there, but it is not what the sender has. */
        void differs();

        /** Another link goes on with the file. */
        void takenOver();

        /** It cannot go on, because of a mistake in the program. */
        void failed();
    }

    private interface Step {
        void run() throws IOException;

        /** It has been run, or will never be. */
        default void over() {}
    }

    private final class Write implements Step {
        private final long offset;
        private final ByteBuffer data;

        Write(long offset, ByteBuffer data) {
            this.offset = offset;
            this.data = data;
        }

        @Override
        public void run() throws IOException {
            put(offset, data);
        }

        @Override
        public void over() {
            home(() -> listener.let(data));
        }
    }

    private final TransferLink link;
    private final Message.FileHeader header;
    private final Spool spool;
    private final Listener listener;
    private final Executor disk;

    /** This link is gone: what has not been opened yet must not be taken from another link. */
    private volatile boolean suspended;

    // Everything from here on is touched on the disk lane only.
    private final MessageDigest digest = Sha256.newDigest();
    private final Deque<Step> stuck = new ArrayDeque<>();
    private Spool.@Nullable Entry entry;
    private boolean over;
    private long position;

    SpoolWriter(TransferLink link, Message.FileHeader header, Spool spool, Listener listener) {
        this.link = link;
        this.header = header;
        this.spool = spool;
        this.listener = listener;
        this.disk = link.newDiskLane();
    }

    /** Makes room for the file, or finds what is there of it. */
    void open() {
        disk.execute(() -> {
            if (suspended) {
                over = true;
                return;
            }
            if (spool.unwanted(header.transferId())) {
                refuse(FailureReason.CANCELLED, "");
                return;
            }
            try {
                Spool.Entry opened = spool.open(header);
                entry = opened;
                look(opened);
            } catch (DiskFullException e) {
                refuse(FailureReason.DISK_FULL, e.sentence());
            } catch (IOException | RuntimeException e) {
                LOG.warn("No spool file could be made.", e);
                refuse(FailureReason.DISK_ERROR, "The receiver cannot write files.");
            }
        });
    }

    /** Writes what belongs at {@code offset}: behind the bytes written so far, or at the start, to start over. */
    void write(long offset, ByteBuffer data) {
        disk.execute(() -> step(new Write(offset, data)));
    }

    /** Everything was given: compares its digest with the sender's, if that is known. */
    void finish(@Nullable Sha256 theirs) {
        disk.execute(() -> step(() -> end(theirs)));
    }

    /** Tries again what could not be written. */
    void retry() {
        disk.execute(() -> {
            boolean wasStuck = !stuck.isEmpty();
            while (!stuck.isEmpty() && attempt(stuck.getFirst())) {
                stuck.removeFirst().over();
            }
            if (wasStuck && stuck.isEmpty()) {
                home(listener::mended);
            }
        });
    }

    /** Keeps what is written for another link. */
    void suspend() {
        suspended = true;
        last(Spool.Entry::suspend);
    }

    /** Removes what is written. */
    void discard() {
        last(Spool.Entry::discard);
    }

    /** Removes what is written, and does not let it come back. */
    void refuse() {
        disk.execute(() -> {
            over = true;
            dropStuck();
            spool.refuse(header.transferId());
        });
    }

    private void last(Consumer<Spool.Entry> act) {
        disk.execute(() -> {
            over = true;
            dropStuck();
            Spool.Entry open = entry;
            if (open != null) {
                act.accept(open);
            }
        });
    }

    private void refuse(FailureReason reason, String detail) {
        over = true;
        home(() -> listener.refused(reason, detail));
    }

    private void look(Spool.Entry opened) throws IOException {
        Sha256 whole = opened.arrived();
        if (whole != null) {
            home(() -> listener.opened(header.size(), whole, true));
            return;
        }
        long length = opened.length();
        if (length > QUICKLY_HASHED) {
            home(listener::checking);
        }
        hash(opened, length);
        position = length;
        Sha256 prefix = length == 0 ? null : soFar();
        home(() -> listener.opened(length, prefix, false));
    }

    private void hash(Spool.Entry opened, long length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(HASHED_AT_ONCE, length));
        for (long from = 0; from < length; from += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), length - from));
            opened.readFully(buffer, from);
            digest.update(buffer.flip());
        }
    }

    private Sha256 soFar() {
        try {
            return Sha256.of((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The digest of this platform cannot tell what it has so far.", e);
        }
    }

    private void put(long offset, ByteBuffer data) throws IOException {
        Spool.Entry open = openEntry();
        long end = offset + data.remaining();
        if (open.arrived() == null) {
            if (offset == 0 && position > 0) {
                open.clear();
                digest.reset();
                position = 0;
            }
            open.write(data.duplicate(), offset);
        }
        digest.update(data.duplicate());
        position = end;
        home(() -> listener.written(end));
    }

    private void end(@Nullable Sha256 theirs) throws IOException {
        Spool.Entry open = openEntry();
        Sha256 known = open.arrived();
        Sha256 ours = known == null ? soFar() : known;
        if (theirs != null && !theirs.equals(ours)) {
            home(listener::differs);
            return;
        }
        if (known == null) {
            open.finish(ours);
        }
        over = true;
        Path path = open.path();
        home(() -> listener.finished(ours, path, theirs != null));
    }

    private Spool.Entry openEntry() {
        Spool.Entry open = entry;
        if (open == null) {
            throw new IllegalStateException("The spool file was never made.");
        }
        return open;
    }

    private void step(Step step) {
        if (!over && (!stuck.isEmpty() || !attempt(step))) {
            stuck.add(step);
        } else {
            step.over();
        }
    }

    private void dropStuck() {
        stuck.forEach(Step::over);
        stuck.clear();
    }

    /** Answers whether the step is over and done with, be it that nothing more comes of it. */
    private boolean attempt(Step step) {
        try {
            step.run();
            return true;
        } catch (DiskFullException e) {
            home(() -> listener.stuck(FailureReason.DISK_FULL, "The receiver's disk is full."));
            return false;
        } catch (Spool.TakenOverException e) {
            over = true;
            home(listener::takenOver);
            return true;
        } catch (IOException e) {
            if (stuck.isEmpty()) {
                LOG.warn("An incoming file cannot be written for the time being.", e);
            }
            home(() -> listener.stuck(FailureReason.DISK_ERROR, "The receiver cannot write the file."));
            return false;
        } catch (RuntimeException e) {
            LOG.error("An incoming file cannot be written.", e);
            over = true;
            home(listener::failed);
            return true;
        }
    }

    private void home(Runnable report) {
        link.home().execute(report);
    }
}

package io.lamplink.common.transfer;

import io.lamplink.common.protocol.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and hashes one file, in order, on a disk lane, and reports on the link's home lane. When something cannot be read
 * it stops there, and everything that was asked for after it is handed back, until {@link #retry()}.
 */
final class SourceReader {
    private static final Logger LOG = LoggerFactory.getLogger(SourceReader.class);
    private static final int COMPARED_AT_ONCE = 1024 * 1024;

    /** Hears what was read, on the link's home lane. */
    interface Listener {
        /** The file's bytes before {@code offset} are hashed; {@code same} unless they are not what the receiver has. */
        void compared(long offset, boolean same);

        /** A chunk that was asked for. */
        void read(long from, ByteBuffer chunk);

        /** A chunk that was asked for could not be read, or stood behind one that could not. */
        void notRead(long from, ByteBuffer chunk);

        /** The digest of the whole file. */
        void finished(Sha256 digest);

        /** Something could not be read, but perhaps later. */
        void broken();

        /** Something could not be read, and waiting would not help. */
        void unreadable();

        /** After {@link #broken}: it can be read again. */
        void mended();

        /** The file is not what it was when it was offered. */
        void changed();
    }

    private interface Work {
        void run() throws IOException;
    }

    private final TransferLink link;
    private final SourceFile source;
    private final Listener listener;
    private final Executor disk;
    private boolean looked;

    /** The trouble that the log has already: it is met again every second while it lasts. Confined to the disk lane. */
    private @Nullable String logged;

    /** What failed and is to be tried again; written on the disk lane only. */
    private volatile @Nullable Work broken;

    SourceReader(TransferLink link, SourceFile source, Listener listener) {
        this.link = link;
        this.source = source;
        this.listener = listener;
        this.disk = link.newDiskLane();
    }

    /** Hashes what the receiver has already, and compares it if the receiver has said what its digest is. */
    void compare(long offset, @Nullable Sha256 theirs) {
        onDisk(() -> {
            lookOnce();
            MessageDigest start = start(offset);
            boolean same = theirs == null || theirs.equals(Sha256.of(FileDigest.copy(start)));
            if (same) {
                source.digest().startsWith(offset, start);
            }
            home(() -> listener.compared(offset, same));
        });
    }

    /** Fills {@code chunk} with the bytes at {@code from}, which follow those of the last call. */
    void read(long from, ByteBuffer chunk) {
        int length = chunk.remaining();
        disk.execute(() -> {
            if (broken == null) {
                attempt(() -> readNow(from, chunk), () -> probe(from, length));
            }
            if (broken != null) {
                home(() -> listener.notRead(from, chunk));
            }
        });
    }

    /** Tells the digest. */
    void finish() {
        onDisk(() -> {
            if (source.size() == 0) {
                expectUnchanged();
            }
            Sha256 sha256 = source.digest().whole(source);
            home(() -> listener.finished(sha256));
        });
    }

    /** Whether something waits for {@link #retry()}. */
    boolean broken() {
        return broken != null;
    }

    /** Tries again what failed. A chunk is not read by that: whoever asked for it asks again. */
    void retry() {
        disk.execute(() -> {
            Work again = broken;
            if (again != null) {
                broken = null;
                source.reopen();
                attempt(again, again);
                if (broken == null) {
                    logged = null;
                    home(listener::mended);
                }
            }
        });
    }

    void close() {
        disk.execute(() -> {
            try {
                source.close();
            } catch (IOException e) {
                LOG.warn("A sent file could not be closed.", e);
            }
        });
    }

    private MessageDigest start(long offset) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(COMPARED_AT_ONCE, offset));
        for (long from = 0; from < offset; from += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), offset - from));
            source.readFully(buffer, from);
            digest.update(buffer.flip());
        }
        if (offset == source.size()) {
            expectUnchanged();
        }
        return digest;
    }

    private void readNow(long from, ByteBuffer chunk) throws IOException {
        lookOnce();
        ByteBuffer space = chunk.duplicate();
        source.readFully(space, from);
        if (from + chunk.remaining() == source.size()) {
            expectUnchanged();
        }
        source.digest().read(from, chunk);
        home(() -> listener.read(from, chunk));
    }

    /** A file that was offered long ago may have changed before the first byte of it is read. */
    private void lookOnce() throws IOException {
        if (!looked) {
            expectUnchanged();
            looked = true;
        }
    }

    /** Whether the file is there again, and the same. */
    private void probe(long from, int length) throws IOException {
        expectUnchanged();
        source.readFully(ByteBuffer.allocate(length), from);
    }

    /** Before the last chunk leaves: a wire without digests has no other way to tell that what arrived is not the file. */
    private void expectUnchanged() throws IOException {
        if (!source.unchanged()) {
            throw new EOFException("The file is not what it was when it was offered.");
        }
    }

    private void onDisk(Work work) {
        disk.execute(() -> attempt(work, work));
    }

    private void attempt(Work work, Work later) {
        try {
            work.run();
        } catch (EOFException e) {
            home(listener::changed);
        } catch (IOException e) {
            logOnce(e);
            broken = later;
            home(source.isHopeless(e) ? listener::unreadable : listener::broken);
        } catch (RuntimeException e) {
            LOG.error("A file could not be read while it was being sent.", e);
            broken = later;
            home(listener::unreadable);
        }
    }

    private void logOnce(IOException e) {
        if (!e.toString().equals(logged)) {
            LOG.warn("A file could not be read while it was being sent.", e);
            logged = e.toString();
        }
    }

    private void home(Runnable report) {
        link.home().execute(report);
    }
}

package io.lamplink.common.transfer;

import io.lamplink.common.protocol.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of one file, as far as it has been read. All transfers that send a file at the same time share it: whoever has
 * read what comes next hashes it for all, so that a file costs the same to hash whether one receives it or twenty.
 *
 * <p>Thread-safe. Nobody waits for another's chunk: what is passed over so is hashed by a transfer that comes by later, or at
 * the end by {@link #whole}. If two transfers read different bytes, because somebody changed the file between, its digest is
 * that of neither, and the receivers refuse what they got.
 */
public final class FileDigest {
    private static final int CAUGHT_UP_AT_ONCE = 1024 * 1024;

    private final Lock lock = new ReentrantLock();
    private MessageDigest digest = Sha256.newDigest();
    private long hashed;
    private @Nullable Sha256 whole;

    /** Hashes those of {@code bytes}, which stand at {@code from} in the file, that come next, unless another is just at it. */
    void read(long from, ByteBuffer bytes) {
        if (lock.tryLock()) {
            try {
                hash(from, bytes);
            } finally {
                lock.unlock();
            }
        }
    }

    private void hash(long from, ByteBuffer bytes) {
        long known = hashed - from;
        if (known >= 0 && known < bytes.remaining()) {
            ByteBuffer next = bytes.duplicate();
            next.position(next.position() + (int) known);
            digest.update(next);
            hashed = from + bytes.remaining();
        }
    }

    /** {@code start} is the digest of the file's first {@code length} bytes; it is not changed. */
    void startsWith(long length, MessageDigest start) {
        lock.lock();
        try {
            if (hashed < length) {
                digest = copy(start);
                hashed = length;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The digest of all of {@code source}. What was passed over is read from it, so this may take as long as hashing all of it.
     *
     * @throws java.io.EOFException if the file is shorter than it was
     */
    Sha256 whole(SourceFile source) throws IOException {
        lock.lock();
        try {
            Sha256 known = whole;
            if (known == null) {
                catchUp(source);
                known = Sha256.of(digest);
                whole = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private void catchUp(SourceFile source) throws IOException {
        if (hashed < source.size()) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CAUGHT_UP_AT_ONCE, source.size() - hashed));
            while (hashed < source.size()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), source.size() - hashed));
                source.readFully(buffer, hashed);
                hash(hashed, buffer.flip());
            }
        }
    }

    /** What {@code digest} has so far, to go on with independently of it. */
    static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The digest of this platform cannot tell what it has so far.", e);
        }
    }
}

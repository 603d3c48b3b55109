package io.lamplink.common.simulation;

import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.FileDigest;
import io.lamplink.common.transfer.SourceFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/** A file in memory that a test may grow, shrink, touch or break while it is read. */
public final class MemorySource implements SourceFile {
    private static final Instant MADE = Instant.parse("2026-11-01T08:00:00Z");

    private final String name;
    private final byte[] original;
    private final FileDigest digest;
    private byte[] bytes;
    private boolean touched;
    private long unreadableFrom = Long.MAX_VALUE;
    private int closed;
    private int readsAfterClose;
    private long readUpTo;
    private long bytesRead;

    /** A file of these bytes. */
    public MemorySource(String name, byte[] bytes) {
        this(name, bytes.clone(), new FileDigest());
    }

    private MemorySource(String name, byte[] original, FileDigest digest) {
        this.name = name;
        this.original = original;
        this.bytes = original;
        this.digest = digest;
    }

    /** The same file, as it was made, for one more receiver. */
    public MemorySource forAnother() {
        return new MemorySource(name, original, digest);
    }

    /** A file of {@code size} bytes that no other seed gives. */
    public static MemorySource random(String name, int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return new MemorySource(name, bytes);
    }

    /** Bytes are written behind the end. */
    public void grow(int more) {
        bytes = Arrays.copyOf(bytes, bytes.length + more);
        touched = true;
    }

    /** The file is cut. */
    public void shrinkTo(int length) {
        bytes = Arrays.copyOf(bytes, length);
        touched = true;
    }

    /** Somebody writes the file; its size stays. */
    public void touch() {
        touched = true;
    }

    /** Every read that reaches beyond {@code position} fails from now on. */
    public void breakAt(long position) {
        unreadableFrom = position;
    }

    /** Reads succeed again. */
    public void mend() {
        unreadableFrom = Long.MAX_VALUE;
    }

    /** What a receiver should have. */
    public byte[] content() {
        return original.clone();
    }

    /** Digest of {@link #content()}. */
    public Sha256 sha256() {
        MessageDigest digest = Sha256.newDigest();
        digest.update(original);
        return Sha256.of(digest);
    }

    /** Whether it was closed, once, and not read afterwards. */
    public boolean properlyClosed() {
        return closed == 1 && readsAfterClose == 0;
    }

    /** Where the furthest read ended. */
    public long readUpTo() {
        return readUpTo;
    }

    /** Bytes that were read, those that were read twice counted twice. */
    public long bytesRead() {
        return bytesRead;
    }

    /** How often it was closed. */
    public int closed() {
        return closed;
    }

    @Override
    public Path path() {
        return Path.of("sources", "source.bin");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return original.length;
    }

    @Override
    public Instant modified() {
        return MADE;
    }

    @Override
    public FileDigest digest() {
        return digest;
    }

    @Override
    public void readFully(ByteBuffer buffer, long position) throws IOException {
        readsAfterClose += closed > 0 ? 1 : 0;
        if (position + buffer.remaining() > unreadableFrom) {
            throw new IOException("The disk is broken.");
        }
        if (position + buffer.remaining() > bytes.length) {
            throw new EOFException("The file ends at byte " + bytes.length + ".");
        }
        bytesRead += buffer.remaining();
        readUpTo = Math.max(readUpTo, position + buffer.remaining());
        buffer.put(bytes, (int) position, buffer.remaining());
    }

    @Override
    public boolean unchanged() {
        return !touched;
    }

    @Override
    public boolean isHopeless(IOException problem) {
        return false;
    }

    @Override
    public void reopen() {}

    @Override
    public void close() {
        closed++;
    }
}

package io.lamplink.tour.seed;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file as the seed's client gets it; the bytes go into a digest, not into memory as there. */
public final class SeedDownload {
    private final String name;
    private final long declared;
    private final MessageDigest digest;
    private long received;
    private int chunks;
    private int largestChunk;

    SeedDownload(String name, long declared) {
        this.name = name;
        this.declared = declared;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized void take(byte[] data) {
        received += data.length;
        chunks++;
        largestChunk = Math.max(largestChunk, data.length);
        digest.update(data);
    }

    public String name() {
        return name;
    }

    public long declared() {
        return declared;
    }

    public synchronized long received() {
        return received;
    }

    public synchronized int chunks() {
        return chunks;
    }

    public synchronized int largestChunk() {
        return largestChunk;
    }

    /** Digest of what came so far. */
    public synchronized String sha256() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name + ": " + received() + " of " + declared + " bytes in " + chunks() + " chunks";
    }
}

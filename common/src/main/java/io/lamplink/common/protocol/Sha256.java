package io.lamplink.common.protocol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest: 32 bytes, written as 64 lower-case hexadecimal digits. Immutable. */
public final class Sha256 {
    /** Length in bytes. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Sha256(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The digest whose bytes are given; throws {@link IllegalArgumentException} unless there are 32. */
    public static Sha256 ofBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A SHA-256 digest has 32 bytes, not " + bytes.length + ".");
        }
        return new Sha256(bytes.clone());
    }

    /** The digest written as 64 hexadecimal digits; throws {@link IllegalArgumentException} otherwise. */
    public static Sha256 ofHex(String hex) {
        return ofBytes(HexFormat.of().parseHex(hex));
    }

    /** Ends {@code digest}, which must be one of {@link #newDigest()}. */
    public static Sha256 of(MessageDigest digest) {
        return ofBytes(digest.digest());
    }

    /** A digest to feed. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}

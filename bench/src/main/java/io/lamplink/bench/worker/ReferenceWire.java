package io.lamplink.bench.worker;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What both sides of the reference agree on: 8 bytes of size, the bytes, 32 bytes of SHA-256. */
final class ReferenceWire {
    /** The fastest of 64 KiB, 256 KiB and 1 MiB, and of buffers in and outside Java's heap, on the machines tried. */
    static final int BUFFER_BYTES = 1024 * 1024;

    static final int DIGEST_BYTES = 32;

    private ReferenceWire() {}

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void writeAll(WritableByteChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** Fills {@code bytes} and makes it ready to be read; false if the other side ended before the first one. */
    static boolean readAll(ReadableByteChannel from, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (from.read(bytes) < 0) {
                if (bytes.position() == 0) {
                    return false;
                }
                throw new EOFException("The other side ended in the middle.");
            }
        }
        bytes.flip();
        return true;
    }
}

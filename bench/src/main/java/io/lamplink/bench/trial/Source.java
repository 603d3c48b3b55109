package io.lamplink.bench.trial;

import io.lamplink.common.protocol.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.SplittableRandom;

/**
 * A file to send.
 *
 * @param path where it is
 * @param bytes how long it is
 * @param sha256 its digest in hexadecimal
 */
record Source(Path path, long bytes, String sha256) {
    /** Where the bytes of all files come from. */
    static final long SEED = 20_260_101;

    private static final int BLOCK = 1024 * 1024;

    /** Writes a file of random bytes, the same for the same length. Having just been written, it is in the system's cache. */
    static Source make(Path folder, long bytes) throws IOException {
        Path path = folder.resolve("source-" + bytes + ".bin");
        SplittableRandom random = new SplittableRandom(SEED + bytes);
        MessageDigest digest = Sha256.newDigest();
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (long left = bytes; left > 0; left -= block.length) {
                random.nextBytes(block);
                ByteBuffer part = ByteBuffer.wrap(block, 0, (int) Math.min(left, block.length));
                digest.update(part.duplicate());
                out.write(block, 0, part.remaining());
            }
        }
        return new Source(path, bytes, Sha256.of(digest).hex());
    }
}

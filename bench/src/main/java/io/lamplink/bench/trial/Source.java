package io.lamplink.bench.trial;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.lamplink.common.protocol.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    /** Writes a file of random bytes, the same for the same length. It is in the system's cache then. */
    static Source make(Path folder, long bytes) throws IOException {
        Path path = folder.resolve("source-" + bytes + ".bin");
        SplittableRandom random = new SplittableRandom(SEED + bytes);
        MessageDigest digest = Sha256.newDigest();
        byte[] block = new byte[BLOCK];
        try (FileChannel out = FileChannel.open(path, CREATE, TRUNCATE_EXISTING, WRITE)) {
            for (long left = bytes; left > 0; left -= block.length) {
                random.nextBytes(block);
                ByteBuffer part = ByteBuffer.wrap(block, 0, (int) Math.min(left, block.length));
                digest.update(part.duplicate());
                while (part.hasRemaining()) {
                    out.write(part);
                }
            }
            out.force(true); // Otherwise the system would write it while something is measured.
        }
        return new Source(path, bytes, Sha256.of(digest).hex());
    }
}

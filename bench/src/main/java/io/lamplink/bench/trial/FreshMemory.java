package io.lamplink.bench.trial;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Free memory for what a pass writes. A virtual machine may hand memory back to its host when it was free for some seconds,
 * and touching it again takes longer than filling it: without this, a pass would be as fast as the pause before it was short.
 */
final class FreshMemory {
    private static final int BLOCK = 1024 * 1024;

    private final Path file;

    /** Uses a file in {@code folder}, which should be on the disk that the receivers write to. */
    FreshMemory(Path folder) {
        this.file = folder.resolve("fresh-memory.bin");
    }

    /** Fills so many bytes of the system's cache and frees them again. */
    void prepare(long bytes) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        try (FileChannel out = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
            for (long left = bytes; left > 0; left -= BLOCK) {
                out.write(block.clear());
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

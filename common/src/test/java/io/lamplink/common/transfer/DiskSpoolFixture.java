package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** A spool in a folder of its own, on a disk whose room the test decides. */
abstract class DiskSpoolFixture {
    static final UUID ID = new UUID(5, 1);
    static final UUID OTHER = new UUID(5, 2);
    static final long ROOM = 1000;
    static final Instant MODIFIED = Instant.parse("2026-11-01T08:00:00.5Z");
    final Instant now = Instant.now();
    static final Sha256 DIGEST = Sha256.ofBytes(new byte[32]);

    @TempDir
    Path temp;

    Path folder() {
        return temp.resolve("data").resolve("spool");
    }

    /** A spool on a disk that takes {@link #ROOM} bytes, less what stands in the spool already. */
    DiskSpool spool() {
        return new DiskSpool(folder(), where -> DiskSpool.RESERVE + ROOM - used());
    }

    long used() throws IOException {
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".part") && Files.isRegularFile(file))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static ByteBuffer bytes(int length) {
        return ByteBuffer.wrap("x".repeat(length).getBytes(StandardCharsets.US_ASCII));
    }

    static void append(Spool.Entry entry, ByteBuffer data) throws IOException {
        entry.write(data, entry.length());
    }

    static Message.FileHeader offer(UUID id, long size) {
        return new Message.FileHeader(id, "a.bin", size, MODIFIED, 1024);
    }

    static void assertFull(DiskSpool spool, long size) {
        assertThrows(DiskFullException.class, () -> spool.open(offer(UUID.randomUUID(), size)));
    }
}

package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.simulation.MemorySource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Transfers of one file hash it together. */
final class FileDigestTest {
    private static final int SIZE = 1000;

    private final MemorySource source = MemorySource.random("a.bin", SIZE, 7);
    private final FileDigest digest = source.digest();

    @Test
    void aFileThatWasReadInOrderIsNotReadAgain() throws IOException {
        read(0, 400);
        read(400, 600);
        assertEquals(source.sha256(), digest.whole(source));
        assertEquals(0, source.readUpTo());
    }

    @Test
    void whatOneHasReadIsNotHashedForAnother() throws IOException {
        read(0, 600);
        digest.read(0, ByteBuffer.wrap(new byte[600])); // were it looked at, the digest would be that of zeros
        digest.read(300, ByteBuffer.wrap(new byte[600], 300, 300));
        read(600, 400);
        digest.read(600, ByteBuffer.wrap(new byte[400]));
        assertEquals(source.sha256(), digest.whole(source));
        assertEquals(0, source.readUpTo());
    }

    @Test
    void aChunkThatBeginsBeforeWhatComesNextIsHashedFromThereOn() throws IOException {
        read(0, 500);
        read(300, 700);
        assertEquals(source.sha256(), digest.whole(source));
        assertEquals(0, source.readUpTo());
    }

    @Test
    void whatWasPassedOverIsReadAtTheEnd() throws IOException {
        read(0, 100);
        read(200, 800);
        assertEquals(source.sha256(), digest.whole(source));
        assertEquals(SIZE, source.readUpTo());
    }

    @Test
    void aBufferIsLeftAsItWas() {
        ByteBuffer chunk = ByteBuffer.allocate(20).position(4).limit(14);
        digest.read(0, chunk);
        assertEquals(4, chunk.position());
        assertEquals(14, chunk.limit());
    }

    @Test
    void aBeginningThatAnotherDigestHasIsNotHashedAgain() throws IOException {
        MessageDigest beginning = Sha256.newDigest();
        beginning.update(source.content(), 0, 700);
        digest.startsWith(700, beginning);
        digest.startsWith(300, Sha256.newDigest());
        beginning.update((byte) 1);
        read(700, 300);
        assertEquals(source.sha256(), digest.whole(source));
        assertEquals(0, source.readUpTo());
    }

    @Test
    void theDigestOfAnEmptyFileIsKnown() throws IOException {
        MemorySource empty = new MemorySource("empty", new byte[0]);
        assertEquals(empty.sha256(), empty.digest().whole(empty));
    }

    @Test
    void whatCannotBeReadIsReadWhenItCan() throws IOException {
        read(0, 100);
        source.breakAt(200);
        assertThrows(IOException.class, () -> digest.whole(source));
        source.mend();
        assertEquals(source.sha256(), digest.whole(source));
    }

    @Test
    void aFileThatHasBecomeShorterHasNoDigest() {
        read(0, 100);
        source.shrinkTo(900);
        assertThrows(EOFException.class, () -> digest.whole(source));
    }

    @Test
    void howeverManyReadAtOnceTheDigestIsThatOfTheFile() throws InterruptedException, ExecutionException {
        long seed = new Random().nextLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Sha256>> all = IntStream.range(0, 24)
                    .mapToObj(i -> threads.submit(() -> sentBy(source.forAnother(), new Random(seed + i))))
                    .toList();
            for (Future<Sha256> one : all) {
                assertEquals(source.sha256(), one.get(), () -> "seed " + seed);
            }
        }
    }

    private static Sha256 sentBy(MemorySource file, Random random) throws IOException {
        for (int from = 0; from < SIZE; ) {
            ByteBuffer chunk = ByteBuffer.allocate(Math.min(1 + random.nextInt(90), SIZE - from));
            file.readFully(chunk, from);
            file.digest().read(from, chunk.flip());
            from += chunk.limit();
        }
        return file.digest().whole(file);
    }

    private void read(int from, int length) {
        digest.read(from, ByteBuffer.wrap(source.content(), from, length));
    }
}

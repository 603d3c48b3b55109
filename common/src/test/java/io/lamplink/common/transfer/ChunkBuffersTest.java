package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileAck;
import io.lamplink.common.protocol.Message.FileChunk;
import io.lamplink.common.protocol.Message.FileChunkAck;
import io.lamplink.common.protocol.Message.FileVerified;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.Wires;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many transfers at once share a supply of memory that ends; each goes on with the little that is its own. */
final class ChunkBuffersTest extends OutgoingTransferFixture {
    private static final int CHUNK = Wires.CHUNK;

    @Test
    void aBufferHasRoomForItsChunkAndIsUsedAgain() {
        ChunkBuffers buffers = new ChunkBuffers(CHUNK, link);
        ByteBuffer first = taken(buffers, CHUNK);
        assertEquals(CHUNK, first.remaining());
        buffers.give(first);
        ByteBuffer second = taken(buffers, 3);
        assertSame(first, second);
        assertEquals(3, second.remaining());
    }

    @Test
    void whatTheLinkCannotLendIsMadeButOnlyALittle() {
        link.lends(1);
        ChunkBuffers buffers = new ChunkBuffers(CHUNK, link);
        List<ByteBuffer> all = List.of(taken(buffers, CHUNK), taken(buffers, CHUNK));
        assertNull(buffers.take(CHUNK));
        buffers.give(all.getLast());
        assertSame(all.getLast(), buffers.take(CHUNK));
        assertNull(buffers.take(CHUNK));
    }

    @ParameterizedTest
    @CsvSource({"9, 5", "8, 4"})
    void itBorrowsWhileItHasFewerThanAreLeftForOthers(int all, int borrowed) {
        link.lends(all);
        ChunkBuffers buffers = new ChunkBuffers(CHUNK, link);
        for (int i = 0; i < borrowed; i++) {
            assertNotNull(buffers.take(CHUNK));
        }
        assertNull(buffers.take(CHUNK));
        assertEquals(all - borrowed, link.lendable());
    }

    @Test
    void itGivesBackWhenOthersHaveComeAndNoMoreThanThat() {
        link.lends(20);
        ChunkBuffers buffers = new ChunkBuffers(CHUNK, link);
        List<ByteBuffer> all =
                Stream.generate(() -> taken(buffers, CHUNK)).limit(10).toList();
        buffers.give(all.get(0));
        assertEquals(List.of(), link.takeReused());
        link.lends(4);
        all.subList(1, 10).forEach(buffers::give);
        assertEquals(4, link.takeReused().size());
        assertSame(all.getLast(), taken(buffers, CHUNK));
    }

    @Test
    void itKeepsTwoHoweverManyOthersThereAre() {
        link.lends(20);
        ChunkBuffers buffers = new ChunkBuffers(CHUNK, link);
        List<ByteBuffer> all = List.of(taken(buffers, CHUNK), taken(buffers, CHUNK), taken(buffers, CHUNK));
        link.lends(0);
        all.forEach(buffers::give);
        assertEquals(1, link.takeReused().size());
        assertNotNull(buffers.take(CHUNK));
        assertNotNull(buffers.take(CHUNK));
        assertNull(buffers.take(CHUNK));
    }

    @Test
    void oneOfItsOwnThatIsGivenBackIsNoneThatWasLent() {
        link.lends(0);
        ChunkBuffers buffers = new ChunkBuffers(CHUNK, link);
        ByteBuffer own = taken(buffers, CHUNK);
        link.lends(20);
        List<ByteBuffer> lent =
                Stream.generate(() -> taken(buffers, CHUNK)).limit(5).toList();
        link.lends(0);
        buffers.give(own);
        lent.forEach(buffers::give);
        assertEquals(1 + 3, link.takeReused().size(), "its own, and of the five all but two");
    }

    @Test
    void whatIsMadeIsSmallHoweverLargeAChunkMayBe() {
        link.lends(0);
        ChunkBuffers buffers = new ChunkBuffers(4 * ChunkBuffers.OWN_BYTES, link);
        assertEquals(
                ChunkBuffers.OWN_BYTES,
                taken(buffers, 3 * ChunkBuffers.OWN_BYTES).remaining());
        assertEquals(5, taken(buffers, 5).remaining());
    }

    @Test
    void whatIsFreeAtTheEndIsHandedBackOnce() {
        ChunkBuffers buffers = new ChunkBuffers(CHUNK, link);
        ByteBuffer free = taken(buffers, CHUNK);
        ByteBuffer travelling = taken(buffers, CHUNK);
        buffers.give(free);
        buffers.handBack();
        List<ByteBuffer> back = link.takeReused();
        assertEquals(1, back.size());
        assertSame(free, back.getFirst());
        assertTrue(travelling.hasRemaining());
        buffers.handBack();
        assertEquals(List.of(), link.takeReused());
    }

    @Test
    void aFileArrivesWholeWhenNothingCanBeLent() {
        link.lends(0);
        MemorySource source = offered(5 * CHUNK + 1);
        List<Message> chunks = answersTo(new FileAck(ID, 0));
        for (long written = 0; chunks.getFirst() instanceof FileChunk first; ) {
            assertTrue(chunks.stream().filter(FileChunk.class::isInstance).count() <= ChunkBuffers.OWN);
            written += first.data().remaining();
            List<Message> more = answersTo(new FileChunkAck(ID, written));
            chunks = Stream.concat(chunks.stream().skip(1), more.stream()).toList();
        }
        hear(new FileVerified(ID, source.sha256()));
        assertTrue(last().verified());
        assertEquals(ChunkBuffers.OWN, link.takeReused().size());
    }

    @Test
    void whenFewCanBeLentEachCarriesMoreAndMore() {
        int large = 64 * 1024;
        wire(new DialectTraits("wide", true, true, true, true, 4, -1, large, 0));
        link.lends(2);
        offered(40 * large);
        List<Message> chunks = answersTo(new FileAck(ID, 0));
        int first = length(chunks.getFirst());
        long written = 0;
        while (length(chunks.getFirst()) < large) {
            assertTrue(written < 20L * large, "chunks of " + length(chunks.getFirst()) + " bytes");
            written += length(chunks.getFirst());
            link.clock().advance(Duration.ofMillis(1));
            List<Message> more = answersTo(new FileChunkAck(ID, written));
            chunks = Stream.concat(chunks.stream().skip(1), more.stream()).toList();
        }
        assertTrue(first < large, "it begins with chunks of " + first + " bytes");
    }

    private static int length(Message chunk) {
        return assertInstanceOf(FileChunk.class, chunk).data().remaining();
    }

    private static ByteBuffer taken(ChunkBuffers buffers, int length) {
        ByteBuffer buffer = buffers.take(length);
        assertNotNull(buffer);
        return buffer;
    }
}

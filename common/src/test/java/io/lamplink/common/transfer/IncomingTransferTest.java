package io.lamplink.common.transfer;

import static io.lamplink.common.simulation.RecordedLink.chunk;
import static io.lamplink.common.simulation.Wires.CHUNK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileAck;
import io.lamplink.common.protocol.Message.FileCancel;
import io.lamplink.common.protocol.Message.FileChunk;
import io.lamplink.common.protocol.Message.FileChunkAck;
import io.lamplink.common.protocol.Message.FileComplete;
import io.lamplink.common.protocol.Message.FileVerified;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.MemorySpool.Failure;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomingTransferTest extends IncomingTransferFixture {
    @Test
    void eachChunkIsAcknowledgedAfterItWasWritten() {
        announced(25);
        transfers.on(chunk(ID, 0, some(CHUNK)));
        assertEquals(List.of(), link.takeSent());
        link.run();
        assertEquals(List.of(new FileChunkAck(ID, 10)), link.takeSent());
        assertEquals(10, spool.bytes(ID).length);
        assertEquals(
                List.of(new FileChunkAck(ID, 20), new FileChunkAck(ID, 25)),
                answersTo(chunk(ID, 10, some(CHUNK)), chunk(ID, 20, some(5))));
        assertEquals(State.ACTIVE, last().state());
    }

    @Test
    void completeAndVerifiedWhenTheDigestIsTheSenders() {
        MemorySource source = MemorySource.random("a.bin", 25, 7);
        byte[] bytes = source.content();
        announced(25);
        answersTo(
                chunk(ID, 0, Arrays.copyOfRange(bytes, 0, 10)),
                chunk(ID, 10, Arrays.copyOfRange(bytes, 10, 20)),
                chunk(ID, 20, Arrays.copyOfRange(bytes, 20, 25)));
        assertEquals(
                List.of(new FileVerified(ID, source.sha256())), answersTo(new FileComplete(ID, 25, source.sha256())));
        assertEquals(State.COMPLETE, last().state());
        assertEquals(Direction.IN, last().direction());
        assertTrue(last().verified());
        assertEquals(source.sha256(), last().sha256());
        assertEquals(Path.of("spool", ID + ".part"), last().file());
        assertArrayEquals(bytes, spool.bytes(ID));
        assertTrue(spool.finished(ID));
        assertEquals(1, transfers.filesIn());
    }

    @Test
    void anEmptyFileBecomesComplete() {
        announced(0);
        Sha256 empty = Sha256.of(Sha256.newDigest());
        assertEquals(List.of(new FileVerified(ID, empty)), answersTo(new FileComplete(ID, 0, empty)));
        assertEquals(State.COMPLETE, last().state());
        assertEquals(1, last().progress());
    }

    /** H3: what arrived is compared with what was sent. */
    @Test
    void aWrongDigestNeverCompletes() {
        announced(5);
        answersTo(chunk(ID, 0, some(5)));
        assertFailedAndTold(
                FailureReason.DIGEST_MISMATCH,
                answersTo(new FileComplete(ID, 5, Sha256.ofBytes(new byte[Sha256.BYTES]))));
    }

    @Test
    void withoutADigestTheAnnouncedBytesAreTheMeasure() {
        announced(5);
        answersTo(chunk(ID, 0, some(5)), new FileComplete(ID, 5, null));
        assertEquals(State.COMPLETE, last().state());
        assertFalse(last().verified());
    }

    /** The original server sends the first chunk together with the header (WIRE.md, section 4). */
    @Test
    void chunksMayComeTogetherWithTheHeader() {
        assertEquals(
                List.of(new FileAck(ID, 0), new FileChunkAck(ID, 10), new FileChunkAck(ID, 20)),
                answersTo(header(ID, "a.bin", 25), chunk(ID, 0, some(10)), chunk(ID, 10, some(10))));
    }

    /** B2: a chunk without any header is answered and changes nothing. */
    @Test
    void b2_aChunkBeforeAnyHeaderIsRefused() {
        List<Message> sent = answersTo(chunk(ID, 0, some(10)), chunk(ID, 10, some(10)));
        assertEquals(1, sent.size());
        assertEquals(FailureReason.UNKNOWN_TRANSFER, ((FileCancel) sent.getFirst()).reason());
        assertEquals(List.of(), link.told());
        assertEquals(Set.of(), spool.files());
    }

    /** B1 and B2: a size of 0 divides nothing, and a chunk behind it is beyond the size. */
    @Test
    void b1_b2_aChunkForAnEmptyFileIsBeyondItsSize() {
        announced(0);
        assertFailedAndTold(FailureReason.BEYOND_SIZE, answersTo(chunk(ID, 0, some(1))));
        assertEquals(0, last().progress());
    }

    @ParameterizedTest
    @CsvSource({"10, 20", "10, 0", "10, 5", "10, 11"})
    void aChunkThatDoesNotFollowFails(int first, long offsetOfSecond) {
        announced(100);
        answersTo(chunk(ID, 0, some(first)));
        assertFailedAndTold(FailureReason.OUT_OF_ORDER, answersTo(chunk(ID, offsetOfSecond, some(10))));
    }

    /** H10: nothing is kept beyond the size that was announced. */
    @Test
    void h10_nothingIsTakenBeyondTheAnnouncedSize() {
        announced(10);
        assertFailedAndTold(FailureReason.BEYOND_SIZE, answersTo(chunk(ID, 0, some(11))));
    }

    @Test
    void h10_aSizeNearTheLargestNumberOverflowsNothing() {
        announced(Long.MAX_VALUE);
        answersTo(chunk(ID, 0, some(10)));
        assertEquals(State.ACTIVE, last().state());
        assertFailedAndTold(FailureReason.OUT_OF_ORDER, answersTo(chunk(ID, Long.MAX_VALUE - 3, some(10))));
    }

    /** H10: a sender that does not wait for acknowledgements is stopped before it fills the memory. */
    @Test
    void h10_whatWaitsForTheDiskIsBounded() {
        announced(Long.MAX_VALUE);
        byte[] large = some(ProtocolLimits.MAX_CHUNK_BYTES);
        long offset = 0;
        while (transfers.underWay() == 1 && offset < 1L << 30) {
            transfers.on(new FileChunk(ID, offset, ByteBuffer.wrap(large)));
            offset += large.length;
        }
        assertTrue(offset <= WriteBacklog.MAX_BYTES + large.length, offset + " bytes were taken.");
        link.run();
        assertFailed(FailureReason.BUSY);
    }

    @Test
    void h10_tinyChunksAreBoundedByWhatTheyCost() {
        announced(Long.MAX_VALUE);
        long chunks = 0;
        while (transfers.underWay() == 1 && chunks < 1_000_000) {
            transfers.on(chunk(ID, chunks, (byte) 1));
            chunks++;
        }
        assertTrue(chunks < 100_000, chunks + " chunks wait.");
    }

    @Test
    void h10_theBoundHoldsForAllFilesOfALinkTogether() {
        byte[] large = some(ProtocolLimits.MAX_CHUNK_BYTES);
        long taken = 0;
        for (int file = 0; file < 60; file++) {
            UUID id = new UUID(3, file);
            transfers.on(header(id, "a", Long.MAX_VALUE));
            transfers.on(new FileChunk(id, 0, ByteBuffer.wrap(large)));
            transfers.on(new FileChunk(id, large.length, ByteBuffer.wrap(large)));
        }
        for (int file = 0; file < 60; file++) {
            taken += link.told(new UUID(3, file)).isEmpty() ? 2L * large.length : 0;
        }
        assertTrue(taken > 0 && taken <= WriteBacklog.MAX_BYTES, taken + " bytes wait.");
        link.run();
        assertEquals(State.ACTIVE, link.last(new UUID(3, 0)).state());
    }

    @Test
    void whatWasWrittenMakesRoomAgainHoweverTheFileEnded() {
        byte[] large = some(ProtocolLimits.MAX_CHUNK_BYTES);
        for (int file = 0; file < 100; file++) {
            UUID id = new UUID(3, file);
            spool.fail(file % 2 == 0 ? Failure.NONE : Failure.BROKEN, file % 2 == 0 ? Long.MAX_VALUE : 5);
            answersTo(header(id, "a", 2L * large.length), new FileChunk(id, 0, ByteBuffer.wrap(large)));
            assertEquals(
                    file % 2 == 0 ? State.ACTIVE : State.PAUSED, link.last(id).state());
            transfers.cancel(id, FailureReason.CANCELLED);
            link.run();
            assertEquals(State.FAILED, link.last(id).state());
        }
    }

    /** T8: a part that was damaged on the way fails its file instead of leaving it to hang. */
    @Test
    void t8_aDamagedChunkFailsItsFile() {
        announced(100);
        transfers.lost(ID);
        link.run();
        assertFailedAndTold(FailureReason.BAD_MESSAGE, link.takeSent());
        transfers.lost(ID);
        assertEquals(List.of(), link.takeSent());
    }

    /** T9: "complete" is told once, and only of all bytes. */
    @Test
    void t9_theEndBeforeAllBytesIsAFailure() {
        announced(100);
        answersTo(chunk(ID, 0, some(32)));
        assertFailedAndTold(FailureReason.BAD_MESSAGE, answersTo(new FileComplete(ID, 32, null)));
    }

    @Test
    void t9_theEndWithTheRightSizeButWithoutAllBytesIsAFailure() {
        announced(100);
        answersTo(chunk(ID, 0, some(32)));
        assertFailedAndTold(FailureReason.BAD_MESSAGE, answersTo(new FileComplete(ID, 100, null)));
    }

    @Test
    void t9_theEndMustNameTheAnnouncedSize() {
        announced(10);
        answersTo(chunk(ID, 0, some(10)));
        assertFailedAndTold(FailureReason.BAD_MESSAGE, answersTo(new FileComplete(ID, 11, null)));
    }

    @Test
    void t9_nothingMayFollowTheEnd() {
        announced(10);
        transfers.on(chunk(ID, 0, some(10)));
        transfers.on(new FileComplete(ID, 10, null));
        assertFailedAndTold(FailureReason.OUT_OF_ORDER, answersTo(chunk(ID, 10, some(1))));
    }

    @Test
    void theEndTwiceBeforeTheFileIsClosedIsAFailure() {
        announced(10);
        transfers.on(chunk(ID, 0, some(10)));
        transfers.on(new FileComplete(ID, 10, null));
        assertFailedAndTold(FailureReason.BAD_MESSAGE, answersTo(new FileComplete(ID, 10, null)));
    }

    @Test
    void whatComesAfterItIsCompleteChangesNothing() {
        announced(10);
        answersTo(chunk(ID, 0, some(10)), new FileComplete(ID, 10, null));
        assertEquals(
                List.of(),
                answersTo(
                        new FileComplete(ID, 10, null),
                        chunk(ID, 10, some(1)),
                        new FileCancel(ID, FailureReason.CANCELLED, "")));
        assertEquals(State.COMPLETE, last().state());
        assertEquals(10, spool.bytes(ID).length);
        assertEquals(1, transfers.filesIn());
    }
}

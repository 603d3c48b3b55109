package io.lamplink.common.transfer;

import static io.lamplink.common.simulation.Wires.CHUNK;
import static io.lamplink.common.simulation.Wires.WINDOW;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileAck;
import io.lamplink.common.protocol.Message.FileChunk;
import io.lamplink.common.protocol.Message.FileChunkAck;
import io.lamplink.common.protocol.Message.FileComplete;
import io.lamplink.common.protocol.Message.FileHeader;
import io.lamplink.common.protocol.Message.FilePause;
import io.lamplink.common.protocol.Message.FileResume;
import io.lamplink.common.protocol.Message.FileVerified;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTransferTest extends OutgoingTransferFixture {
    @Test
    void headerSaysWhatTheFileIsAndNothingFollowsBeforeTheAnswer() {
        MemorySource source = MemorySource.random("测试.bin", 25, 1);
        transfers.offer(ID, source);
        link.run();
        assertEquals(List.of(new FileHeader(ID, "测试.bin", 25, source.modified(), CHUNK)), link.takeSent());
        assertEquals(State.OFFERED, last().state());
        assertEquals(Direction.OUT, last().direction());
    }

    @Test
    void chunksThenCompleteThenVerified() {
        MemorySource source = offered(25);
        List<Message> chunks = answersTo(new FileAck(ID, 0));
        assertEquals(List.of(0L, 10L, 20L), offsetsOf(chunks));
        assertEquals(new FileComplete(ID, 25, source.sha256()), chunks.getLast());
        assertEquals(4, chunks.size());
        assertEquals(State.VERIFYING, last().state());
        hear(new FileChunkAck(ID, 10));
        hear(new FileChunkAck(ID, 20));
        hear(new FileChunkAck(ID, 25));
        assertEquals(State.VERIFYING, last().state());
        hear(new FileVerified(ID, source.sha256()));
        assertEquals(State.COMPLETE, last().state());
        assertTrue(last().verified());
        assertEquals(source.sha256(), last().sha256());
        assertEquals(25, last().transferred());
        assertEquals(1, last().progress());
        assertTrue(source.properlyClosed());
        assertEquals(1, transfers.filesOut());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 100 * CHUNK + 7})
    void everySizeArrivesByteByByteWithNoEmptyChunk(int size) {
        MemorySource source = offered(size);
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        List<Message> toDo = answersTo(new FileAck(ID, 0));
        boolean complete = false;
        while (!toDo.isEmpty()) {
            for (Message message : toDo) {
                assertFalse(complete, "Something follows the end of the file.");
                if (message instanceof FileChunk chunk) {
                    assertEquals(arrived.size(), chunk.offset());
                    assertTrue(chunk.data().hasRemaining());
                    while (chunk.data().hasRemaining()) {
                        arrived.write(chunk.data().get());
                    }
                    transfers.on(new FileChunkAck(ID, arrived.size()));
                } else {
                    assertEquals(new FileComplete(ID, size, source.sha256()), message);
                    complete = true;
                }
            }
            link.run();
            toDo = link.takeSent();
        }
        assertArrayEquals(source.content(), arrived.toByteArray());
        hear(new FileVerified(ID, source.sha256()));
        assertEquals(State.COMPLETE, last().state());
    }

    /** H10's other side and T12: the wire is kept busy, and never more than a window is out. */
    @Test
    void t12_manyChunksAreOutAtOnceButNeverMoreThanTheWindow() {
        offered(100_000);
        SendWindow window = new SendWindow(CHUNK);
        assertEquals(WINDOW, bytesOf(answersTo(new FileAck(ID, 0))));
        assertEquals(WINDOW, fill(window));
        for (int written = CHUNK; written <= 500; written += CHUNK) {
            link.clock().advance(Duration.ofMillis(1));
            window.acknowledged(CHUNK, leftAgo(written), link.clock().getAsLong());
            assertEquals(fill(window), bytesOf(answersTo(new FileChunkAck(ID, written))));
        }
    }

    private final List<Long> leavings = new ArrayList<>();

    /** Lets a window's own rules decide how much more leaves now. */
    private long fill(SendWindow window) {
        long filled = 0;
        for (; window.takes(CHUNK); filled += CHUNK) {
            window.reserve(CHUNK);
            leavings.add(link.clock().getAsLong());
        }
        return filled;
    }

    private long leftAgo(int written) {
        return link.clock().getAsLong() - leavings.get(written / CHUNK - 1);
    }

    @Test
    void t1_noMoreIsReadFromTheDiskThanTheWindowTakes() {
        MemorySource source = offered(1000);
        hear(new FileAck(ID, 0));
        SendWindow window = new SendWindow(CHUNK);
        long taken = fill(window);
        assertEquals(taken, source.readUpTo());
        window.acknowledged(CHUNK, leftAgo(CHUNK), link.clock().getAsLong());
        hear(new FileChunkAck(ID, CHUNK));
        assertEquals(taken + fill(window), source.readUpTo());
    }

    @Test
    void anAcknowledgementMayCoverSeveralChunks() {
        MemorySource source = offered(30);
        hear(new FileAck(ID, 0));
        hear(new FileChunkAck(ID, 30));
        hear(new FileVerified(ID, source.sha256()));
        assertEquals(State.COMPLETE, last().state());
    }

    @Test
    void bytesThatWereNotSentCannotBeAcknowledged() {
        MemorySource source = offered(1000);
        hear(new FileAck(ID, 0));
        hear(new FileChunkAck(ID, WINDOW + 1));
        assertFailed(source, FailureReason.BAD_MESSAGE);
        assertTold(FailureReason.BAD_MESSAGE);
    }

    @Test
    void acknowledgementsCannotGoBack() {
        MemorySource source = offered(1000);
        hear(new FileAck(ID, 0));
        hear(new FileChunkAck(ID, 20));
        hear(new FileChunkAck(ID, 10));
        assertFailed(source, FailureReason.BAD_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
    void absurdAcknowledgementsFailTheTransfer(long written) {
        MemorySource source = offered(1000);
        hear(new FileAck(ID, 0));
        hear(new FileChunkAck(ID, written));
        assertFailed(source, FailureReason.BAD_MESSAGE);
    }

    @Test
    void anAcknowledgementBeforeTheFileIsAcceptedStartsNothing() {
        offered(25);
        hear(new FileChunkAck(ID, 0));
        assertEquals(List.of(), link.takeSent());
        assertEquals(State.OFFERED, last().state());
        MemorySource lied = MemorySource.random("b", 5, 1);
        transfers.offer(new UUID(1, 2), lied);
        hear(new FileChunkAck(new UUID(1, 2), 5));
        assertEquals(FailureReason.BAD_MESSAGE, link.last(new UUID(1, 2)).failure());
    }

    @Test
    void aSecondAcceptanceChangesNothing() {
        offered(1000);
        assertEquals(8, answersTo(new FileAck(ID, 0)).size());
        assertEquals(List.of(), answersTo(new FileAck(ID, 0)));
        assertEquals(State.ACTIVE, last().state());
    }

    @Test
    void resumesFromWhereTheReceiverHasItAndDigestsTheWholeFile() {
        MemorySource source = offered(95);
        List<Message> sent = answersTo(new FileAck(ID, 33));
        assertEquals(33, ((FileChunk) sent.getFirst()).offset());
        assertEquals(62, bytesOf(sent.subList(0, sent.size() - 1)));
        assertEquals(new FileComplete(ID, 95, source.sha256()), sent.getLast());
        assertEquals(33, last().transferred());
        assertEquals(95, source.bytesRead());
        hear(new FileChunkAck(ID, 95));
        hear(new FileVerified(ID, source.sha256()));
        assertEquals(State.COMPLETE, last().state());
    }

    @Test
    void resumingAtTheVeryEndSendsOnlyTheDigest() {
        MemorySource source = offered(20);
        assertEquals(List.of(new FileComplete(ID, 20, source.sha256())), answersTo(new FileAck(ID, 20)));
        hear(new FileVerified(ID, source.sha256()));
        assertEquals(State.COMPLETE, last().state());
    }

    @Test
    void aLongPrefixToDigestIsNoStandstillAndThePeerIsTold() {
        int size = 64 * 1024 * 1024 + 1;
        MemorySource source = offered(size);
        transfers.on(new FileAck(ID, size));
        assertEquals(List.of(new FilePause(ID, FailureReason.CHECKING, "")), link.takeSent());
        for (int i = 0; i < 90; i++) {
            link.clock().advance(Duration.ofSeconds(1));
            transfers.tick();
        }
        assertEquals(State.PAUSED, last().state());
        link.run();
        assertEquals(List.of(new FileResume(ID), new FileComplete(ID, size, source.sha256())), link.takeSent());
        assertEquals(State.VERIFYING, last().state());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 26, Long.MAX_VALUE})
    void anOffsetOutsideOfTheFileFailsTheTransfer(long offset) {
        MemorySource source = offered(25);
        hear(new FileAck(ID, offset));
        assertFailed(source, FailureReason.BAD_MESSAGE);
        assertTold(FailureReason.BAD_MESSAGE);
    }

    @Test
    void aWireThatCannotResumeTakesNoOffset() {
        wire(Wires.POOR);
        MemorySource source = offered(25);
        hear(new FileAck(ID, 10));
        assertFailed(source, FailureReason.BAD_MESSAGE);
    }

    @Test
    void aFalseDigestFromTheReceiverIsAFailure() {
        MemorySource source = offered(25);
        hear(new FileAck(ID, 0));
        hear(new FileChunkAck(ID, 25));
        hear(new FileVerified(ID, Sha256.ofBytes(new byte[Sha256.BYTES])));
        assertFailed(source, FailureReason.DIGEST_MISMATCH);
        assertTold(FailureReason.DIGEST_MISMATCH);
    }

    @Test
    void nothingCanBeVerifiedBeforeAllIsAcknowledged() {
        MemorySource source = offered(25);
        hear(new FileAck(ID, 0));
        hear(new FileChunkAck(ID, 20));
        hear(new FileVerified(ID, source.sha256()));
        assertFailed(source, FailureReason.BAD_MESSAGE);
    }

    @Test
    void nothingCanBeVerifiedBeforeItIsSent() {
        MemorySource source = offered(25);
        hear(new FileVerified(ID, source.sha256()));
        assertFailed(source, FailureReason.BAD_MESSAGE);
    }
}

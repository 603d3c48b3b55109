package io.lamplink.common.protocol.qt;

import static io.lamplink.common.protocol.qt.QtPeer.chunkAck;
import static io.lamplink.common.protocol.qt.QtPeer.feed;
import static io.lamplink.common.protocol.qt.QtPeer.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files to a Qt peer: whose acknowledgement is whose, and nothing on the wire that an original client does not survive. */
final class QtDialectSendingTest {
    private final QtDialect dialect = QtPeer.dialect();

    @Test
    void dataAreNotCopied() {
        begin(1, "a", 4);
        ByteBuffer data = ByteBuffer.allocate(8).position(2).limit(6);
        Frame.Binary frame = (Frame.Binary)
                dialect.encode(new Message.FileChunk(id(1), 0, data)).getFirst();
        data.put(2, (byte) 77);
        assertEquals(77, frame.parts().getLast().slice().get(0));
        assertEquals(2, data.position(), "the message is not consumed");
    }

    @Test
    void cededDataStayWhereTheyAreWithTheRoomBeforeThem() {
        begin(1, "a", 10);
        ByteBuffer data = ByteBuffer.allocate(60).position(50);
        Frame.Binary frame = (Frame.Binary)
                dialect.encode(new Message.FileChunk(id(1), 0, data, true)).getFirst();
        assertTrue(frame.ceded());
        assertEquals(50, frame.parts().getLast().position());
        assertEquals(dialect.traits().chunkHeaderBytes() + 10, frame.size());
    }

    @Test
    void chunksMayBeLargerThanTheOriginalProgramsAndSeveralInFlight() throws MalformedFrameException {
        begin(1, "a", 2 * ProtocolLimits.MAX_CHUNK_BYTES + 1);
        send(1, 0, ProtocolLimits.MAX_CHUNK_BYTES);
        send(1, ProtocolLimits.MAX_CHUNK_BYTES, ProtocolLimits.MAX_CHUNK_BYTES);
        send(1, 2 * ProtocolLimits.MAX_CHUNK_BYTES, 1);
        acknowledged(1, 1_048_576);
        acknowledged(1, 2_097_152);
        acknowledged(1, 2_097_153);
    }

    @Test
    void anAcknowledgementTooManySaysNothing() throws MalformedFrameException {
        assertEquals(List.of(), dialect.decode(chunkAck()));
        begin(1, "a", 4);
        assertEquals(List.of(), dialect.decode(chunkAck()));
        send(1, 0, 4);
        acknowledged(1, 4);
        assertEquals(List.of(), dialect.decode(chunkAck()));
    }

    @Test
    void aFileAckCountsOnceAndOnlyWithTheNameOfTheFile() throws MalformedFrameException {
        assertEquals(List.of(), dialect.decode(QtPeer.ack("a")));
        begin(1, "a", 4);
        assertEquals(List.of(), dialect.decode(QtPeer.ack("b")));
        assertEquals(List.of(), dialect.decode(QtPeer.ack(null)));
        assertEquals(List.of(new Message.FileAck(id(1), 0)), dialect.decode(QtPeer.ack("a")));
        assertEquals(List.of(), dialect.decode(QtPeer.ack("a")));
    }

    @Test
    void anEmptyNameMayBeEchoedAsNull() throws MalformedFrameException {
        begin(1, "", 0);
        assertEquals(List.of(new Message.FileAck(id(1), 0)), dialect.decode(QtPeer.ack(null)));
    }

    @Test
    void s11lateAcknowledgementsOfACancelledFileDoNotCountForTheNext() throws MalformedFrameException {
        begin(1, "a", 100);
        send(1, 0, 10);
        send(1, 10, 10);
        send(1, 20, 10);
        acknowledged(1, 10);
        dialect.encode(new Message.FileCancel(id(1), FailureReason.CANCELLED, ""));
        begin(2, "b", 5);
        send(2, 0, 5);

        assertEquals(List.of(), dialect.decode(QtPeer.ack("a")));
        assertEquals(List.of(), dialect.decode(chunkAck()));
        assertEquals(List.of(), dialect.decode(chunkAck()));
        acknowledged(2, 5);
    }

    @Test
    void acknowledgementsOfAFileThatIsAllSentStillCountWhenTheNextHasBegun() throws MalformedFrameException {
        begin(1, "a", 3);
        send(1, 0, 3);
        begin(2, "b", 5);
        send(2, 0, 5);
        acknowledged(1, 3);
        acknowledged(2, 5);
    }

    @Test
    void aFileCancelledAfterTheNextBeganIsNotToldOfEither() throws MalformedFrameException {
        begin(1, "a", 3);
        send(1, 0, 3);
        begin(2, "b", 5);
        dialect.encode(new Message.FileCancel(id(1), FailureReason.STALLED, ""));
        send(2, 0, 5);
        assertEquals(List.of(), dialect.decode(chunkAck()));
        acknowledged(2, 5);
    }

    @Test
    void b2noChunkLeavesWithoutItsHeader() {
        refused(() -> send(1, 0, 1));
        begin(1, "a", 0);
        refused(() -> send(1, 0, 1));
        begin(2, "b", 9);
        refused(() -> send(1, 0, 1));
        dialect.encode(new Message.FileCancel(id(2), FailureReason.CANCELLED, ""));
        refused(() -> send(2, 0, 1));
    }

    @Test
    void t9noByteLeavesBeyondTheSize() {
        begin(1, "a", 4);
        refused(() -> send(1, 0, 5));
        send(1, 0, 4);
        refused(() -> send(1, 4, 1));
    }

    @Test
    void chunksLeaveInOrderWithoutGap() {
        begin(1, "a", 10);
        refused(() -> send(1, 1, 1));
        send(1, 0, 4);
        refused(() -> send(1, 0, 4));
        refused(() -> send(1, 5, 1));
        refused(() -> send(1, 4, 0));
        send(1, 4, 1);
    }

    @Test
    void s11noHeaderLeavesInTheMiddleOfAFile() {
        begin(1, "a", 10);
        send(1, 0, 4);
        refused(() -> begin(2, "b", 1));
        dialect.encode(new Message.FileCancel(id(1), FailureReason.SOURCE_CHANGED, ""));
        begin(2, "b", 1);
    }

    @Test
    void limitsAreCheckedBeforeAnythingLeaves() {
        refused(() -> begin(1, "n".repeat(ProtocolLimits.MAX_FILE_NAME_CHARS + 1), 1));
        refused(() -> begin(1, "n", -1));
        refused(() -> dialect.encode(new Message.FileRequest("n".repeat(ProtocolLimits.MAX_FILE_NAME_CHARS + 1))));
        refused(() ->
                dialect.encode(new Message.Chat(id(1), "n".repeat(ProtocolLimits.MAX_CHAT_CHARS + 1), QtPeer.NOW)));
    }

    /** What this dialect holds back as a receiver is what it swallows as a sender, so that the next file is not short. */
    @Test
    void twoOfOursAgreeAfterACancelledFile() throws MalformedFrameException {
        QtDialect receiver = QtPeer.dialect();
        feed(receiver, begin(7, "a", 100), send(7, 0, 10), send(7, 10, 10));
        receiver.encode(new Message.FileCancel(id(1), FailureReason.CANCELLED, ""));
        dialect.encode(new Message.FileCancel(id(7), FailureReason.STALLED, ""));

        feed(receiver, begin(8, "b", 6), send(8, 0, 4));
        int told = 0;
        for (Frame ack : receiver.encode(new Message.FileChunkAck(id(2), 4))) {
            told += dialect.decode(ack).size();
        }
        assertEquals(1, told);
        feed(receiver, send(8, 4, 2));
        List<Frame> last = receiver.encode(new Message.FileChunkAck(id(2), 6));
        assertEquals(1, last.size());
        assertEquals(List.of(new Message.FileChunkAck(id(8), 6)), dialect.decode(last.getFirst()));
    }

    private Frame begin(long transfer, String name, long size) {
        return dialect.encode(new Message.FileHeader(id(transfer), name, size, null, 65_536))
                .getFirst();
    }

    private Frame send(long transfer, long offset, int length) {
        return dialect.encode(new Message.FileChunk(id(transfer), offset, ByteBuffer.allocate(length)))
                .getFirst();
    }

    private void acknowledged(long transfer, long written) throws MalformedFrameException {
        assertEquals(List.of(new Message.FileChunkAck(id(transfer), written)), dialect.decode(chunkAck()));
    }

    private static void refused(Runnable encoding) {
        assertThrows(IllegalArgumentException.class, encoding::run);
    }
}

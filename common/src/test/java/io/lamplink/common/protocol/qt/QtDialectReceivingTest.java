package io.lamplink.common.protocol.qt;

import static io.lamplink.common.protocol.qt.QtPeer.acks;
import static io.lamplink.common.protocol.qt.QtPeer.chunk;
import static io.lamplink.common.protocol.qt.QtPeer.chunkMessage;
import static io.lamplink.common.protocol.qt.QtPeer.chunkThatSays;
import static io.lamplink.common.protocol.qt.QtPeer.feed;
import static io.lamplink.common.protocol.qt.QtPeer.header;
import static io.lamplink.common.protocol.qt.QtPeer.headerMessage;
import static io.lamplink.common.protocol.qt.QtPeer.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files from a Qt peer: ids and offsets that the wire leaves out, and one acknowledgement for every chunk. */
final class QtDialectReceivingTest {
    private final QtDialect dialect = QtPeer.dialect();

    @Test
    void anEmptyFileIsCompleteWithItsHeader() throws MalformedFrameException {
        assertEquals(
                List.of(headerMessage(1, "a", 0), new Message.FileComplete(id(1), 0, null)),
                dialect.decode(header("a", 0)));
        assertEquals(List.of(QtPeer.ack("a")), dialect.encode(new Message.FileAck(id(1), 0)));
    }

    @Test
    void chunksGetRunningOffsetsAndTheLastByteCompletesTheFile() throws MalformedFrameException {
        feed(dialect, header("a", 5));
        assertEquals(List.of(chunkMessage(1, 0, (byte) 1, (byte) 2)), dialect.decode(chunk((byte) 1, (byte) 2)));
        assertEquals(
                List.of(chunkMessage(1, 2, (byte) 3, (byte) 4, (byte) 5), new Message.FileComplete(id(1), 5, null)),
                dialect.decode(chunk((byte) 3, (byte) 4, (byte) 5)));
    }

    @Test
    void chunkDataAreAViewOfTheFrame() throws MalformedFrameException {
        feed(dialect, header("a", 2));
        Frame.Binary frame = (Frame.Binary) chunk((byte) 1, (byte) 2);
        ByteBuffer bytes = frame.parts().getFirst();
        Message.FileChunk read = (Message.FileChunk) dialect.decode(frame).getFirst();
        bytes.put(bytes.limit() - 1, (byte) 9);
        assertEquals(ByteBuffer.wrap(new byte[] {1, 9}), read.data());
        assertEquals(0, bytes.position(), "the frame is not consumed");
    }

    @Test
    void theNameIsEchoedUnitByUnitAsItCame() throws MalformedFrameException {
        String strange = "..\\\u202E" + (char) 0xD83D + ".exe";
        List<Message> messages = dialect.decode(header(strange, 1));
        assertEquals(List.of(headerMessage(1, "..\\\u202E\uFFFD.exe", 1)), messages);
        assertEquals(List.of(QtPeer.ack(strange)), dialect.encode(new Message.FileAck(id(1), 0)));

        assertEquals(headerMessage(2, "", 1), dialect.decode(header(null, 1)).getLast());
        assertEquals(List.of(QtPeer.ack(null)), dialect.encode(new Message.FileAck(id(2), 0)));
    }

    @Test
    void aFileCannotBeAskedForFromItsMiddle() {
        feed(dialect, header("a", 5));
        assertThrows(IllegalArgumentException.class, () -> dialect.encode(new Message.FileAck(id(1), 1)));
    }

    @Test
    void oneWrittenMessageForSeveralChunksSendsOneAcknowledgementForEach() {
        feed(dialect, header("a", 9), chunk(new byte[2]), chunk(new byte[3]), chunk(new byte[4]));
        assertEquals(List.of(), written(1, 1));
        assertEquals(acks(2), written(1, 5));
        assertEquals(List.of(), written(1, 5));
        assertEquals(List.of(), written(2, 9));
        assertEquals(acks(1), written(1, 9));
        assertEquals(List.of(), written(1, 9));
    }

    @Test
    void theLastChunksOfACompleteFileAreAcknowledgedThoughTheNextHasBegun() {
        feed(dialect, header("a", 2), chunk(new byte[2]), header("b", 3), chunk(new byte[3]));
        assertEquals(acks(1), written(1, 2));
        assertEquals(acks(1), written(2, 3));
    }

    @Test
    void s11aHeaderInTheMiddleOfAFileReplacesIt() throws MalformedFrameException {
        feed(dialect, header("a", 9), chunk(new byte[4]));
        List<Message> messages = dialect.decode(header("b", 2));

        assertEquals(2, messages.size());
        Message.FileCancel cancel = (Message.FileCancel) messages.getFirst();
        assertEquals(id(1), cancel.transferId());
        assertEquals(FailureReason.REPLACED, cancel.reason());
        assertEquals(headerMessage(2, "b", 2), messages.getLast());
        assertEquals(List.of(chunkMessage(2, 0, (byte) 7)), dialect.decode(chunk((byte) 7)));
    }

    @Test
    void s11theAcknowledgementOfAReplacedFilesChunkIsPaidBeforeTheNewFiles() {
        feed(dialect, header("a", 9), chunk(new byte[4]), header("b", 2), chunk(new byte[1]), chunk(new byte[1]));
        assertEquals(List.of(), written(1, 4));
        assertEquals(acks(2), written(2, 1));
        assertEquals(acks(1), written(2, 2));
    }

    @Test
    void aCancelledFileGetsNoAcknowledgementsSoThatItsSenderStops() throws MalformedFrameException {
        feed(dialect, header("a", 9), chunk(new byte[2]), chunk(new byte[2]));
        assertEquals(acks(1), written(1, 2));
        dialect.encode(new Message.FileCancel(id(1), FailureReason.CANCELLED, ""));

        assertEquals(List.of(), dialect.decode(chunk(new byte[2])));
        assertEquals(List.of(), written(1, 6));
        assertEquals(List.of(), dialect.encode(new Message.FileAck(id(1), 0)));
        assertEquals(List.of(headerMessage(2, "b", 2)), dialect.decode(header("b", 2)));
        feed(dialect, chunk(new byte[2]));
        assertEquals(acks(3), written(2, 2));
    }

    @Test
    void aRefusedFileIsDiscardedToo() throws MalformedFrameException {
        feed(dialect, header("a", 9));
        dialect.encode(new Message.FileRefused(id(1), FailureReason.DISK_FULL, "Full."));
        assertEquals(List.of(), dialect.decode(chunk(new byte[2])));
        assertEquals(List.of(), dialect.encode(new Message.FileAck(id(1), 0)));
    }

    @Test
    void t9bytesBeyondTheSizeArePassedOnOnceForTheReceiverToFailTheFile() throws MalformedFrameException {
        feed(dialect, header("a", 3), chunk((byte) 1, (byte) 2));
        assertEquals(List.of(chunkMessage(1, 2, (byte) 3, (byte) 4)), dialect.decode(chunk((byte) 3, (byte) 4)));
        assertEquals(List.of(), dialect.decode(chunk((byte) 5)));
        assertEquals(List.of(), dialect.encode(new Message.FileAck(id(1), 0)));
    }

    @Test
    void t9bytesBehindACompleteFileAreSkippedAndDoNotCompleteItAgain() throws MalformedFrameException {
        feed(dialect, header("a", 2), chunk(new byte[2]));
        ignored("A FILE_CHUNK came after all of its file.", chunk(new byte[1]));
        assertEquals(List.of(), dialect.decode(chunk(new byte[1])));
        assertEquals(acks(1 + 2), written(1, 2));
    }

    @Test
    void b2aChunkWithoutHeaderIsSkipped() {
        assertEquals(Optional.empty(), ignored("A FILE_CHUNK came without a FILE_HEADER.", chunk(new byte[3])));
        assertEquals(Optional.empty(), ignored("A FILE_CHUNK came without a FILE_HEADER.", chunk(new byte[3])));
    }

    @Test
    void b2aChunkAfterAHeaderOfSizeZeroIsSkipped() {
        feed(dialect, header("a", 0));
        assertEquals(Optional.empty(), ignored("A FILE_CHUNK came after all of its file.", chunk(new byte[3])));
    }

    @Test
    void t8aChunkCutShortLosesItsFile() throws MalformedFrameException {
        feed(dialect, header("a", 200), chunk(new byte[10]));
        assertEquals(
                Optional.of(id(1)),
                ignored("A FILE_CHUNK is cut short or too long.", chunkThatSays(100, new byte[50])));
        assertEquals(List.of(), dialect.decode(chunk(new byte[10])), "nothing may be put behind the hole");
        assertEquals(List.of(), written(1, 10));

        feed(dialect, header("b", 1), chunk(new byte[1]));
        assertEquals(acks(3 + 1), written(2, 1));
    }

    @Test
    void aChunkOverTheLimitLosesItsFile() {
        feed(dialect, header("a", Long.MAX_VALUE));
        assertEquals(
                Optional.of(id(1)),
                ignored("A FILE_CHUNK is cut short or too long.", chunk(new byte[ProtocolLimits.MAX_CHUNK_BYTES + 1])));
    }

    @Test
    void chunksLargerThanTheOriginalProgramsAreTaken() throws MalformedFrameException {
        feed(dialect, header("a", ProtocolLimits.MAX_CHUNK_BYTES));
        assertEquals(
                2,
                dialect.decode(chunk(new byte[ProtocolLimits.MAX_CHUNK_BYTES])).size());
    }

    @Test
    void anEmptyChunkChangesNothing() throws MalformedFrameException {
        feed(dialect, header("a", 1));
        assertEquals(List.of(), dialect.decode(chunk()));
        assertEquals(List.of(), dialect.decode(chunkThatSays(-1)), "a null QByteArray");
        assertEquals(2, dialect.decode(chunk((byte) 1)).size());
        assertEquals(acks(3), written(1, 1));
    }

    @Test
    void t10aNegativeSizeIsSkippedAndItsChunksWithIt() throws MalformedFrameException {
        assertEquals(Optional.empty(), ignored("A FILE_HEADER announces a negative size.", header("a", -5)));
        assertEquals(List.of(), dialect.decode(chunk(new byte[3])));
    }

    @Test
    void aBrokenHeaderEndsTheFileBeforeItSoThatNoForeignBytesGetIntoIt() throws MalformedFrameException {
        feed(dialect, header("a", 100), chunk(new byte[10]));
        assertEquals(Optional.of(id(1)), ignored("A FILE_HEADER announces a negative size.", header("b", -1)));
        assertEquals(List.of(), dialect.decode(chunk(new byte[10])));

        feed(dialect, header("c", 100));
        String tooLong = "n".repeat(ProtocolLimits.MAX_FILE_NAME_CHARS + 1);
        assertEquals(
                Optional.of(id(2)), ignored("A FILE_HEADER is cut short, or its name is not one.", header(tooLong, 1)));
    }

    @Test
    void aPeerThatNeverWaitsForAcknowledgementsCannotFillTheMemory() {
        feed(dialect, header("a", Long.MAX_VALUE));
        for (int i = 0; i < QtReceiving.MAX_OWED; i++) {
            feed(dialect, chunk((byte) 1));
        }
        assertEquals(
                Optional.of(id(1)), ignored("FILE_CHUNKs come without waiting for acknowledgements.", chunk((byte) 1)));
        for (int i = 0; i < QtReceiving.MAX_OWED; i++) {
            feed(dialect, chunk((byte) 1));
        }
        feed(dialect, header("b", 1), chunk((byte) 1));
        assertEquals(QtReceiving.MAX_OWED + 1, written(2, 1).size());
    }

    private List<Frame> written(long transfer, long written) {
        return dialect.encode(new Message.FileChunkAck(id(transfer), written));
    }

    private Optional<UUID> ignored(String sentence, Frame frame) {
        MalformedFrameException failure = assertThrows(MalformedFrameException.class, () -> dialect.decode(frame));
        assertEquals(Severity.IGNORE, failure.severity());
        assertEquals(sentence, failure.getMessage());
        return failure.lostTransfer();
    }
}

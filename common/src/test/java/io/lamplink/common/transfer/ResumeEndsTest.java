package io.lamplink.common.transfer;

import static io.lamplink.common.simulation.RecordedLink.chunk;
import static io.lamplink.common.simulation.Wires.CHUNK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileAck;
import io.lamplink.common.protocol.Message.FileCancel;
import io.lamplink.common.protocol.Message.FileChunk;
import io.lamplink.common.protocol.Message.FileChunkAck;
import io.lamplink.common.protocol.Message.FileComplete;
import io.lamplink.common.protocol.Message.FileHeader;
import io.lamplink.common.protocol.Message.FilePause;
import io.lamplink.common.protocol.Message.FileResume;
import io.lamplink.common.protocol.Message.FileVerified;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.simulation.RecordedLink;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the beginning of a file that is there already, end by end. */
class ResumeEndsTest {
    private static final UUID ID = new UUID(6, 2);
    private static final int SIZE = 95;

    private final RecordedLink link = new RecordedLink(Wires.RICH);
    private final MemorySpool spool = new MemorySpool();
    private Transfers transfers = new Transfers(link, spool);
    private final MemorySource source = MemorySource.random("a.bin", SIZE, 3);

    private List<Message> answersTo(Message... messages) {
        for (Message message : messages) {
            transfers.on(message);
        }
        link.run();
        return link.takeSent();
    }

    private static Sha256 digest(byte[] bytes, int length) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(bytes, 0, length);
        return Sha256.of(digest);
    }

    private void offered() {
        transfers.offer(ID, source);
        link.run();
        link.takeSent();
    }

    private static long firstOffset(List<Message> sent) {
        return assertInstanceOf(FileChunk.class, sent.getFirst()).offset();
    }

    private static FileHeader header() {
        return new FileHeader(ID, "a.bin", SIZE, null, CHUNK);
    }

    private FileChunk part(int from, int to) {
        return chunk(ID, from, Arrays.copyOfRange(source.content(), from, to));
    }

    /** The receiver has the first 30 bytes, and the link has gone. */
    private void beginningHere() {
        answersTo(header(), part(0, 10), part(10, 20), part(20, 30));
        transfers.linkLost(true);
        link.run();
        transfers = new Transfers(link, spool);
        link.takeSent();
    }

    @Test
    void theSenderGoesOnBehindABeginningThatIsTheSame() {
        offered();
        assertEquals(33, firstOffset(answersTo(new FileAck(ID, 33, digest(source.content(), 33)))));
        assertEquals(33, link.last(ID).transferred());
    }

    @Test
    void theSenderStartsOverWhereTheBeginningIsAnother() {
        offered();
        List<Message> sent = answersTo(new FileAck(ID, 33, digest(new byte[33], 33)));
        assertEquals(0, firstOffset(sent));
        assertEquals(0, link.last(ID).transferred());
        sent = answersTo(new FileChunkAck(ID, 80));
        assertEquals(
                new FileComplete(ID, SIZE, source.sha256()), sent.getLast(), "The digest is that of the whole file.");
    }

    @Test
    void theSenderBelievesAReceiverThatSaysNoDigestAndComparesAtTheEnd() {
        offered();
        List<Message> sent = answersTo(new FileAck(ID, 33));
        assertEquals(33, firstOffset(sent));
        assertEquals(new FileComplete(ID, SIZE, source.sha256()), sent.getLast());
    }

    @Test
    void theSenderOfAWholeFileThatIsTheSameTellsOnlyItsEnd() {
        offered();
        assertEquals(
                List.of(new FileComplete(ID, SIZE, source.sha256())),
                answersTo(new FileAck(ID, SIZE, source.sha256())));
    }

    @Test
    void theSenderOfAWholeFileThatIsAnotherStartsOver() {
        offered();
        assertEquals(0, firstOffset(answersTo(new FileAck(ID, SIZE, digest(new byte[SIZE], SIZE)))));
    }

    @ParameterizedTest
    @ValueSource(ints = {-40, 0, 40})
    void theSenderOfAFileThatGrewShrankOrChangedTellsSo(int more) {
        offered();
        if (more > 0) {
            source.grow(more);
        } else if (more < 0) {
            source.shrinkTo(SIZE + more);
        } else {
            source.touch();
        }
        List<Message> sent = answersTo(new FileAck(ID, 33, digest(source.content(), 33)));
        FileCancel told = assertInstanceOf(FileCancel.class, sent.getFirst());
        assertEquals(FailureReason.SOURCE_CHANGED, told.reason());
        assertFalse(told.detail().isBlank());
        assertEquals(State.FAILED, link.last(ID).state());
        assertTrue(source.properlyClosed());
    }

    @Test
    void aDiskThatBreaksWhileTheBeginningIsComparedIsWaitedFor() {
        offered();
        source.breakAt(20);
        assertInstanceOf(
                FilePause.class,
                answersTo(new FileAck(ID, 33, digest(source.content(), 33))).getLast());
        source.mend();
        transfers.tick();
        link.run();
        List<Message> sent = link.takeSent();
        assertEquals(new FileResume(ID), sent.getFirst());
        assertEquals(33, firstOffset(sent.subList(1, sent.size())));
    }

    @Test
    void theReceiverSaysHowMuchItHasAndItsDigest() {
        beginningHere();
        assertEquals(List.of(new FileAck(ID, 30, digest(source.content(), 30))), answersTo(header()));
        assertEquals(30, link.last(ID).transferred());
        List<Message> sent = answersTo(
                chunk(ID, 30, Arrays.copyOfRange(source.content(), 30, SIZE)),
                new FileComplete(ID, SIZE, source.sha256()));
        assertEquals(List.of(new FileChunkAck(ID, SIZE), new FileVerified(ID, source.sha256())), sent);
        assertArrayEquals(source.content(), spool.bytes(ID));
    }

    @Test
    void theReceiverLetsTheSenderStartOver() {
        beginningHere();
        byte[] other = MemorySource.random("a.bin", SIZE, 4).content();
        answersTo(header());
        answersTo(chunk(ID, 0, other), new FileComplete(ID, SIZE, digest(other, SIZE)));
        assertEquals(State.COMPLETE, link.last(ID).state());
        assertArrayEquals(other, spool.bytes(ID));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 29, 31})
    void theReceiverTakesNoOtherPlace(int offset) {
        beginningHere();
        answersTo(header());
        FileCancel told = assertInstanceOf(
                FileCancel.class, answersTo(chunk(ID, offset, new byte[5])).getLast());
        assertEquals(FailureReason.OUT_OF_ORDER, told.reason());
    }

    /** The bytes of a small file come with its header, before the sender can know that they are here. */
    @Test
    void theReceiverOfASmallFileThatIsHereAlreadyVerifiesItAgain() {
        FileComplete end = new FileComplete(ID, SIZE, source.sha256());
        answersTo(header(), part(0, SIZE), end);
        transfers.linkLost(true);
        transfers = new Transfers(link, spool);
        int told = link.told(ID).size();
        assertEquals(
                new FileVerified(ID, source.sha256()),
                answersTo(header(), part(0, SIZE), end).getLast());
        assertEquals(told, link.told(ID).size());
        assertEquals(0, transfers.underWay());
        assertEquals(0, spool.writesAfterEnd());
    }

    @Test
    void theReceiverOfASmallFileThatIsHereInPartTakesItAnew() {
        beginningHere();
        FileComplete end = new FileComplete(ID, SIZE, source.sha256());
        List<Message> sent = answersTo(header(), part(0, SIZE), end);
        assertEquals(
                List.of(new FileAck(ID, 0), new FileChunkAck(ID, SIZE), new FileVerified(ID, source.sha256())), sent);
        assertArrayEquals(source.content(), spool.bytes(ID));
    }
}

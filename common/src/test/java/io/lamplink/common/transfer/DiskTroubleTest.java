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
import io.lamplink.common.protocol.Message.FileChunk;
import io.lamplink.common.protocol.Message.FileComplete;
import io.lamplink.common.protocol.Message.FileHeader;
import io.lamplink.common.protocol.Message.FilePause;
import io.lamplink.common.protocol.Message.FileResume;
import io.lamplink.common.protocol.Message.FileVerified;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.simulation.MemorySpool.Failure;
import io.lamplink.common.simulation.RecordedLink;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A receiver's disk that is in trouble while the link goes, too. */
class DiskTroubleTest {
    private static final UUID ID = new UUID(15, 1);
    private static final int SIZE = 100;

    private final RecordedLink link = new RecordedLink(Wires.RICH);
    private final MemorySpool spool = new MemorySpool();
    private final MemorySource source = MemorySource.random("a.bin", SIZE, 15);
    private Transfers transfers = new Transfers(link, spool);

    private List<Message> answersTo(Message... messages) {
        for (Message message : messages) {
            transfers.on(message);
        }
        link.run();
        return link.takeSent();
    }

    private static FileHeader header() {
        return new FileHeader(ID, "a.bin", SIZE, null, CHUNK);
    }

    private FileChunk part(int from, int to) {
        return chunk(ID, from, Arrays.copyOfRange(source.content(), from, to));
    }

    private FileComplete end() {
        return new FileComplete(ID, SIZE, source.sha256());
    }

    private void loseLink() {
        transfers.linkLost(true);
        link.run();
        link.takeSent();
        transfers = new Transfers(link, spool);
    }

    private void assertGoesOn() {
        spool.mend();
        FileAck ack = assertInstanceOf(FileAck.class, answersTo(header()).getFirst());
        int from = (int) ack.offset();
        assertInstanceOf(FileVerified.class, answersTo(part(from, SIZE), end()).getLast());
        assertArrayEquals(source.content(), spool.bytes(ID));
        assertEquals(State.COMPLETE, link.last(ID).state());
    }

    private void assertWaits() {
        assertTrue(link.last(ID).waitsForPeer());
        assertEquals(0, transfers.underWay());
        assertEquals(Set.of(ID), spool.files());
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"FULL", "BROKEN"})
    void aFileThatIsHeldUpByTheDiskWhenTheLinkGoesWaitsForItsPeer(Failure failure) {
        spool.fail(failure, 15);
        answersTo(header(), part(0, 10), part(10, 20), part(20, 30));
        assertEquals(State.PAUSED, link.last(ID).state());
        loseLink();
        assertWaits();
        assertGoesOn();
    }

    @Test
    void soDoesOneOfWhichEverythingCameButWasNotWritten() {
        spool.fail(Failure.FULL, 15);
        answersTo(header(), part(0, 50), part(50, SIZE), end());
        loseLink();
        assertWaits();
        assertGoesOn();
    }

    @Test
    void soDoesOneThatCannotBeWrittenAfterTheLinkHasGone() {
        answersTo(header(), part(0, 50));
        spool.fail(Failure.BROKEN_AT_FINISH, Long.MAX_VALUE);
        transfers.on(part(50, SIZE));
        transfers.on(end());
        loseLink();
        assertWaits();
        assertGoesOn();
    }

    @Test
    void aPeerThatIsNotKnownAgainLeavesNothingOfSuchAFile() {
        spool.fail(Failure.FULL, 15);
        answersTo(header(), part(0, 50));
        transfers.linkLost(false);
        link.run();
        assertEquals(FailureReason.LINK_LOST, link.last(ID).failure());
        assertEquals(Set.of(), spool.files());
    }

    @Test
    void anotherTroubleIsToldInPlaceOfTheFirst() {
        spool.fail(Failure.FULL, 0);
        assertEquals(FailureReason.DISK_FULL, pauseIn(answersTo(header(), part(0, 10))));
        spool.fail(Failure.BROKEN, 0);
        transfers.tick();
        link.run();
        assertEquals(FailureReason.DISK_ERROR, pauseIn(link.takeSent()));
    }

    private static FailureReason pauseIn(List<Message> sent) {
        return assertInstanceOf(FilePause.class, sent.getLast()).reason();
    }

    @Test
    void aPersonWhoPausedMeanwhileIsWaitedForAfterTheDiskIsMended() {
        spool.fail(Failure.FULL, 0);
        answersTo(header(), part(0, 10));
        transfers.pause(ID);
        spool.mend();
        transfers.tick();
        link.run();
        assertEquals(FailureReason.PAUSED, link.last(ID).pause().reason());
        assertFalse(link.takeSent().contains(new FileResume(ID)));
        transfers.resume(ID);
        assertEquals(List.of(new FileResume(ID)), link.takeSent());
        assertEquals(State.ACTIVE, link.last(ID).state());
    }

    @Test
    void aDiskThatStaysFullIsNoStandstill() {
        spool.fail(Failure.FULL, 0);
        answersTo(header(), part(0, 10));
        for (int i = 0; i < 10; i++) {
            link.clock().advance(Transfers.STALL);
            transfers.tick();
            link.run();
        }
        assertEquals(State.PAUSED, link.last(ID).state());
    }
}

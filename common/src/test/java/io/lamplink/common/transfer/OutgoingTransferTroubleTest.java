package io.lamplink.common.transfer;

import static io.lamplink.common.simulation.Wires.CHUNK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileAck;
import io.lamplink.common.protocol.Message.FileCancel;
import io.lamplink.common.protocol.Message.FileChunkAck;
import io.lamplink.common.protocol.Message.FileComplete;
import io.lamplink.common.protocol.Message.FilePause;
import io.lamplink.common.protocol.Message.FileRefused;
import io.lamplink.common.protocol.Message.FileResume;
import io.lamplink.common.protocol.Message.FileVerified;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a receiver, a disk, a link or a person can do to an outgoing file. */
class OutgoingTransferTroubleTest extends OutgoingTransferFixture {
    @Test
    void refusedMeansNoChunkEverLeaves() {
        MemorySource source = offered(25);
        assertEquals(List.of(), answersTo(new FileRefused(ID, FailureReason.DISK_FULL, "No room here.")));
        assertFailed(source, FailureReason.DISK_FULL);
        assertEquals("No room here.", last().detail());
        assertEquals(Duration.ZERO, last().active());
    }

    /** H8: what a peer gives as its reason is one line of visible text, so that it can't pass for a line of the log. */
    @Test
    void h8_theReasonOfAPeerIsOneVisibleLine() {
        offered(25);
        hear(new FileCancel(ID, FailureReason.OTHER, " oops\n❌ 客户端断开连接\u202Etxt\u0007 "));
        assertEquals("oops❌ 客户端断开连接txt", last().detail());
    }

    @Test
    void theReceiverCanCancelAtAnyTime() {
        MemorySource source = offered(1000);
        hear(new FileAck(ID, 0));
        link.takeSent();
        transfers.on(new FileChunkAck(ID, 10));
        transfers.on(new FileCancel(ID, FailureReason.DISK_FULL, ""));
        link.run();
        assertFailed(source, FailureReason.DISK_FULL);
        assertEquals(List.of(), link.takeSent());
    }

    @Test
    void cancelledHereIsToldToThePeerAndNothingFollows() {
        MemorySource source = offered(1000);
        transfers.on(new FileAck(ID, 0));
        link.tasks().runOne();
        transfers.cancel(ID, FailureReason.CANCELLED);
        link.run();
        assertFailed(source, FailureReason.CANCELLED);
        assertTold(FailureReason.CANCELLED);
        assertEquals(List.of(), answersTo(new FileChunkAck(ID, 10)));
    }

    @Test
    void cancelAfterTheEndChangesNothing() {
        MemorySource source = offered(0);
        hear(new FileAck(ID, 0));
        hear(new FileVerified(ID, source.sha256()));
        link.takeSent();
        transfers.cancel(ID, FailureReason.CANCELLED);
        link.run();
        assertEquals(State.COMPLETE, last().state());
        assertEquals(List.of(), link.takeSent());
        assertTrue(source.properlyClosed());
    }

    /** T9: a file that grows is never sent past the size that was announced, nor for whole. */
    @Test
    void t9_aFileThatGrowsIsNotSentPastItsSizeAndFails() {
        MemorySource source = offered(100);
        assertEquals(List.of(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L), offsetsOf(answersTo(new FileAck(ID, 0))));
        source.grow(1000);
        List<Message> sent = answersTo(new FileChunkAck(ID, 80));
        assertEquals(List.of(80L), offsetsOf(sent), "Without its last chunk no receiver takes it for whole.");
        assertInstanceOf(FileCancel.class, sent.getLast());
        assertFailed(source, FailureReason.SOURCE_CHANGED);
    }

    @Test
    void t9_aFileThatChangedWhileItWaitedForItsAnswerIsNotBegun() {
        MemorySource source = offered(25);
        source.grow(1000);
        assertEquals(List.of(), offsetsOf(answersTo(new FileAck(ID, 0))));
        assertFailed(source, FailureReason.SOURCE_CHANGED);
    }

    /** T9: a file that shrinks fails at both ends instead of counting as sent at 32 %. */
    @Test
    void t9_aFileThatShrinksFailsAndThePeerIsTold() {
        MemorySource source = offered(1000);
        hear(new FileAck(ID, 0));
        source.shrinkTo(320);
        for (int written = CHUNK; last().state() == State.ACTIVE && written <= 320; written += CHUNK) {
            hear(new FileChunkAck(ID, written));
        }
        assertFailed(source, FailureReason.SOURCE_CHANGED);
        assertTold(FailureReason.SOURCE_CHANGED);
    }

    @Test
    void t9_anEmptyFileThatGrowsFails() {
        MemorySource source = offered(0);
        source.grow(1);
        hear(new FileAck(ID, 0));
        assertFailed(source, FailureReason.SOURCE_CHANGED);
    }

    @Test
    void whatHappensToTheFileAfterItsLastByteWasReadDoesNotMatter() {
        MemorySource source = offered(25);
        hear(new FileAck(ID, 0));
        source.grow(5);
        hear(new FileChunkAck(ID, 25));
        hear(new FileVerified(ID, source.sha256()));
        assertEquals(State.COMPLETE, last().state());
    }

    @Test
    void aFileThatIsWrittenWhileItIsSentFails() {
        MemorySource source = offered(25);
        source.touch();
        hear(new FileAck(ID, 0));
        assertFailed(source, FailureReason.SOURCE_CHANGED);
        assertTold(FailureReason.SOURCE_CHANGED);
    }

    @Test
    void aDiskThatBreaksHoldsTheTransferUpUntilItIsMended() {
        MemorySource source = offered(100);
        source.breakAt(45);
        List<Message> sent = answersTo(new FileAck(ID, 0));
        assertEquals(List.of(0L, 10L, 20L, 30L), offsetsOf(sent));
        assertEquals(
                FailureReason.SOURCE_UNREADABLE,
                assertInstanceOf(FilePause.class, sent.getLast()).reason());
        assertEquals(State.PAUSED, last().state());
        assertEquals(List.of(), tick(Duration.ofHours(1)), "still broken");
        source.mend();
        sent = tick(Duration.ofSeconds(1));
        assertEquals(new FileResume(ID), sent.getFirst());
        assertEquals(List.of(40L, 50L, 60L, 70L), offsetsOf(sent));
        assertEquals(State.ACTIVE, last().state());
        assertEquals(
                new FileComplete(ID, 100, source.sha256()),
                answersTo(new FileChunkAck(ID, 80)).getLast());
    }

    @Test
    void aDiskThatStaysBrokenIsLoggedOnce() {
        try (LoggedWarnings logged = new LoggedWarnings(SourceReader.class)) {
            MemorySource source = offered(100);
            source.breakAt(45);
            hear(new FileAck(ID, 0));
            for (int i = 0; i < 20; i++) {
                tick(Duration.ofSeconds(1));
            }
            assertEquals(1, logged.count());
            source.mend();
            tick(Duration.ofSeconds(1));
            source.breakAt(75);
            hear(new FileChunkAck(ID, 80));
            assertEquals(2, logged.count(), "It was mended in between.");
        }
    }

    @Test
    void readingInVainKeepsNoMemory() {
        link.lends(0);
        MemorySource source = offered(100);
        source.breakAt(5);
        answersTo(new FileAck(ID, 0));
        for (int i = 0; i < 2 * ChunkBuffers.OWN; i++) {
            assertEquals(List.of(), tick(Duration.ofSeconds(1)), "still broken");
        }
        source.mend();
        assertEquals(List.of(0L, 10L), offsetsOf(tick(Duration.ofSeconds(1))));
    }

    @Test
    void aDiskThatIsMendedWithAnotherFileOnItFailsTheTransfer() {
        MemorySource source = offered(100);
        source.breakAt(45);
        hear(new FileAck(ID, 0));
        source.mend();
        source.touch();
        tick(Duration.ofSeconds(1));
        assertFailed(source, FailureReason.SOURCE_CHANGED);
    }

    private List<Message> tick(Duration later) {
        link.takeSent();
        link.clock().advance(later);
        transfers.tick();
        link.run();
        return link.takeSent();
    }

    /** T11: there is a time-out for a missing answer. */
    @Test
    void t11_anOfferWithoutAnswerEnds() {
        MemorySource source = offered(25);
        link.clock().advance(Transfers.STALL);
        transfers.tick();
        assertEquals(State.OFFERED, last().state());
        link.clock().advance(Duration.ofNanos(1));
        transfers.tick();
        link.run();
        assertFailed(source, FailureReason.STALLED);
        assertTold(FailureReason.STALLED);
    }

    /** T11: there is a time-out for a missing acknowledgement. */
    @Test
    void t11_aMissingAcknowledgementEndsTheTransfer() {
        MemorySource source = offered(1000);
        hear(new FileAck(ID, 0));
        link.clock().advance(Transfers.STALL);
        hear(new FileChunkAck(ID, 10));
        link.clock().advance(Transfers.STALL);
        transfers.tick();
        assertEquals(State.ACTIVE, last().state());
        link.clock().advance(Duration.ofSeconds(1));
        transfers.tick();
        link.run();
        assertFailed(source, FailureReason.STALLED);
    }

    @Test
    void theSameAcknowledgementAgainIsNoMovement() {
        MemorySource source = offered(1000);
        hear(new FileAck(ID, 0));
        hear(new FileChunkAck(ID, 10));
        for (int i = 0; i < 4; i++) {
            link.clock().advance(Duration.ofSeconds(10));
            hear(new FileChunkAck(ID, 10));
            transfers.tick();
        }
        link.run();
        assertFailed(source, FailureReason.STALLED);
    }

    @Test
    void aReceiverThatNeverVerifiesEndsTheTransfer() {
        MemorySource source = offered(25);
        hear(new FileAck(ID, 0));
        hear(new FileChunkAck(ID, 25));
        link.clock().advance(Transfers.STALL.plusNanos(1));
        transfers.tick();
        link.run();
        assertFailed(source, FailureReason.STALLED);
    }

    /** T11: what happens to the file is told when the link goes. */
    @Test
    void t11_aLostLinkFailsTheTransferWithoutAWord() {
        MemorySource source = offered(1000);
        hear(new FileAck(ID, 0));
        link.takeSent();
        transfers.linkLost(false);
        link.run();
        assertFailed(source, FailureReason.LINK_LOST);
        assertEquals(List.of(), link.takeSent());
    }

    @Test
    void onAWireWithoutDigestsAllAcknowledgedIsDelivered() {
        wire(Wires.POOR);
        MemorySource source = offered(25);
        List<Message> sent = answersTo(new FileAck(ID, 0));
        assertEquals(4, sent.size());
        hear(new FileChunkAck(ID, 20));
        assertEquals(State.VERIFYING, last().state());
        hear(new FileChunkAck(ID, 25));
        assertEquals(State.COMPLETE, last().state());
        assertFalse(last().verified());
        assertTrue(source.properlyClosed());
    }

    @Test
    void onAWireWithoutDigestsAnEmptyFileIsDeliveredWhenItIsAccepted() {
        wire(Wires.POOR);
        MemorySource source = offered(0);
        hear(new FileAck(ID, 0));
        assertEquals(State.COMPLETE, last().state());
        assertEquals(1, last().progress());
        assertTrue(source.properlyClosed());
    }

    @Test
    void theDigestStaysUnknownUntilTheFileIsWhole() {
        offered(1000);
        hear(new FileAck(ID, 0));
        assertNull(last().sha256());
    }

    @Test
    void t13_progressIsToldAtMostThirtyTimesASecond() {
        offered(10_000);
        hear(new FileAck(ID, 0));
        int before = link.told(ID).size();
        for (int written = CHUNK; written <= 9_000; written += CHUNK) {
            link.clock().advance(Duration.ofMillis(1));
            hear(new FileChunkAck(ID, written));
        }
        int told = link.told(ID).size() - before;
        assertTrue(told >= 20 && told <= 31, told + " times in 0.9 seconds");
    }
}

package io.lamplink.common.transfer;

import static io.lamplink.common.simulation.RecordedLink.chunk;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileCancel;
import io.lamplink.common.protocol.Message.FileChunkAck;
import io.lamplink.common.protocol.Message.FileComplete;
import io.lamplink.common.protocol.Message.FileHeader;
import io.lamplink.common.protocol.Message.FilePause;
import io.lamplink.common.protocol.Message.FileRefused;
import io.lamplink.common.protocol.Message.FileResume;
import io.lamplink.common.protocol.Message.FileVerified;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.simulation.MemorySpool.Failure;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a disk, a sender, a link or a person can do to an incoming file. */
class IncomingTransferTroubleTest extends IncomingTransferFixture {
    /** T5: a full disk is told before the first byte where it can be known. */
    @Test
    void t5_aFileForWhichThereIsNoRoomIsRefused() {
        spool.fail(Failure.FULL_AT_CREATE, 0);
        List<Message> sent = answersTo(header(ID, "a.bin", 100), chunk(ID, 0, some(10)));
        assertEquals(1, sent.size());
        FileRefused refused = assertInstanceOf(FileRefused.class, sent.getFirst());
        assertEquals(FailureReason.DISK_FULL, refused.reason());
        assertFailed(FailureReason.DISK_FULL);
        assertEquals(Duration.ZERO, last().active());
    }

    @Test
    void aSpoolThatCannotBeMadeRefusesTheFile() {
        spool.fail(Failure.BROKEN_AT_CREATE, 0);
        FileRefused refused = assertInstanceOf(
                FileRefused.class, answersTo(header(ID, "a.bin", 100)).getFirst());
        assertEquals(FailureReason.DISK_ERROR, refused.reason());
        assertFailed(FailureReason.DISK_ERROR);
    }

    /** T5: a disk that becomes full holds the transfer up, tells both sides why, and loses nothing. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 64, 99})
    void t5_aDiskThatBecomesFullHoldsTheTransferUpAndLosesNothing(int room) {
        spool.fail(Failure.FULL, room);
        announced(100);
        List<Message> sent = answersTo(tenChunks());
        assertEquals(room / 10, acknowledged(sent));
        assertHeldUp(FailureReason.DISK_FULL, sent);
        assertEquals(List.of(), tick(), "Nothing has changed.");
        spool.mend();
        sent = tick();
        assertEquals(10 - room / 10, acknowledged(sent));
        assertTrue(sent.contains(new FileResume(ID)));
        assertEquals(State.ACTIVE, last().state());
        answersTo(new FileComplete(ID, 100, null));
        assertEquals(State.COMPLETE, last().state());
        assertArrayEquals(some(100), spool.bytes(ID));
    }

    @Test
    void theMemoryOfAChunkIsUsedAgainAsSoonAsItIsWrittenAndNotBefore() {
        spool.fail(Failure.FULL, 40);
        announced(100);
        answersTo(tenChunks());
        assertEquals(4, link.takeReused().size());
        spool.mend();
        tick();
        assertEquals(6, link.takeReused().size());
        assertArrayEquals(some(100), spool.bytes(ID));
    }

    @Test
    void whatWaitsForADiskIsUsedAgainWhenItIsGivenUp() {
        spool.fail(Failure.FULL, 40);
        announced(100);
        answersTo(tenChunks());
        transfers.cancel(ID, FailureReason.CANCELLED);
        link.run();
        assertEquals(10, link.takeReused().size());
    }

    /** T5: what is given up while the disk is full leaves nothing half. */
    @Test
    void t5_aFileThatIsCancelledWhileTheDiskIsFullLeavesNothingHalf() {
        spool.fail(Failure.FULL, 15);
        announced(100);
        answersTo(tenChunks());
        transfers.cancel(ID, FailureReason.CANCELLED);
        link.run();
        assertFailed(FailureReason.CANCELLED);
    }

    private static Message[] tenChunks() {
        Message[] chunks = new Message[10];
        Arrays.setAll(chunks, i -> chunk(ID, i * 10L, some(10)));
        return chunks;
    }

    private static long acknowledged(List<Message> sent) {
        return sent.stream().filter(FileChunkAck.class::isInstance).count();
    }

    private List<Message> tick() {
        link.clock().advance(Duration.ofMinutes(1));
        transfers.tick();
        link.run();
        return link.takeSent();
    }

    private void assertHeldUp(FailureReason reason, List<Message> sent) {
        assertEquals(State.PAUSED, last().state());
        assertEquals(reason, last().pause().reason());
        FilePause told = assertInstanceOf(FilePause.class, sent.getLast());
        assertEquals(reason, told.reason());
        assertFalse(told.detail().isBlank());
    }

    @Test
    void aDiskThatBreaksHoldsTheTransferUpUntilItIsMended() {
        spool.fail(Failure.BROKEN, 15);
        announced(20);
        assertHeldUp(FailureReason.DISK_ERROR, answersTo(chunk(ID, 0, some(10)), chunk(ID, 10, some(10))));
        answersTo(new FileComplete(ID, 20, null));
        spool.mend();
        assertInstanceOf(FileVerified.class, tick().getLast());
        assertEquals(State.COMPLETE, last().state());
        assertArrayEquals(some(20), spool.bytes(ID));
    }

    @Test
    void aMistakeInTheSpoolEndsTheTransferAtOnce() {
        spool.fail(Failure.DEFECT, 5);
        announced(100);
        assertFailedAndTold(FailureReason.DISK_ERROR, answersTo(chunk(ID, 0, some(10))));
    }

    /** T5: "complete" is not told of a file that could not be closed. */
    @Test
    void t5_aFileThatCannotBeClosedIsNotComplete() {
        spool.fail(Failure.BROKEN_AT_FINISH, Long.MAX_VALUE);
        announced(10);
        assertHeldUp(FailureReason.DISK_ERROR, answersTo(chunk(ID, 0, some(10)), new FileComplete(ID, 10, null)));
        assertEquals(0, transfers.filesIn());
        spool.mend();
        tick();
        assertEquals(State.COMPLETE, last().state());
    }

    /** T10: a negative size is refused. */
    @ParameterizedTest
    @ValueSource(longs = {-1, -5, Long.MIN_VALUE})
    void t10_aNegativeSizeIsRefused(long size) {
        FileRefused refused = assertInstanceOf(
                FileRefused.class, answersTo(header(ID, "a", size)).getFirst());
        assertEquals(FailureReason.BAD_MESSAGE, refused.reason());
        assertEquals(List.of(), link.told());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, ProtocolLimits.MAX_CHUNK_BYTES + 1})
    void anAbsurdChunkSizeIsRefused(int chunkSize) {
        assertInstanceOf(
                FileRefused.class,
                answersTo(new FileHeader(ID, "a", 10, null, chunkSize)).getFirst());
        assertEquals(List.of(), link.told());
    }

    /** H11: what is shown and proposed is a safe name, whatever the header says. */
    @Test
    void h11_theNameIsMadeSafe() {
        answersTo(header(ID, "../../etc/cron.d/x\u202Egpj.exe", 0));
        assertEquals("xgpj.exe", last().name());
    }

    /** T11: there is a time-out for a sender that stops. */
    @Test
    void t11_aSenderThatStopsEndsTheTransfer() {
        announced(100);
        link.clock().advance(Transfers.STALL);
        answersTo(chunk(ID, 0, some(10)));
        link.clock().advance(Transfers.STALL);
        transfers.tick();
        assertEquals(State.ACTIVE, last().state());
        link.clock().advance(Duration.ofSeconds(1));
        transfers.tick();
        link.run();
        assertFailedAndTold(FailureReason.STALLED, link.takeSent());
    }

    /** T11: a link that goes in mid transfer is told, and nothing half stays. */
    @Test
    void t11_aLostLinkFailsTheTransferWithoutAWord() {
        announced(100);
        answersTo(chunk(ID, 0, some(10)));
        transfers.on(chunk(ID, 10, some(10)));
        transfers.linkLost(false);
        link.run();
        assertFailed(FailureReason.LINK_LOST);
        assertEquals(List.of(), link.takeSent());
    }

    /** T2: once complete, nothing that happens to the link touches the file. */
    @Test
    void t2_aLostLinkDoesNotTouchACompleteFile() {
        announced(10);
        answersTo(chunk(ID, 0, some(10)), new FileComplete(ID, 10, null));
        transfers.linkLost(false);
        link.run();
        assertEquals(State.COMPLETE, last().state());
        assertEquals(10, spool.bytes(ID).length);
    }

    /** T2: a file of which everything came is not lost because the disk is slower than the peer is gone. */
    @Test
    void t2_aLostLinkDoesNotTouchAFileOfWhichEverythingCame() {
        announced(20);
        transfers.on(chunk(ID, 0, some(10)));
        transfers.on(chunk(ID, 10, some(10)));
        transfers.on(new FileComplete(ID, 20, null));
        transfers.linkLost(false);
        assertEquals(1, transfers.underWay());
        link.run();
        assertEquals(State.COMPLETE, last().state());
        assertEquals(20, spool.bytes(ID).length);
    }

    /** T7 and T4: a second file has nothing to do with the first. */
    @Test
    void t7_t4_aSecondFileDoesNotTouchTheFirst() {
        UUID second = new UUID(2, 2);
        announced(10);
        answersTo(chunk(ID, 0, some(10)), new FileComplete(ID, 10, null));
        answersTo(header(second, "a.bin", 10), chunk(second, 0, some(3)));
        assertEquals(State.COMPLETE, last().state());
        assertEquals(10, spool.bytes(ID).length);
        assertEquals(3, spool.bytes(second).length);
    }

    @Test
    void cancelledHereIsToldAndDiscarded() {
        announced(100);
        transfers.on(chunk(ID, 0, some(10)));
        transfers.cancel(ID, FailureReason.CANCELLED);
        link.run();
        assertFailed(FailureReason.CANCELLED);
        assertEquals(List.of(new FileCancel(ID, FailureReason.CANCELLED, "")), link.takeSent());
        assertEquals(List.of(), answersTo(chunk(ID, 10, some(10))));
    }

    @Test
    void cancelledBeforeTheSpoolIsMadeLeavesNoFile() {
        transfers.on(header(ID, "a.bin", 100));
        transfers.cancel(ID, FailureReason.CANCELLED);
        link.run();
        assertFailed(FailureReason.CANCELLED);
        assertEquals(List.of(new FileCancel(ID, FailureReason.CANCELLED, "")), link.takeSent());
    }

    @Test
    void cancelledThereIsDiscardedWithoutAnAnswer() {
        announced(100);
        answersTo(chunk(ID, 0, some(10)));
        assertEquals(List.of(), answersTo(new FileCancel(ID, FailureReason.SOURCE_CHANGED, "It changed.")));
        assertFailed(FailureReason.SOURCE_CHANGED);
        assertEquals("It changed.", last().detail());
    }
}

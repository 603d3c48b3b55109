package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A folder that brings more than its header says ends on both sides, and nothing of it stays. */
final class FolderBoundsTest extends FolderFixture {
    /** A header that says less, or more, than there is. */
    private void offerAs(int files, long bytes) {
        FolderOffer offer = new FolderOffer(ID, root(), entries, emptyFolders, files, bytes, 0);
        pair.sender.does(transfers -> transfers.offer(offer));
        pair.run();
    }

    private void assertEndedOnBothSides(String sentence) {
        for (PlayedPair.End end : List.of(pair.sender, pair.receiver)) {
            assertEquals(State.FAILED, end.state(ID));
            assertEquals(FailureReason.BEYOND_SIZE, end.last(ID).failure());
            assertEquals(sentence, end.last(ID).detail());
            assertEquals(0, end.transfers.underWay());
        }
        assertEquals(
                List.of(new Message.FileCancel(ID, FailureReason.BEYOND_SIZE, sentence)),
                pair.receiver.sent(Message.FileCancel.class));
        for (UUID file : contents.keySet()) {
            assertFalse(spool().finished(file), "what had arrived of it is thrown away");
        }
    }

    @Test
    void oneFileTooManyEndsTheFolder() throws IOException {
        for (int i = 0; i < 4; i++) {
            file("", "file " + i, 5);
        }
        offerAs(3, 1000);
        assertEndedOnBothSides("More came than the folder was said to hold.");
    }

    @Test
    void oneByteTooManyEndsTheFolder() throws IOException {
        file("", "a", 50);
        file("", "b", LARGE);
        offerAs(2, 50 + LARGE - 1);
        assertEndedOnBothSides("More came than the folder was said to hold.");
        assertEquals(0, pair.receiver.sent(Message.FileRefused.class).size());
    }

    @Test
    void aSizeThatNoSumHoldsEndsTheFolderToo() {
        pair.receiver.does(transfers -> {
            transfers.on(new Message.FolderHeader(ID, "photos", 3, 1000));
            transfers.on(header(1, Long.MAX_VALUE));
            transfers.on(header(2, Long.MAX_VALUE));
        });
        pair.run();
        assertEquals(State.FAILED, pair.receiver.state(ID));
        assertEquals(FailureReason.BEYOND_SIZE, pair.receiver.last(ID).failure());
    }

    private static Message.FileHeader header(int number, long size) {
        return new Message.FileHeader(new UUID(9, number), "x", size, null, 1000, new Message.Place(ID, ""));
    }

    @Test
    void whatComesExactlyAsAnnouncedArrives() throws IOException {
        file("", "a", 50);
        file("b", "c", LARGE);
        offerAs(2, 50 + LARGE);
        assertEquals(State.COMPLETE, pair.receiver.state(ID));
        assertEquals(State.COMPLETE, pair.sender.state(ID));
    }

    @Test
    void whatWasThereBeforeIsCountedOnce() throws IOException {
        UUID arrived = file("", "a", 50);
        file("", "b", LARGE);
        pair.sender.loses(message -> message instanceof Message.FileChunk chunk
                && !chunk.transferId().equals(arrived));
        offer(pair);
        pair.run();
        assertTrue(spool().finished(arrived));
        pair.cut();
        pair.run();
        PlayedPair next = pair.again();
        offer(next); // also the one that is there, as a sender does that did not get to know
        next.run();
        assertEquals(State.COMPLETE, next.receiver.state(ID));
        assertEquals(
                new TransferSnapshot.FolderContents(2, 2, 0),
                next.receiver.last(ID).contents());
    }

    @Test
    void emptyFoldersWithoutEndEndTheFolder() {
        List<String> paths = IntStream.range(0, ProtocolLimits.MAX_PATHS)
                .mapToObj(i -> "p" + i)
                .toList();
        pair.receiver.does(transfers -> {
            transfers.on(new Message.FolderHeader(ID, "photos", 0, 0));
            for (int i = 0; i < ProtocolLimits.MAX_FOLDER_FILES / ProtocolLimits.MAX_PATHS; i++) {
                transfers.on(new Message.FolderPaths(ID, paths));
            }
            assertEquals(1, transfers.underWay());
            transfers.on(new Message.FolderPaths(ID, List.of("one more")));
            assertEquals(0, transfers.underWay());
        });
        pair.run();
        assertEquals(FailureReason.BEYOND_SIZE, pair.receiver.last(ID).failure());
    }
}

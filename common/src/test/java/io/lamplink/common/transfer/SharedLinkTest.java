package io.lamplink.common.transfer;

import static io.lamplink.common.simulation.Wires.CHUNK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Several files that share one link, seen from both ends. */
class SharedLinkTest {
    private static final int LARGE = 30_000;

    private final PlayedPair pair = new PlayedPair(Wires.EAGER);

    private static UUID id(int number) {
        return new UUID(8, number);
    }

    private void offer(int number, int size) {
        pair.sender.does(transfers -> transfers.offer(id(number), MemorySource.random("f", size, number)));
    }

    private List<Message.FileChunk> chunks(UUID id) {
        return pair.sender.sent(Message.FileChunk.class).stream()
                .filter(chunk -> chunk.transferId().equals(id))
                .toList();
    }

    private long endedAt(int number) {
        return pair.sender.sent.indexOf(pair.sender.sent(Message.FileComplete.class).stream()
                .filter(end -> end.transferId().equals(id(number)))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void twoLargeFilesMoveInTurns() {
        offer(1, LARGE);
        offer(2, LARGE);
        pair.run();
        List<UUID> order = pair.sender.sent(Message.FileChunk.class).stream()
                .map(Message.FileChunk::transferId)
                .toList();
        int ahead = 0;
        for (UUID next : order) {
            ahead += next.equals(id(1)) ? 1 : -1;
            assertTrue(Math.abs(ahead) <= order.size() / 20, ahead + " chunks ahead of the other");
        }
        assertEquals(State.COMPLETE, pair.receiver.state(id(1)));
        assertEquals(State.COMPLETE, pair.receiver.state(id(2)));
    }

    @Test
    void aSmallFileOvertakesLargeOnes() {
        for (int i = 1; i <= 6; i++) {
            offer(i, LARGE);
        }
        pair.after(100, () -> offer(7, 3 * CHUNK)).run();
        for (int i = 1; i <= 6; i++) {
            assertTrue(endedAt(7) < endedAt(i), "behind the file number " + i);
        }
        assertEquals(7, pair.receiver.transfers.filesIn());
    }

    @Test
    void noMoreLargeFilesThanTheWireCarriesAreUnderWayAtOnce() {
        for (int i = 1; i <= 6; i++) {
            offer(i, LARGE);
        }
        pair.after(
                        100,
                        () -> assertEquals(
                                4, pair.sender.sent(Message.FileHeader.class).size()))
                .run();
        assertEquals(6, pair.sender.transfers.filesOut());
    }

    @Test
    void aThousandSmallFilesTakeFewRoundTrips() {
        for (int i = 0; i < 1000; i++) {
            offer(i, i % (4 * CHUNK));
        }
        pair.run();
        assertEquals(1000, pair.sender.transfers.filesOut());
        assertEquals(1000, pair.receiver.transfers.filesIn());
        long roundTrips = pair.agenda.clock().elapsed() / (2 * PlayedPair.ONE_WAY.toNanos());
        assertTrue(roundTrips <= 60, roundTrips + " round trips");
    }

    @Test
    void aSmallFileLeavesWithItsHeaderAndArrivesWithinOneRoundTrip() {
        offer(1, 4 * CHUNK);
        pair.run();
        assertEquals(State.COMPLETE, pair.sender.state(id(1)));
        assertEquals(2 * PlayedPair.ONE_WAY.toNanos(), pair.agenda.clock().elapsed());
    }

    @Test
    void aFileOneByteLargerWaitsForItsAnswer() {
        offer(1, 4 * CHUNK + 1);
        pair.run();
        assertEquals(4 * PlayedPair.ONE_WAY.toNanos(), pair.agenda.clock().elapsed());
    }

    @Test
    void aSmallFileThatIsRefusedTakesNothingFromTheOthers() {
        ((MemorySpool) pair.receiver.spool()).refuse(id(1));
        offer(1, 4 * CHUNK);
        offer(2, LARGE);
        pair.run();
        assertEquals(FailureReason.CANCELLED, pair.sender.last(id(1)).failure());
        assertEquals(4, chunks(id(1)).size());
        assertEquals(State.COMPLETE, pair.sender.state(id(2)));
    }

    @Test
    void theWindowIsSharedByAllFilesOfALink() {
        for (int i = 1; i <= 4; i++) {
            offer(i, LARGE);
        }
        pair.after(25, () -> assertTrue(pair.sender.bytesSent() <= Wires.WINDOW))
                .run();
    }

    @Test
    void filesThatAreCancelledGiveTheirShareBack() {
        for (int i = 1; i <= 4; i++) {
            offer(i, LARGE);
        }
        pair.after(100, () -> {
                    for (int i = 1; i <= 3; i++) {
                        UUID id = id(i);
                        pair.sender.does(transfers -> transfers.cancel(id, FailureReason.CANCELLED));
                    }
                })
                .run();
        assertEquals(State.COMPLETE, pair.sender.state(id(4)));
        assertEquals(Set.of(id(4)), ((MemorySpool) pair.receiver.spool()).files());
    }
}

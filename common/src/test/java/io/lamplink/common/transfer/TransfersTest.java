package io.lamplink.common.transfer;

import static io.lamplink.common.simulation.RecordedLink.chunk;
import static io.lamplink.common.simulation.Wires.CHUNK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileAck;
import io.lamplink.common.protocol.Message.FileCancel;
import io.lamplink.common.protocol.Message.FileChunkAck;
import io.lamplink.common.protocol.Message.FileHeader;
import io.lamplink.common.protocol.Message.FileRefused;
import io.lamplink.common.protocol.Message.FileVerified;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.simulation.RecordedLink;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several files of one link, and what concerns them together. */
class TransfersTest {
    private RecordedLink link = new RecordedLink(Wires.POOR);
    private final MemorySpool spool = new MemorySpool();
    private Transfers transfers = new Transfers(link, spool);

    private static UUID id(int number) {
        return new UUID(4, number);
    }

    private void wire(DialectTraits traits) {
        link = new RecordedLink(traits);
        transfers = new Transfers(link, spool);
    }

    private MemorySource offer(int number) {
        MemorySource source = MemorySource.random("f" + number, 5, number);
        transfers.offer(id(number), source);
        link.run();
        return source;
    }

    private void deliver(int number) {
        transfers.on(new FileAck(id(number), 0));
        link.run();
        transfers.on(new FileChunkAck(id(number), 5));
        link.run();
    }

    private List<UUID> headers() {
        return link.takeSent().stream()
                .filter(FileHeader.class::isInstance)
                .map(message -> ((FileHeader) message).transferId())
                .toList();
    }

    private State state(int number) {
        return link.last(id(number)).state();
    }

    @Test
    void whatIsNoAffairOfFilesChangesNothing() {
        offer(1);
        link.takeSent();
        Stream.of(
                        new Message.Hello("Ann", "1", Set.of()),
                        new Message.PinAsked(id(9)),
                        new Message.PinShare("share"),
                        new Message.PinProof("proof"),
                        new Message.PinRefused(PinRefusal.BUSY, 1),
                        new Message.Chat(id(9), "text", Instant.EPOCH),
                        new Message.ChatAck(id(9)),
                        new Message.Room("me", List.of(), List.of(), List.of()),
                        new Message.Typing("", true),
                        new Message.FileRequest("/etc/passwd"))
                .forEach(transfers::on);
        link.run();
        assertEquals(List.of(), link.takeSent());
        assertEquals(1, transfers.underWay());
    }

    /** T7's other side: on a wire that carries one file at a time, a second one waits instead of replacing it. */
    @Test
    void t7_onAWireForOneFileTheOthersWaitInOrder() {
        offer(1);
        offer(2);
        offer(3);
        assertEquals(List.of(id(1)), headers());
        assertEquals(State.OFFERED, state(3));
        deliver(1);
        assertEquals(List.of(id(2)), headers());
        deliver(2);
        assertEquals(List.of(id(3)), headers());
        deliver(3);
        assertEquals(3, transfers.filesOut());
        assertEquals(0, transfers.underWay());
    }

    @Test
    void onAWireForFourTheFifthWaits() {
        wire(Wires.RICH);
        for (int i = 1; i <= 6; i++) {
            offer(i);
        }
        assertEquals(List.of(id(1), id(2), id(3), id(4)), headers());
        transfers.on(new FileRefused(id(3), FailureReason.DECLINED, ""));
        assertEquals(List.of(id(5)), headers());
        transfers.cancel(id(1), FailureReason.CANCELLED);
        assertEquals(List.of(id(6)), headers());
    }

    @Test
    void theEndOfOneIsToldBeforeTheNextBegins() {
        offer(1);
        offer(2);
        link.takeSent();
        link.beforeHeader(() -> assertEquals(State.COMPLETE, state(1)));
        deliver(1);
        assertEquals(1, transfers.filesOut());
        assertEquals(List.of(id(2)), headers());
    }

    @Test
    void aHeaderThatTheWireCannotSayFailsItsOwnFileOnly() {
        offer(1);
        MemorySource second = offer(2);
        offer(3);
        link.beforeHeader(() -> {
            throw new IllegalArgumentException("That cannot be said.");
        });
        deliver(1);
        assertEquals(State.COMPLETE, state(1));
        assertEquals(FailureReason.NOT_SUPPORTED, link.last(id(2)).failure());
        assertEquals(FailureReason.NOT_SUPPORTED, link.last(id(3)).failure());
        assertTrue(second.properlyClosed());
        assertEquals(0, transfers.underWay());
    }

    @Test
    void aFileThatWaitsCanBeCancelledAndThePeerHearsNothing() {
        offer(1);
        MemorySource waiting = offer(2);
        offer(3);
        link.takeSent();
        transfers.cancel(id(2), FailureReason.CANCELLED);
        link.run();
        assertEquals(List.of(), link.takeSent());
        assertEquals(State.FAILED, state(2));
        assertEquals(FailureReason.CANCELLED, link.last(id(2)).failure());
        assertTrue(waiting.properlyClosed());
        deliver(1);
        assertEquals(List.of(id(3)), headers());
    }

    @Test
    void aFileThatWaitsDoesNotStall() {
        offer(1);
        offer(2);
        transfers.on(new FileAck(id(1), 0));
        link.run();
        link.clock().advance(Transfers.STALL.plusSeconds(5));
        transfers.tick();
        link.run();
        assertEquals(FailureReason.STALLED, link.last(id(1)).failure());
        assertEquals(State.OFFERED, state(2));
        link.clock().advance(Duration.ofSeconds(20));
        transfers.tick();
        assertEquals(State.OFFERED, state(2));
        link.clock().advance(Duration.ofSeconds(11));
        transfers.tick();
        assertEquals(FailureReason.STALLED, link.last(id(2)).failure());
    }

    @Test
    void standingStillCountsFromWhenTheLinkIsAliveAgain() {
        offer(1);
        link.clock().advance(Transfers.STALL.plusSeconds(5));
        transfers.linkIsQuiet();
        transfers.tick();
        link.clock().advance(Transfers.STALL);
        transfers.tick();
        assertEquals(State.OFFERED, state(1));
        link.clock().advance(Duration.ofNanos(1));
        transfers.tick();
        assertEquals(FailureReason.STALLED, link.last(id(1)).failure());
    }

    @Test
    void whatAPeerSaysOfAFileThatWaitsIsNotHeard() {
        offer(1);
        MemorySource waiting = offer(2);
        link.takeSent();
        transfers.on(new FileAck(id(2), 0));
        transfers.on(new FileChunkAck(id(2), 5));
        transfers.on(new FileVerified(id(2), waiting.sha256()));
        transfers.on(new FileCancel(id(2), FailureReason.OTHER, ""));
        link.run();
        assertEquals(State.OFFERED, state(2));
        assertEquals(List.of(), link.takeSent());
    }

    @Test
    void aLostLinkEndsThoseThatWaitToo() {
        MemorySource first = offer(1);
        MemorySource second = offer(2);
        link.takeSent();
        transfers.linkLost(false);
        link.run();
        assertEquals(FailureReason.LINK_LOST, link.last(id(1)).failure());
        assertEquals(FailureReason.LINK_LOST, link.last(id(2)).failure());
        assertTrue(first.properlyClosed() && second.properlyClosed());
        assertEquals(List.of(), link.takeSent());
    }

    @Test
    void aFileOfferedAfterTheLinkWentFailsAndIsClosed() {
        transfers.linkLost(false);
        MemorySource late = offer(1);
        assertEquals(FailureReason.LINK_LOST, link.last(id(1)).failure());
        assertTrue(late.properlyClosed());
        assertEquals(List.of(), link.takeSent());
        assertEquals(0, transfers.underWay());
    }

    @Test
    void moreIncomingFilesThanTheLimitAreRefused() {
        for (int i = 0; i <= Receiving.MAX_AT_ONCE; i++) {
            transfers.on(new FileHeader(id(i), "f", 10, null, CHUNK));
        }
        link.run();
        List<Message> sent = link.takeSent();
        FileRefused refused = assertInstanceOf(FileRefused.class, sent.getFirst());
        assertEquals(id(Receiving.MAX_AT_ONCE), refused.transferId());
        assertEquals(FailureReason.BUSY, refused.reason());
        assertEquals(Receiving.MAX_AT_ONCE, transfers.underWay());
        transfers.on(new FileCancel(id(0), FailureReason.CANCELLED, ""));
        transfers.on(new FileHeader(id(1000), "f", 10, null, CHUNK));
        link.run();
        assertEquals(List.of(new FileAck(id(1000), 0)), link.takeSent());
    }

    @Test
    void anIdThatIsInUseIsRefusedAndDisturbsNothing() {
        transfers.on(new FileHeader(id(1), "f", 10, null, CHUNK));
        offer(2);
        link.takeSent();
        transfers.on(new FileHeader(id(1), "g", 10, null, CHUNK));
        transfers.on(new FileHeader(id(2), "g", 10, null, CHUNK));
        link.run();
        List<Message> sent = link.takeSent();
        assertEquals(2, sent.size());
        sent.forEach(message -> assertEquals(FailureReason.BAD_MESSAGE, ((FileRefused) message).reason()));
        assertEquals(State.ACTIVE, state(1));
        assertEquals("f", link.last(id(1)).name());
        assertEquals(Set.of(id(1)), spool.files());
    }

    @Test
    void messagesAboutUnknownTransfersChangeNothing() {
        MemorySource other = MemorySource.random("x", 5, 1);
        transfers.on(new FileAck(id(1), 0));
        transfers.on(new FileChunkAck(id(1), 10));
        transfers.on(new FileVerified(id(1), other.sha256()));
        transfers.on(new FileRefused(id(1), FailureReason.OTHER, ""));
        transfers.on(new FileCancel(id(1), FailureReason.OTHER, ""));
        transfers.cancel(id(1), FailureReason.CANCELLED);
        transfers.lost(id(1));
        transfers.tick();
        link.run();
        assertEquals(List.of(), link.takeSent());
        assertEquals(List.of(), link.told());
    }

    @Test
    void aSenderOfBytesThatWereNeverAnnouncedIsToldOnce() {
        for (int i = 0; i < 3; i++) {
            transfers.on(chunk(id(1), 5L * i, new byte[5]));
        }
        transfers.on(new Message.FileComplete(id(1), 15, null));
        transfers.on(new Message.FileComplete(id(2), 15, null));
        List<Message> sent = link.takeSent();
        assertEquals(2, sent.size());
        sent.forEach(message -> assertEquals(FailureReason.UNKNOWN_TRANSFER, ((FileCancel) message).reason()));
    }

    @Test
    void whatWasOnItsWayForAnEndedTransferIsNotTakenForUnknown() {
        transfers.on(new FileHeader(id(1), "f", 50, null, CHUNK));
        link.run();
        transfers.cancel(id(1), FailureReason.CANCELLED);
        transfers.on(new FileHeader(id(2), "f", -1, null, CHUNK));
        link.takeSent();
        transfers.on(chunk(id(1), 0, new byte[10]));
        transfers.on(chunk(id(2), 0, new byte[10]));
        assertEquals(List.of(), link.takeSent());
    }

    @Test
    void whatIsRememberedOfPeersThatMakeIdsUpIsBounded() {
        for (int i = 0; i < 100_000; i++) {
            transfers.on(chunk(id(i), 0, new byte[1]));
        }
        link.takeSent();
        transfers.on(chunk(id(99_999), 0, new byte[1]));
        assertEquals(List.of(), link.takeSent());
        transfers.on(chunk(id(0), 0, new byte[1]));
        assertEquals(1, link.takeSent().size());
    }

    @Test
    void noStateIsEverFollowedByAnEarlierOne() {
        offer(1);
        deliver(1);
        List<State> states =
                link.told(id(1)).stream().map(TransferSnapshot::state).toList();
        assertEquals(states.stream().sorted().toList(), states);
        assertEquals(1, states.stream().filter(state -> state == State.COMPLETE).count());
    }
}

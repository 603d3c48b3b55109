package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileCancel;
import io.lamplink.common.protocol.Message.FileChunk;
import io.lamplink.common.protocol.Message.FileHeader;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.simulation.RecordedLink;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.List;
import java.util.UUID;

/** An outgoing file whose receiver, disk and clock the test plays. */
abstract class OutgoingTransferFixture {
    static final UUID ID = new UUID(1, 1);

    RecordedLink link = new RecordedLink(Wires.RICH);
    Transfers transfers = new Transfers(link, new MemorySpool());

    void wire(DialectTraits traits) {
        link = new RecordedLink(traits);
        transfers = new Transfers(link, new MemorySpool());
    }

    MemorySource offered(int size) {
        MemorySource source = MemorySource.random("a.bin", size, size);
        offer(source);
        return source;
    }

    void offer(MemorySource source) {
        transfers.offer(ID, source);
        link.run();
        assertInstanceOf(FileHeader.class, link.takeSent().getFirst());
    }

    void hear(Message message) {
        transfers.on(message);
        link.run();
    }

    List<Message> answersTo(Message message) {
        hear(message);
        return link.takeSent();
    }

    TransferSnapshot last() {
        return link.last(ID);
    }

    void assertFailed(MemorySource source, FailureReason reason) {
        assertEquals(State.FAILED, last().state());
        assertEquals(reason, last().failure());
        assertTrue(source.properlyClosed());
        assertEquals(0, transfers.underWay());
    }

    void assertTold(FailureReason reason) {
        FileCancel told = assertInstanceOf(FileCancel.class, link.takeSent().getLast());
        assertEquals(ID, told.transferId());
        assertEquals(reason, told.reason());
    }

    static List<Long> offsetsOf(List<Message> messages) {
        return messages.stream()
                .filter(FileChunk.class::isInstance)
                .map(message -> ((FileChunk) message).offset())
                .toList();
    }

    static long bytesOf(List<Message> messages) {
        return messages.stream()
                .mapToLong(m -> ((FileChunk) m).data().remaining())
                .sum();
    }
}

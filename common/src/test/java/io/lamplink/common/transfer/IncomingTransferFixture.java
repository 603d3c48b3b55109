package io.lamplink.common.transfer;

import static io.lamplink.common.simulation.Wires.CHUNK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileAck;
import io.lamplink.common.protocol.Message.FileCancel;
import io.lamplink.common.protocol.Message.FileHeader;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.simulation.RecordedLink;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An incoming file whose sender, disk and clock the test plays. */
abstract class IncomingTransferFixture {
    static final UUID ID = new UUID(2, 1);

    final RecordedLink link = new RecordedLink(Wires.RICH);
    final MemorySpool spool = new MemorySpool();
    final Transfers transfers = new Transfers(link, spool);

    static FileHeader header(UUID id, String name, long size) {
        return new FileHeader(id, name, size, null, CHUNK);
    }

    List<Message> answersTo(Message... messages) {
        for (Message message : messages) {
            transfers.on(message);
        }
        link.run();
        return link.takeSent();
    }

    void announced(long size) {
        assertEquals(List.of(new FileAck(ID, 0)), answersTo(header(ID, "a.bin", size)));
    }

    TransferSnapshot last() {
        return link.last(ID);
    }

    static byte[] some(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    void assertFailed(FailureReason reason) {
        assertEquals(State.FAILED, last().state());
        assertEquals(reason, last().failure());
        assertEquals(Set.of(), spool.files());
        assertEquals(0, transfers.underWay());
        assertEquals(0, transfers.filesIn());
        assertEquals(0, spool.writesAfterEnd());
    }

    void assertFailedAndTold(FailureReason reason, List<Message> sent) {
        assertFailed(reason);
        FileCancel told = assertInstanceOf(FileCancel.class, sent.getLast());
        assertEquals(ID, told.transferId());
        assertEquals(reason, told.reason());
        assertFalse(told.detail().isBlank());
    }
}

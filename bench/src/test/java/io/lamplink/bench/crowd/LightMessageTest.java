package io.lamplink.bench.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.bench.process.BenchException;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.json.LamplinkDialect;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the light clients read of messages as our own dialect writes them. */
final class LightMessageTest {
    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    @Test
    void aTextTellsItsIdAndItsNumber() {
        byte[] bytes = written(new Message.Chat(ID, "A text, number 4711.", Instant.EPOCH));
        LightMessage chat = new LightMessage(bytes, 0, bytes.length);
        assertTrue(chat.is(LightMessage.ascii("CHAT")));
        assertFalse(chat.is(LightMessage.ascii("CHAT_ACK")));
        assertEquals(ID.toString(), new String(bytes, chat.id(), 36, StandardCharsets.US_ASCII));
        assertEquals(4711, chat.number());
    }

    @Test
    void anOfferTellsItsTransfer() {
        byte[] bytes = written(new Message.FileHeader(ID, "a.bin", 5, null, 5));
        assertEquals(ID.toString(), new LightMessage(bytes, 0, bytes.length).transfer());
    }

    @Test
    void anAcknowledgementIsNoText() {
        byte[] bytes = written(new Message.ChatAck(ID));
        LightMessage ack = new LightMessage(bytes, 0, bytes.length);
        assertTrue(ack.is(LightMessage.ascii("CHAT_ACK")));
        assertFalse(ack.is(LightMessage.ascii("CHAT")));
        assertThrows(BenchException.class, ack::number);
    }

    private static byte[] written(Message message) {
        Frame.Text frame = (Frame.Text) new LamplinkDialect().encode(message).getFirst();
        return frame.text().getBytes(StandardCharsets.UTF_8);
    }
}

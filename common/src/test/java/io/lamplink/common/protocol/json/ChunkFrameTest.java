package io.lamplink.common.protocol.json;

import static io.lamplink.common.protocol.ProtocolLimits.MAX_CHUNK_BYTES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Golden;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChunkFrameTest {
    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final String HEAD = "01" + "0f8fad5bd9cb469fa16570867728950e";
    private static final String WHOLE = HEAD + "0000000100020003" + "cafe00ff";

    private final Dialect dialect = new LamplinkDialect();

    @Test
    void aChunkIsKindIdOffsetAndData() {
        Message chunk = new Message.FileChunk(ID, 0x1_0002_0003L, hex("cafe00ff"));
        assertArrayEquals(
                HexFormat.of().parseHex(WHOLE),
                Golden.payload(dialect.encode(chunk).getFirst()));
    }

    @Test
    void theSameBytesAreReadAsTheChunk() throws MalformedFrameException {
        assertEquals(
                List.of(new Message.FileChunk(ID, 0x1_0002_0003L, hex("cafe00ff"))),
                dialect.decode(Frame.Binary.of(hex(WHOLE))));
    }

    @Test
    void aFrameInPartsIsReadLikeOneInOnePiece() throws MalformedFrameException {
        Frame parts = Frame.Binary.of(hex(WHOLE.substring(0, 20)), hex(WHOLE.substring(20)));
        assertEquals(dialect.decode(Frame.Binary.of(hex(WHOLE))), dialect.decode(parts));
    }

    @Test
    void dataAreNotCopiedInEitherDirection() throws MalformedFrameException {
        ByteBuffer data = ByteBuffer.allocate(10).position(2).limit(6);
        Frame.Binary sent = (Frame.Binary)
                dialect.encode(new Message.FileChunk(ID, 0, data)).getFirst();
        data.put(2, (byte) 77);
        assertEquals(4, sent.parts().getLast().remaining());
        assertEquals(77, sent.parts().getLast().slice().get(0), "the frame shows the caller's own bytes");

        assertFalse(sent.ceded());

        ByteBuffer whole = hex(WHOLE);
        Message.FileChunk received =
                (Message.FileChunk) dialect.decode(Frame.Binary.of(whole)).getFirst();
        whole.put(ChunkFrame.HEADER_BYTES, (byte) 78);
        assertEquals(78, received.data().slice().get(0), "the message shows the frame's own bytes");
        assertEquals(0, whole.position(), "the frame is not consumed");
        assertEquals(whole.capacity(), received.data().capacity(), "whoever has the data can give all the memory back");
    }

    @Test
    void cededDataStayWhereTheyAreWithTheRoomBeforeThem() {
        ByteBuffer data = ByteBuffer.allocate(60).position(50);
        Frame.Binary sent = (Frame.Binary)
                dialect.encode(new Message.FileChunk(ID, 0, data, true)).getFirst();
        assertTrue(sent.ceded());
        assertEquals(50, sent.parts().getLast().position());
        assertEquals(dialect.traits().chunkHeaderBytes() + 10, sent.size());
    }

    @Test
    void theLongestChunkPassesAndOneByteMoreDoesNot() throws MalformedFrameException {
        Frame longest = dialect.encode(new Message.FileChunk(ID, 0, ByteBuffer.allocate(MAX_CHUNK_BYTES)))
                .getFirst();
        assertEquals(1, dialect.decode(longest).size());

        ByteBuffer over = ByteBuffer.allocate(ChunkFrame.HEADER_BYTES + MAX_CHUNK_BYTES + 1)
                .put(0, (byte) 1);
        assertEquals(Severity.CLOSE, decodeFails(over).severity());
        assertThrows(
                IllegalArgumentException.class,
                () -> dialect.encode(new Message.FileChunk(ID, 0, ByteBuffer.allocate(MAX_CHUNK_BYTES + 1))));
    }

    @ParameterizedTest
    @CsvSource({
        "'', CLOSE",
        "00, IGNORE",
        "02, IGNORE",
        "7b7d, IGNORE",
        "ff0f8fad5bd9cb469fa16570867728950e0000000100020003cafe, IGNORE",
        "01, CLOSE",
        "010f8fad5bd9cb469fa16570867728950e, CLOSE",
        "010f8fad5bd9cb469fa16570867728950e00000001000200, CLOSE",
        "010f8fad5bd9cb469fa16570867728950e0000000100020003, CLOSE",
        "010f8fad5bd9cb469fa16570867728950e800000000000000000, CLOSE",
        "010f8fad5bd9cb469fa16570867728950effffffffffffffff00, CLOSE",
        "010f8fad5bd9cb469fa16570867728950e7fffffffffffffffcafe, CLOSE",
    })
    void brokenBinaryFramesAreMalformed(String bytes, Severity severity) {
        assertEquals(severity, decodeFails(hex(bytes)).severity());
    }

    @Test
    void theLastByteOfTheLargestFileStillHasAnOffset() throws MalformedFrameException {
        String last = HEAD + "7ffffffffffffffe" + "00";
        assertEquals(
                List.of(new Message.FileChunk(ID, Long.MAX_VALUE - 1, hex("00"))),
                dialect.decode(Frame.Binary.of(hex(last))));
    }

    @Test
    void chunksThatNoReceiverWouldTakeAreNotSent() {
        for (Message chunk : List.of(
                new Message.FileChunk(ID, 0, hex("")),
                new Message.FileChunk(ID, -1, hex("00")),
                new Message.FileChunk(ID, Long.MAX_VALUE, hex("00")))) {
            assertThrows(IllegalArgumentException.class, () -> dialect.encode(chunk));
        }
    }

    private MalformedFrameException decodeFails(ByteBuffer bytes) {
        return assertThrows(MalformedFrameException.class, () -> dialect.decode(Frame.Binary.of(bytes)));
    }

    private static ByteBuffer hex(String digits) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(digits));
    }
}

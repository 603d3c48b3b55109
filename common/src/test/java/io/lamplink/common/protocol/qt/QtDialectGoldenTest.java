package io.lamplink.common.protocol.qt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Golden;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The captured session, played from either side: what comes is understood, and what goes is the same to the byte. */
final class QtDialectGoldenTest {
    private static final String NAME = "测试.bin";
    private static final String DIGEST = "65a260b2b9b4e3bfaaed3240e443007a0ea8adff01635941d73b6bbab07033ce";
    private static final UUID OURS = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final List<String> CHUNKS =
            List.of("s2c.02.FILE_CHUNK.payload", "s2c.03.FILE_CHUNK.payload", "s2c.04.FILE_CHUNK.payload");
    private static final List<String> CHUNK_ACKS =
            List.of("c2s.03.FILE_CHUNK_ACK.payload", "c2s.04.FILE_CHUNK_ACK.payload", "c2s.05.FILE_CHUNK_ACK.payload");

    private QtDialect dialect;

    @BeforeEach
    void connect() {
        dialect = QtPeer.dialect();
    }

    @Test
    void anOriginalServerIsUnderstoodAndAnsweredToTheByte() throws MalformedFrameException {
        says("客户端已连接!", "c2s.00.text.payload");
        hears("服务端消息 hi", "s2c.00.text.payload");
        says("你好", "c2s.01.text.payload");

        UUID file = QtPeer.id(2);
        assertEquals(
                List.of(new Message.FileHeader(file, NAME, 150_000, null, 65_536)),
                dialect.decode(Golden.binary("s2c.01.FILE_HEADER.payload")));
        var digest = Sha256.newDigest();
        List<Message> first = receive(0, 65_536);
        digest.update(((Message.FileChunk) first.getFirst()).data().duplicate());
        assertEquals(1, first.size());
        sends(new Message.FileAck(file, 0), "c2s.02.FILE_ACK.payload");
        sends(new Message.FileChunkAck(file, 65_536), CHUNK_ACKS.get(0));
        List<Message> second = receive(1, 65_536);
        digest.update(((Message.FileChunk) second.getFirst()).data().duplicate());
        assertEquals(1, second.size());
        sends(new Message.FileChunkAck(file, 131_072), CHUNK_ACKS.get(1));
        List<Message> third = receive(2, 18_928);
        digest.update(((Message.FileChunk) third.getFirst()).data().duplicate());
        assertEquals(new Message.FileComplete(file, 150_000, null), third.getLast());
        sends(new Message.FileChunkAck(file, 150_000), CHUNK_ACKS.get(2));

        assertEquals(DIGEST, Sha256.of(digest).hex());
    }

    @Test
    void anOriginalClientIsUnderstoodAndServedToTheByte() throws MalformedFrameException {
        hears("客户端已连接!", "c2s.00.text.payload");
        says("服务端消息 hi", "s2c.00.text.payload");
        hears("你好", "c2s.01.text.payload");

        byte[] file = Golden.bytes("file.bin");
        sends(new Message.FileHeader(OURS, NAME, file.length, QtPeer.NOW, 65_536), "s2c.01.FILE_HEADER.payload");
        sends(chunk(file, 0, 65_536), CHUNKS.get(0));
        assertEquals(List.of(new Message.FileAck(OURS, 0)), dialect.decode(Golden.binary("c2s.02.FILE_ACK.payload")));
        acknowledges(0, 65_536);
        sends(chunk(file, 65_536, 65_536), CHUNKS.get(1));
        acknowledges(1, 131_072);
        sends(chunk(file, 131_072, 18_928), CHUNKS.get(2));
        acknowledges(2, 150_000);
    }

    @Test
    void theCapturedFileIsTheCapturedChunks() {
        byte[] chunks = new byte[150_000];
        int end = 0;
        for (String name : CHUNKS) {
            byte[] payload = Golden.bytes(name);
            System.arraycopy(payload, 28, chunks, end, payload.length - 28);
            end += payload.length - 28;
        }
        assertArrayEquals(Golden.bytes("file.bin"), chunks);
        var digest = Sha256.newDigest();
        digest.update(chunks);
        assertEquals(DIGEST, Sha256.of(digest).hex());
    }

    /** The original program never sends this one from its windows; its layout is that of a header. */
    @Test
    void aFileRequestIsTypePathAndAZero() throws MalformedFrameException {
        byte[] expected = HexFormat.of()
                .parseHex("00000018" + "00460049004c0045005f0052004500510055004500530054" + "00000008"
                        + "002f0061002f0062" + "0000000000000000");
        Frame request = dialect.encode(new Message.FileRequest("/a/b")).getFirst();
        assertArrayEquals(expected, Golden.payload(request));
        assertEquals(List.of(new Message.FileRequest("/a/b")), dialect.decode(request));
    }

    private List<Message> receive(int number, int length) throws MalformedFrameException {
        List<Message> messages = dialect.decode(Golden.binary(CHUNKS.get(number)));
        Message.FileChunk chunk = (Message.FileChunk) messages.getFirst();
        assertEquals(QtPeer.id(2), chunk.transferId());
        assertEquals(65_536L * number, chunk.offset());
        assertEquals(length, chunk.data().remaining());
        return messages;
    }

    private void acknowledges(int number, long written) throws MalformedFrameException {
        assertEquals(
                List.of(new Message.FileChunkAck(OURS, written)),
                dialect.decode(Golden.binary(CHUNK_ACKS.get(number))));
    }

    private void hears(String text, String golden) throws MalformedFrameException {
        Message.Chat chat = (Message.Chat) dialect.decode(Golden.text(golden)).getFirst();
        assertEquals(text, chat.text());
        assertEquals(QtPeer.NOW, chat.time());
    }

    private void says(String text, String golden) {
        sends(new Message.Chat(OURS, text, QtPeer.NOW), golden);
    }

    private void sends(Message message, String golden) {
        List<Frame> frames = dialect.encode(message);
        assertEquals(1, frames.size(), golden);
        assertArrayEquals(Golden.bytes(golden), Golden.payload(frames.getFirst()), golden);
        assertEquals(golden.contains(".text."), frames.getFirst() instanceof Frame.Text);
    }

    private static Message chunk(byte[] file, int from, int length) {
        return new Message.FileChunk(OURS, from, ByteBuffer.wrap(file, from, length));
    }
}

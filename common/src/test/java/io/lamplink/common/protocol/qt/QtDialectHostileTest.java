package io.lamplink.common.protocol.qt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile or broken peer may put into a binary frame; the original program skips it, and so does this. */
final class QtDialectHostileTest {
    private static final String HEADER = "00000016" + "00460049004c0045005f004800450041004400450052";
    private static final String ACK = "00000010" + "00460049004c0045005f00410043004b";
    private static final String CHUNK = "00000014" + "00460049004c0045005f004300480055004e004b";
    private static final String REQUEST = "00000018" + "00460049004c0045005f0052004500510055004500530054";

    private final QtDialect dialect = QtPeer.dialect();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "000000",
                "00000000",
                "ffffffff",
                "fffffffe",
                "7fffffff",
                "7ffffffe",
                "80000000",
                "00000016",
                "00000016" + "00460049",
                "00000003" + "004600",
                "00000002" + "0058",
                "00000010" + "00660069006c0065005f00610063006b",
                "48656c6c6f",
                "7b2274797065223a2243484154227d",
                HEADER,
                HEADER + "0000",
                HEADER + "ffffffff",
                HEADER + "00000002" + "0061",
                HEADER + "00000002" + "0061" + "00000000000000",
                HEADER + "00000001" + "00610000000000000005",
                HEADER + "00000003" + "006100" + "0000000000000005",
                HEADER + "00000801" + "0061" + "0000000000000005",
                HEADER + "7ffffffe" + "0061" + "0000000000000005",
                HEADER + "fffffffe" + "0061" + "0000000000000005",
                HEADER + "00000002" + "0061" + "fffffffffffffffb",
                HEADER + "00000002" + "0061" + "8000000000000000",
                ACK,
                ACK + "00000002" + "00",
                ACK + "00000003" + "006100",
                ACK + "fffffffe" + "0061",
                CHUNK,
                CHUNK + "000000",
                CHUNK + "00000001",
                CHUNK + "00000064" + "cafe",
                CHUNK + "7fffffff" + "cafe",
                CHUNK + "80000000" + "cafe",
                CHUNK + "fffffffe" + "cafe",
                REQUEST,
                REQUEST + "00000002" + "002f",
                REQUEST + "00000003" + "002f00" + "0000000000000000",
                REQUEST + "00000004" + "002f" + "0000000000000000",
            })
    void aBrokenFrameIsSkippedAndTheLinkStaysUp(String hex) throws MalformedFrameException {
        Frame frame = Frame.Binary.of(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
        MalformedFrameException failure = assertThrows(MalformedFrameException.class, () -> dialect.decode(frame));
        assertEquals(Severity.IGNORE, failure.severity());

        assertEquals(1, dialect.decode(QtPeer.header("next", 3)).size());
        assertEquals(1, dialect.decode(QtPeer.chunk((byte) 1)).size());
    }

    @Test
    void trailingBytesAreIgnored() throws MalformedFrameException {
        byte[] junk = {1, 2, 3, 4, 5};
        Frame header = QtPeer.frame(out -> {
            QtPeer.string(out, "FILE_HEADER");
            QtPeer.string(out, "a");
            out.writeLong(2);
            out.write(junk);
        });
        assertEquals(List.of(QtPeer.headerMessage(1, "a", 2)), dialect.decode(header));
        assertEquals(
                QtPeer.chunkMessage(1, 0, (byte) 1),
                dialect.decode(QtPeer.chunkThatSays(1, (byte) 1, (byte) 2, (byte) 3))
                        .getFirst());

        dialect.encode(new Message.FileHeader(QtPeer.id(9), "o", 1, null, 1));
        dialect.encode(new Message.FileChunk(QtPeer.id(9), 0, ByteBuffer.allocate(1)));
        assertEquals(1, dialect.decode(QtPeer.raw("FILE_CHUNK_ACK", junk)).size());
        assertEquals(
                1,
                dialect.decode(QtPeer.frame(out -> {
                            QtPeer.string(out, "FILE_ACK");
                            QtPeer.string(out, "o");
                            out.write(junk);
                        }))
                        .size());
    }

    @Test
    void namesAndPathsMayBeAsLongAsTheLimitAndNotOneUnitLonger() throws MalformedFrameException {
        String longest = "水".repeat(ProtocolLimits.MAX_FILE_NAME_CHARS);
        assertEquals(List.of(QtPeer.headerMessage(1, longest, 1)), dialect.decode(QtPeer.header(longest, 1)));
        assertEquals(List.of(new Message.FileRequest(longest)), dialect.decode(QtPeer.request(longest)));
        for (Frame frame :
                List.of(QtPeer.header(longest + "x", 1), QtPeer.request(longest + "x"), QtPeer.ack(longest + "x"))) {
            assertThrows(MalformedFrameException.class, () -> dialect.decode(frame));
        }
    }

    @Test
    void aFrameInPartsIsReadLikeOneInOnePiece() throws MalformedFrameException {
        ByteBuffer whole = ((Frame.Binary) QtPeer.header("a", 1)).joined();
        Frame parts = Frame.Binary.of(whole.slice(0, 7), whole.slice(7, whole.remaining() - 7));
        assertEquals(List.of(QtPeer.headerMessage(1, "a", 1)), dialect.decode(parts));
    }

    @Test
    void aFrameOverTheMessageLimitLosesTheFileUnderWay() {
        QtPeer.feed(dialect, QtPeer.header("a", Long.MAX_VALUE));
        ByteBuffer part = ByteBuffer.allocate(1024 * 1024);
        MalformedFrameException failure = assertThrows(
                MalformedFrameException.class,
                () -> dialect.decode(Frame.Binary.of(part, part, part, part, ByteBuffer.allocate(1))));
        assertEquals(QtPeer.id(1), failure.lostTransfer().orElseThrow());
    }

    @Test
    void textIsTrimmedAndNothingButWhiteSpaceSaysNothing() throws MalformedFrameException {
        assertEquals("a\n b", chat("\u3000\r\n a\n b\u00A0\t"));
        assertEquals(List.of(), dialect.decode(new Frame.Text("")));
        assertEquals(List.of(), dialect.decode(new Frame.Text(" \n\u2028")));
        assertEquals(List.of(), dialect.encode(new Message.Chat(QtPeer.id(1), " \n\u2028", QtPeer.NOW)));
        assertEquals(
                List.of(new Frame.Text("a\n b")),
                dialect.encode(new Message.Chat(QtPeer.id(1), " a\n b ", QtPeer.NOW)));
    }

    @Test
    void textOverTheLimitIsSkipped() throws MalformedFrameException {
        String longest = "x".repeat(ProtocolLimits.MAX_CHAT_CHARS);
        assertEquals(longest, chat("  " + longest + "  "));
        MalformedFrameException failure =
                assertThrows(MalformedFrameException.class, () -> dialect.decode(new Frame.Text(longest + "x")));
        assertEquals(Severity.IGNORE, failure.severity());
        assertFalse(failure.getMessage().contains("xx"));
    }

    @Test
    void jsonTextIsChatLikeAnyOther() throws MalformedFrameException {
        assertEquals("{\"type\":\"HELLO\"}", chat("{\"type\":\"HELLO\"}"));
    }

    @Test
    void surrogatesWithoutPartnerAreReplaced() throws MalformedFrameException {
        assertEquals("a\uFFFD", chat("a" + (char) 0xDE00));
        assertEquals(List.of(new Message.FileRequest("\uFFFD")), dialect.decode(QtPeer.request("" + (char) 0xD83D)));
    }

    private String chat(String text) throws MalformedFrameException {
        return ((Message.Chat) dialect.decode(new Frame.Text(text)).getFirst()).text();
    }
}

package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.websocket.NoCallbacks;
import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.BinaryFrame;
import org.java_websocket.framing.TextFrame;
import org.java_websocket.handshake.Handshakedata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order between what was read and the end, and errors on the decoder's thread. */
final class AcceptedSocketTest {
    private static final byte[] CLOSE = {(byte) 0x88, 2, 3, (byte) 0xE8};

    private final Callbacks callbacks = new Callbacks();
    private final AcceptedSocket socket = new AcceptedSocket(callbacks, new WireMeter());
    private Selector selector;
    private Pipe pipe;

    @BeforeEach
    void register() throws IOException {
        selector = Selector.open();
        pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        socket.setSelectionKey(pipe.source().register(selector, SelectionKey.OP_READ, socket));
        socket.setChannel(new Wire(0));
    }

    @AfterEach
    void release() throws IOException {
        selector.close();
        pipe.source().close();
        pipe.sink().close();
    }

    @Test
    void theEndWaitsForWhatWasReadBeforeIt() {
        receive(RawClient.REQUEST.getBytes(StandardCharsets.US_ASCII));
        socket.outQueue.clear();
        socket.handedOver();
        socket.eot();
        assertFalse(socket.isClosed(), "the decoder has not seen the last bytes");
        socket.decode(ByteBuffer.wrap(CLOSE));
        socket.outQueue.clear();
        socket.eot();
        assertTrue(socket.isClosed());
        assertEquals(List.of("closed 1000"), callbacks.told);
    }

    @Test
    void theEndCountsAtOnceIfEverythingIsDecoded() {
        receive(RawClient.REQUEST.getBytes(StandardCharsets.US_ASCII));
        socket.eot();
        assertEquals(List.of("closed 1006"), callbacks.told);
    }

    @Test
    void anEndToldTwiceIsHarmlessEvenBeforeAnyHandshake() {
        // the library runs into a null there, and the selector's thread would end the server
        socket.eot();
        socket.eot();
        assertTrue(socket.isClosed());
    }

    @Test
    void anErrorInACallbackEndsTheConnectionAndLeavesTheDecoderAlone() {
        // item 12
        callbacks.error = new LinkageError("expected");
        receive(RawClient.REQUEST.getBytes(StandardCharsets.US_ASCII));
        assertEquals(List.of("closed 1011"), callbacks.told);
    }

    @Test
    void aTextIsWrittenByWhoeverSendsIt() throws InvalidDataException {
        Wire wire = connect(100);
        socket.sendFrame(text("hello"));
        assertEquals("81 05 68 65 6c 6c 6f", wire.written());
        assertFalse(socket.hasBufferedData());
        assertEquals(0, callbacks.demands, "nobody else has anything to do");
    }

    @Test
    void whatTheConnectionDoesNotTakeWaitsAndSoDoesAllThatFollows() throws InvalidDataException {
        Wire wire = connect(3);
        socket.sendFrame(text("hello"));
        socket.sendFrame(text("you"));
        assertEquals("81 05 68", wire.written());
        assertEquals(
                List.of(4, 5),
                socket.outQueue.stream().map(ByteBuffer::remaining).toList());
        assertEquals(2, callbacks.demands);
    }

    @Test
    void fileDataIsLeftToTheSelector() throws InvalidDataException {
        Wire wire = connect(100);
        BinaryFrame chunk = new BinaryFrame();
        chunk.setPayload(ByteBuffer.allocate(5));
        socket.sendFrame(chunk);
        socket.sendFrame(text("behind it"));
        assertEquals("", wire.written());
        assertEquals(2, socket.outQueue.size());
    }

    private Wire connect(int room) {
        receive(RawClient.REQUEST.getBytes(StandardCharsets.US_ASCII));
        socket.outQueue.clear();
        callbacks.demands = 0;
        Wire wire = new Wire(room);
        socket.setChannel(wire);
        return wire;
    }

    private static TextFrame text(String text) throws InvalidDataException {
        TextFrame frame = new TextFrame();
        frame.setPayload(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        frame.isValid();
        return frame;
    }

    private void receive(byte[] bytes) {
        socket.handedOver();
        socket.decode(ByteBuffer.wrap(bytes));
    }

    /** Takes so many bytes and no more. */
    private static final class Wire implements ByteChannel {
        private final ByteBuffer taken;

        Wire(int room) {
            taken = ByteBuffer.allocate(room);
        }

        String written() {
            return HexFormat.ofDelimiter(" ").formatHex(taken.array(), 0, taken.position());
        }

        @Override
        public int write(ByteBuffer from) {
            int bytes = Math.min(from.remaining(), taken.remaining());
            taken.put(from.slice(from.position(), bytes));
            from.position(from.position() + bytes);
            return bytes;
        }

        @Override
        public int read(ByteBuffer into) {
            return 0;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    /** Writes down the ends, counts wishes to write, and throws when told to. */
    private static final class Callbacks extends NoCallbacks {
        private final List<String> told = new ArrayList<>();
        private Error error;
        private int demands;

        @Override
        public void onWriteDemand(WebSocket socket) {
            demands++;
        }

        @Override
        public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {
            if (error != null) {
                throw error;
            }
        }

        @Override
        public void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {
            told.add("closed " + code);
        }
    }
}

package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.websocket.NoCallbacks;
import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.java_websocket.WebSocket;
import org.java_websocket.WrappedByteChannel;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.BinaryFrame;
import org.java_websocket.framing.TextFrame;
import org.java_websocket.handshake.Handshakedata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who writes what, the order between what was read and the end, and errors on the loop's thread. */
final class AcceptedSocketTest {
    private static final byte[] CLOSE = {(byte) 0x88, 2, 3, (byte) 0xE8};
    private static final byte[] REQUEST = RawClient.REQUEST.getBytes(StandardCharsets.US_ASCII);

    private long now = 1;
    private final Callbacks callbacks = new Callbacks();
    private final AcceptedSocket socket = new AcceptedSocket(callbacks, new WireMeter(), () -> now);
    private final Wire wire = new Wire();
    private Key key;
    private int writesBefore;

    @BeforeEach
    void accept() throws Exception {
        key = new Key();
        socket.setSelectionKey(key);
        socket.setChannel(wire);
    }

    @AfterEach
    void release() throws Exception {
        key.selector.close();
    }

    @Test
    void theEndWaitsUntilTheAnswerToACloseIsWritten() {
        open();
        receive(CLOSE);
        wire.ended = true;
        serve(SelectionKey.OP_READ);
        assertFalse(socket.isClosed(), "the answer waits");
        wire.room = 4;
        serve(SelectionKey.OP_WRITE);
        assertEquals("88 02 03 e8", wire.written());
        assertEquals(List.of("closed 1000"), callbacks.told);
    }

    @Test
    void theEndCountsAtOnceIfThereIsNothingToSay() {
        open();
        wire.ended = true;
        serve(SelectionKey.OP_READ);
        assertEquals(List.of("closed 1006"), callbacks.told);
        assertFalse(socket.reads());
    }

    @Test
    void anEndToldTwiceIsHarmlessEvenBeforeAnyHandshake() {
        // the library runs into a null there, and the thread that serves others would end
        socket.eot();
        socket.eot();
        assertTrue(socket.isClosed());
    }

    @Test
    void anErrorInACallbackEndsTheConnectionAndLeavesTheLoopAlone() {
        // item 12
        callbacks.error = new LinkageError("expected");
        receive(REQUEST);
        assertEquals(List.of("closed 1011"), callbacks.told);
    }

    @Test
    void aTextIsWrittenByWhoeverSendsIt() throws InvalidDataException {
        open();
        wire.room = 100;
        socket.sendFrame(text("hello"));
        assertEquals("81 05 68 65 6c 6c 6f", wire.written());
        assertFalse(socket.hasBufferedData());
        assertEquals(SelectionKey.OP_READ, key.interest, "the loop has nothing to do");
    }

    @Test
    void whatTheConnectionDoesNotTakeWaitsAndSoDoesAllThatFollows() throws InvalidDataException {
        open();
        wire.room = 3;
        socket.sendFrame(text("hello"));
        socket.sendFrame(text("you"));
        assertEquals("81 05 68", wire.written());
        assertEquals(SelectionKey.OP_READ | SelectionKey.OP_WRITE, key.interest);
        wire.room = 5;
        serve(SelectionKey.OP_WRITE);
        assertEquals("81 05 68 65 6c 6c 6f 81", wire.written());
        assertEquals(SelectionKey.OP_READ | SelectionKey.OP_WRITE, key.interest);
        wire.room = 100;
        serve(SelectionKey.OP_WRITE);
        assertEquals("81 05 68 65 6c 6c 6f 81 03 79 6f 75", wire.written());
        assertEquals(SelectionKey.OP_READ, key.interest);
    }

    @Test
    void textsWithoutAPauseAreWrittenTogether() throws InvalidDataException {
        open();
        wire.room = 100;
        socket.sendFrame(text("a"));
        now += 999_999;
        socket.sendFrame(text("b"));
        socket.sendFrame(text("c"));
        assertEquals("81 01 61", wire.written());
        serve(SelectionKey.OP_WRITE);
        assertEquals("81 01 61 81 01 62 81 01 63", wire.written());
        assertEquals(2, wire.writes - writesBefore);
        assertFalse(socket.hasBufferedData());
        now++;
        socket.sendFrame(text("d"));
        assertEquals("81 01 61 81 01 62 81 01 63 81 01 64", wire.written());
    }

    @Test
    void ofFramesWrittenTogetherTheRestWaits() throws InvalidDataException {
        open();
        wire.room = 3 + 3 + 1;
        for (String each : List.of("a", "b", "c", "d")) {
            socket.sendFrame(text(each));
        }
        serve(SelectionKey.OP_WRITE);
        assertEquals("81 01 61 81 01 62 81", wire.written());
        assertEquals(SelectionKey.OP_READ | SelectionKey.OP_WRITE, key.interest);
        wire.room = 100;
        serve(SelectionKey.OP_WRITE);
        assertEquals("81 01 61 81 01 62 81 01 63 81 01 64", wire.written());
        assertEquals(SelectionKey.OP_READ, key.interest);
    }

    @Test
    void fileDataIsLeftToTheLoop() throws InvalidDataException {
        open();
        wire.room = 100;
        BinaryFrame chunk = new BinaryFrame();
        chunk.setPayload(ByteBuffer.wrap(new byte[] {1}));
        socket.sendFrame(chunk);
        socket.sendFrame(text("a"));
        assertEquals("", wire.written());
        serve(SelectionKey.OP_WRITE);
        assertEquals("82 01 01 81 01 61", wire.written());
    }

    @Test
    void whatComesWhileTheLoopStopsLookingIsNotForgotten() throws InvalidDataException {
        open();
        wire.room = 100;
        BinaryFrame chunk = new BinaryFrame();
        chunk.setPayload(ByteBuffer.wrap(new byte[] {1}));
        socket.sendFrame(chunk);
        key.meanwhile = () -> socket.sendFrame(chunk);
        serve(SelectionKey.OP_WRITE);
        assertEquals("82 01 01", wire.written());
        assertEquals(SelectionKey.OP_READ | SelectionKey.OP_WRITE, key.interest);
        serve(SelectionKey.OP_WRITE);
        assertEquals("82 01 01 82 01 01", wire.written());
        assertEquals(SelectionKey.OP_READ, key.interest);
    }

    @Test
    void whatIsSentToAConnectionThatIsHeldBackDoesNotHaveItReadAgain() throws InvalidDataException {
        open();
        socket.stopReading();
        socket.sendFrame(text("a"));
        assertEquals(SelectionKey.OP_WRITE, key.interest);
        socket.wake();
        assertEquals(SelectionKey.OP_READ | SelectionKey.OP_WRITE, key.interest);
    }

    /** The handshake is done and its answer written. */
    private void open() {
        receive(REQUEST);
        wire.room = 1000;
        serve(SelectionKey.OP_WRITE);
        wire.room = 0;
        wire.taken.clear();
        writesBefore = wire.writes;
    }

    /** The loop finds that {@code bytes} came. */
    private void receive(byte[] bytes) {
        wire.comes = ByteBuffer.wrap(bytes);
        serve(SelectionKey.OP_READ);
    }

    private void serve(int ready) {
        key.ready = ready;
        socket.serve(key, ByteBuffer.allocate(1000));
    }

    private static TextFrame text(String text) {
        TextFrame frame = new TextFrame();
        frame.setPayload(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        return frame;
    }

    /** A key whose state is what a test says. */
    private static final class Key extends SelectionKey {
        private final Selector selector = Selector.open();
        private int interest = OP_READ;
        private int ready;
        private boolean cancelled;
        private Runnable meanwhile = () -> {};

        Key() throws IOException {}

        @Override
        public SelectableChannel channel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Selector selector() {
            return selector;
        }

        @Override
        public boolean isValid() {
            return !cancelled;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public int interestOps() {
            return interest;
        }

        @Override
        public SelectionKey interestOps(int operations) {
            Runnable first = meanwhile;
            meanwhile = () -> {};
            first.run();
            interest = operations;
            return this;
        }

        @Override
        public int readyOps() {
            return ready;
        }
    }

    /** Brings what it is told to, and takes so many bytes and no more. */
    private static final class Wire implements WrappedByteChannel {
        private final ByteBuffer taken = ByteBuffer.allocate(1000);
        private ByteBuffer comes = ByteBuffer.allocate(0);
        private boolean ended;
        private int room;
        private int writes;

        String written() {
            return HexFormat.ofDelimiter(" ").formatHex(taken.array(), 0, taken.position());
        }

        @Override
        public int read(ByteBuffer into) {
            int bytes = comes.remaining();
            into.put(comes);
            return ended ? -1 : bytes;
        }

        @Override
        public int write(ByteBuffer from) {
            int bytes = Math.min(from.remaining(), room);
            taken.put(from.slice(from.position(), bytes));
            from.position(from.position() + bytes);
            room -= bytes;
            writes++;
            return bytes;
        }

        @Override
        public boolean isNeedWrite() {
            return false;
        }

        @Override
        public void writeMore() {}

        @Override
        public boolean isNeedRead() {
            return false;
        }

        @Override
        public int readMore(ByteBuffer into) {
            return 0;
        }

        @Override
        public boolean isBlocking() {
            return false;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    /** Writes down the ends, asks for the loop, and throws when told to. */
    private static final class Callbacks extends NoCallbacks {
        private final List<String> told = new ArrayList<>();
        private Error error;

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

        @Override
        public void onWriteDemand(WebSocket socket) {
            ((AcceptedSocket) socket).wakeToWrite();
        }
    }
}

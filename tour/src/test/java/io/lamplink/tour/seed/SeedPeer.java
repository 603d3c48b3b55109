package io.lamplink.tour.seed;

import io.lamplink.tour.harness.Journal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What both ends of the seed do with frames, as QWebSocket does it. */
abstract class SeedPeer implements AutoCloseable {
    /** Longer messages leave in frames of this size. */
    private static final int OUTGOING_FRAME = 524_288;

    private final RawWebSocket socket;
    private final Journal<String> texts;
    private final Journal<RawFrame> pongs;
    private final Journal<String> log;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int messageOpcode;
    private boolean closeSent;

    SeedPeer(String name, RawWebSocket socket) {
        this.socket = socket;
        texts = new Journal<>("What " + name + " was told");
        pongs = new Journal<>("The pongs of " + name);
        log = new Journal<>("What befell " + name);
    }

    /** The texts that came. */
    public final Journal<String> texts() {
        return texts;
    }

    /** The pongs that came. */
    public final Journal<RawFrame> pongs() {
        return pongs;
    }

    /** How the connection went: {@code closed CODE REASON}, {@code end}, {@code crashed}. */
    public final Journal<String> log() {
        return log;
    }

    abstract void onText(String text) throws IOException;

    abstract void onBinary(byte[] payload) throws IOException;

    /** Reads until the connection ends. */
    final void serve() {
        try {
            while (take(socket.read())) {}
        } catch (IOException e) {
            log.add("end: " + e);
        }
        try {
            socket.close();
        } catch (IOException e) {
            log.add("end: " + e);
        }
        over();
    }

    /** Nothing more can come. */
    void over() {
        texts.end();
        pongs.end();
        log.end();
    }

    private boolean take(RawFrame frame) throws IOException {
        if (frame.rsv() != 0) {
            return leave(1002, "Rsv field is non-zero");
        }
        return switch (frame.opcode()) {
            case RawFrame.PING -> {
                send(RawFrame.whole(RawFrame.PONG, frame.payload()));
                yield true;
            }
            case RawFrame.PONG -> {
                pongs.add(frame);
                yield true;
            }
            case RawFrame.CLOSE -> onClose(frame);
            default -> takeData(frame);
        };
    }

    private boolean onClose(RawFrame frame) throws IOException {
        byte[] payload = frame.payload();
        String reason = payload.length < 2 ? "" : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        log.add(("closed " + frame.closeCode() + " " + reason).strip());
        return leave(payload.length < 2 ? 1000 : frame.closeCode(), reason);
    }

    private boolean takeData(RawFrame frame) throws IOException {
        if (frame.opcode() != RawFrame.CONTINUATION) {
            messageOpcode = frame.opcode();
            message.reset();
        }
        message.write(frame.payload());
        if (!frame.fin()) {
            return true;
        }
        byte[] whole = message.toByteArray();
        message.reset();
        if (messageOpcode == RawFrame.BINARY) {
            onBinary(whole);
            return true;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(whole))
                    .toString();
            texts.add(text);
            onText(text);
            return true;
        } catch (CharacterCodingException e) {
            return leave(1007, "Invalid UTF-8 code encountered.");
        }
    }

    private boolean leave(int code, String reason) throws IOException {
        sendClose(code, reason);
        return false;
    }

    /** Sends a close frame, once. */
    final synchronized void sendClose(int code, String reason) throws IOException {
        if (!closeSent) {
            closeSent = true;
            send(RawFrame.close(code, reason));
        }
    }

    /** Says something in the chat, as the person at the seed's window would. */
    public final void say(String text) throws IOException {
        String trimmed = text.strip();
        if (!trimmed.isEmpty()) {
            sendMessage(RawFrame.TEXT, trimmed.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Sends a binary message, whatever it holds. */
    public final void sendBinary(byte[] payload) throws IOException {
        sendMessage(RawFrame.BINARY, payload);
    }

    private void sendMessage(int opcode, byte[] payload) throws IOException {
        sendInFragments(opcode, payload, OUTGOING_FRAME);
    }

    /** Sends a message in frames of at most {@code most} bytes. */
    public final synchronized void sendInFragments(int opcode, byte[] payload, int most) throws IOException {
        int from = 0;
        do {
            int to = Math.min(payload.length, from + most);
            int now = from == 0 ? opcode : RawFrame.CONTINUATION;
            send(RawFrame.of(to == payload.length, 0, now, Arrays.copyOfRange(payload, from, to)));
            from = to;
        } while (from < payload.length);
    }

    /** Sends a frame as it is. */
    public final void send(RawFrame frame) throws IOException {
        socket.write(frame);
    }

    /** Sends bytes as they are. */
    public final void sendBytes(byte[] bytes) throws IOException {
        socket.writeBytes(bytes);
    }

    /** Ends as a process does that crashes. */
    final void crash(String why) throws IOException {
        log.add("crashed: " + why);
        socket.abort();
    }

    /** The connection breaks without a word. */
    public final void vanish() throws IOException {
        socket.abort();
    }

    /** Closes TCP, with whatever was said before. */
    final void hangUp() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

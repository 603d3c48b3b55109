package io.lamplink.common.websocket;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidFrameException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.FramedataImpl1;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of one connection (RFC 6455, section 5.2) from pieces of any size. What it holds grows with the bytes
 * that came; the library allocates what a header declares, so that a few bytes on each of many connections would fill the
 * memory. Masked bytes are unmasked eight at a time, where the library does it one by one. Used by one thread at a time.
 */
final class FrameDecoder {
    private static final int MAX_HEADER_BYTES = 14;
    private static final int MAX_CONTROL_BYTES = 125;

    /** Held for a frame of which little came: a header alone must not make us hold what it declares. */
    private static final int FIRST_ROOM = 64 * 1024;

    /** Held for a frame that filled the first room: all of a longest chunk, which is so copied once at most as it grows. */
    private static final int SECOND_ROOM = PayloadBuffers.BYTES;

    /** A binary frame of so many bytes is worth a buffer outside the heap. */
    private static final int LONG_BYTES = 48 * 1024;

    /** So many bytes of a long frame must have come before it gets one. */
    static final int LONG_BEGINS_BYTES = 8 * 1024;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final int limit;
    private final PayloadBuffers buffers;
    private final BooleanSupplier held;
    private int limitNow;
    private final ByteBuffer header = ByteBuffer.allocate(MAX_HEADER_BYTES);
    private Opcode opcode = Opcode.CONTINUOUS;
    private boolean inPayload;
    private int length;
    private int key;
    private ByteBuffer payload = NOTHING;
    private int received;
    private boolean closed;

    /** A decoder that refuses frames of more than {@code limit} bytes of payload. */
    FrameDecoder(int limit) {
        this(limit, limit, () -> false);
    }

    /**
     * The same, but for the frames of the first data message, and of others as long as the peer is {@code held}, which have at
     * most {@code first} bytes each.
     */
    FrameDecoder(int first, int limit, BooleanSupplier held) {
        this(first, limit, held, PayloadBuffers.shared());
    }

    /** The same with long payloads in {@code buffers}. */
    FrameDecoder(int first, int limit, BooleanSupplier held, PayloadBuffers buffers) {
        this.limitNow = first;
        this.limit = limit;
        this.held = held;
        this.buffers = buffers;
    }

    /**
     * The frames that {@code wire}, which is consumed, completes.
     *
     * @throws InvalidDataException with the close code to send; the decoder can't be used after that
     */
    List<Framedata> decode(ByteBuffer wire) throws InvalidDataException {
        List<Framedata> frames = new ArrayList<>();
        while (wire.hasRemaining() && !closed) {
            if (!inPayload) {
                header.put(wire.get());
                inPayload = header.position() == headerBytes();
                if (inPayload) {
                    begin();
                }
            }
            if (inPayload) {
                take(wire);
                if (received == length) {
                    add(finish(), frames);
                }
            }
        }
        wire.position(wire.limit());
        return frames;
    }

    private void add(Framedata frame, List<Framedata> frames) throws InvalidDataException {
        if (frames.size() == ProtocolLimits.MAX_FRAMES_AT_ONCE) {
            throw new InvalidDataException(CloseReason.FLOOD, "Too many frames at once.");
        }
        if (frame.isFin() && !LamplinkDraft.isControl(frame.getOpcode()) && !held.getAsBoolean()) {
            limitNow = limit;
        }
        closed = frame.getOpcode() == Opcode.CLOSING; // what follows is nobody's (RFC 6455, section 5.5.1)
        frames.add(frame);
    }

    /** Bytes of memory held for a frame that is not complete. */
    int held() {
        return payload.capacity();
    }

    /**
     * Where the next bytes of the connection may be put rather than into a buffer for {@link #decode}: all that is missing of a
     * long frame but its last byte, which has to come by {@link #decode}. What was put there is to be told by {@link #filled}.
     *
     * @return null if there is no such place
     */
    @Nullable
    ByteBuffer space() {
        boolean open = inPayload && payload.isDirect() && received < length - 1;
        return open ? payload.slice(received, length - 1 - received) : null;
    }

    /** The first {@code bytes} bytes of {@link #space} have come. */
    void filled(int bytes) {
        unmask(bytes);
        received += bytes;
    }

    /** How long the header is, as far as can be told from the part that came. */
    private int headerBytes() throws InvalidDataException {
        if (header.position() < 2) {
            return MAX_HEADER_BYTES;
        }
        check(header.get(0), header.get(1));
        int declared = header.get(1) & 0x7F;
        int lengthBytes = declared < 126 ? 0 : declared == 126 ? Short.BYTES : Long.BYTES;
        return 2 + lengthBytes + (header.get(1) < 0 ? Integer.BYTES : 0);
    }

    private void check(byte first, byte second) throws InvalidDataException {
        opcode = opcode(first & 0x0F);
        boolean control = (first & 0x08) != 0;
        if ((first & 0x70) != 0) {
            throw new InvalidFrameException("A reserved bit is set.");
        }
        if (control && (first >= 0 || (second & 0x7F) > MAX_CONTROL_BYTES)) {
            throw new InvalidFrameException("A control frame is in fragments or too long.");
        }
    }

    private static Opcode opcode(int bits) throws InvalidFrameException {
        return switch (bits) {
            case 0 -> Opcode.CONTINUOUS;
            case 1 -> Opcode.TEXT;
            case 2 -> Opcode.BINARY;
            case 8 -> Opcode.CLOSING;
            case 9 -> Opcode.PING;
            case 10 -> Opcode.PONG;
            default -> throw new InvalidFrameException("An opcode is unknown.");
        };
    }

    private void begin() throws LimitExceededException {
        header.flip().position(1);
        byte second = header.get();
        int declared = second & 0x7F;
        long size = declared < 126 ? declared : declared == 126 ? header.getShort() & 0xFFFF : header.getLong();
        if (size < 0 || size > limitNow) {
            throw new LimitExceededException("A message is over " + limitNow + " bytes.", limitNow);
        }
        length = (int) size;
        key = second < 0 ? header.getInt() : 0;
    }

    private void take(ByteBuffer wire) {
        int bytes = Math.min(wire.remaining(), length - received);
        if (received + bytes > payload.capacity()) {
            grow(received + bytes);
        }
        payload.put(received, wire, wire.position(), bytes);
        wire.position(wire.position() + bytes);
        filled(bytes);
    }

    private void unmask(int bytes) {
        if (key != 0) {
            int turned = Integer.rotateLeft(key, 8 * (received & 3));
            FrameEncoder.mask(payload, received, received + bytes, turned);
        }
    }

    private void grow(int came) {
        boolean isLong = opcode == Opcode.BINARY && length >= LONG_BYTES && length <= PayloadBuffers.BYTES;
        ByteBuffer larger = isLong ? longRoom(came) : null;
        if (larger == null) {
            larger = ByteBuffer.allocate(Math.min(length, room(came)));
        }
        payload = larger.put(0, payload, 0, received);
    }

    private @Nullable ByteBuffer longRoom(int came) {
        return came < LONG_BEGINS_BYTES ? ByteBuffer.allocate(LONG_BEGINS_BYTES) : buffers.take();
    }

    private static int room(int came) {
        return came < FIRST_ROOM ? FIRST_ROOM : Math.max(SECOND_ROOM, 2 * came);
    }

    private Framedata finish() throws InvalidDataException {
        FramedataImpl1 frame = FramedataImpl1.get(opcode);
        ByteBuffer bytes = payload.limit(length);
        if (opcode == Opcode.CLOSING && length > 2) {
            checkReason(bytes.slice(2, length - 2));
        }
        frame.setFin(header.get(0) < 0);
        frame.setPayload(bytes);
        if (opcode == Opcode.CLOSING) {
            frame.isValid(); // looks at the close code
        }
        forget();
        return frame;
    }

    /** The library would run into a null. */
    private static void checkReason(ByteBuffer reason) throws InvalidDataException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(reason);
        } catch (CharacterCodingException e) {
            throw new InvalidDataException(CloseFrame.NO_UTF8, "A close reason is not valid UTF-8.", e);
        }
    }

    private void forget() {
        header.clear();
        inPayload = false;
        payload = NOTHING;
        received = 0;
    }
}

package io.lamplink.common.websocket;

import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.FramedataImpl1;
import org.jspecify.annotations.Nullable;

/**
 * Joins the fragments of one connection's messages (RFC 6455, section 5.4) and checks the sum before it keeps a byte.
 * The library counts the first and the last fragment only, and keeps even empty ones. Used by one thread at a time.
 */
final class MessageAssembler {
    private static final byte[] NOTHING = new byte[0];

    private final int limit;
    private final BooleanSupplier held;
    private int limitNow;
    private int fragments;
    private @Nullable Opcode kind;
    private byte[] bytes = NOTHING;
    private int length;

    /** An assembler of messages of at most {@code limit} bytes. */
    MessageAssembler(int limit) {
        this(limit, limit, () -> false);
    }

    /** The same, but for the first message, and others as long as the peer is {@code held}, of at most {@code first} bytes. */
    MessageAssembler(int first, int limit, BooleanSupplier held) {
        this.limitNow = first;
        this.limit = limit;
        this.held = held;
    }

    /**
     * The whole message that {@code frame}, a data frame, is or completes; null while fragments are missing.
     *
     * @throws LimitExceededException (close code 1009) if the message would be over the limit, or has too many fragments
     * @throws InvalidDataException (close code 1002) if the fragments are out of order
     */
    @Nullable
    Framedata add(Framedata frame) throws InvalidDataException {
        boolean begins = frame.getOpcode() != Opcode.CONTINUOUS;
        if (begins && kind != null) {
            throw new InvalidDataException(CloseFrame.PROTOCOL_ERROR, "A message began before the last one ended.");
        }
        if (begins && frame.isFin()) {
            messageEnds();
            return frame;
        }
        Opcode whole = begins ? frame.getOpcode() : kind;
        if (whole == null) {
            throw new InvalidDataException(CloseFrame.PROTOCOL_ERROR, "A fragment came without a beginning.");
        }
        kind = whole;
        append(frame.getPayloadData());
        return frame.isFin() ? finish(whole) : null;
    }

    private void append(ByteBuffer part) throws LimitExceededException {
        fragments++;
        if (part.remaining() > limitNow - length) {
            throw tooMuch("A message is over " + limitNow + " bytes.", limitNow);
        }
        if (fragments > ProtocolLimits.MAX_FRAGMENTS) {
            throw tooMuch(
                    "A message has over " + ProtocolLimits.MAX_FRAGMENTS + " fragments.", ProtocolLimits.MAX_FRAGMENTS);
        }
        int needed = length + part.remaining();
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(limitNow, Math.max(needed, 2L * bytes.length)));
        }
        part.duplicate().get(bytes, length, part.remaining());
        length = needed;
    }

    private LimitExceededException tooMuch(String sentence, int most) {
        forget();
        return new LimitExceededException(sentence, most);
    }

    private void messageEnds() {
        if (!held.getAsBoolean()) {
            limitNow = limit;
        }
    }

    private Framedata finish(Opcode whole) {
        messageEnds();
        FramedataImpl1 message = FramedataImpl1.get(whole);
        message.setPayload(ByteBuffer.wrap(bytes, 0, length).slice());
        forget();
        return message;
    }

    private void forget() {
        kind = null;
        bytes = NOTHING;
        length = 0;
        fragments = 0;
    }
}

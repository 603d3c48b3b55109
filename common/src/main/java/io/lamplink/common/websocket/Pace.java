package io.lamplink.common.websocket;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.session.Rate;
import io.lamplink.common.session.TokenBucket;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.Framedata;

/**
 * How fast one peer may bring frames. Beyond that its connection is not read for a while, which costs nobody else
 * anything. Any thread may call any method.
 */
final class Pace {
    /** Smaller frames cost more time than their bytes. */
    private static final int SMALL_BYTES = 1024;

    private final LongSupplier nanoTime;
    private final TokenBucket frames;
    private final TokenBucket control;
    private final AtomicLong restsUntil;

    /** A pace by the clock given, in nanoseconds. */
    Pace(LongSupplier nanoTime) {
        long now = nanoTime.getAsLong();
        this.nanoTime = nanoTime;
        this.frames = new TokenBucket(Rate.FRAMES, now);
        this.control = new TokenBucket(Rate.CONTROL, now);
        this.restsUntil = new AtomicLong(now);
    }

    /**
     * Counts what was decoded.
     *
     * @throws InvalidDataException (close code 4429) if that is far too much
     */
    void took(List<Framedata> decoded) throws InvalidDataException {
        long now = nanoTime.getAsLong();
        long rest = 0;
        for (Framedata frame : decoded) {
            if (isSmall(frame)) {
                rest = Math.max(rest, frames.spend(now));
            }
            if (isIdle(frame)) {
                rest = Math.max(rest, control.spend(now));
            }
        }
        if (frames.flooded() || control.flooded()) {
            throw new InvalidDataException(CloseReason.FLOOD, "Too many frames.");
        }
        if (rest > 0) {
            rest(rest);
        }
    }

    /** Reads nothing for {@code nanos} from now. */
    void rest(long nanos) {
        long until = nanoTime.getAsLong() + nanos;
        restsUntil.accumulateAndGet(until, (before, next) -> next - before > 0 ? next : before);
    }

    /** Whether the connection should not be read. */
    boolean rests() {
        return restsUntil.get() - nanoTime.getAsLong() > 0;
    }

    /** Nanoseconds since the connection was to be read again. */
    long nanosSinceRest() {
        return Math.max(0, nanoTime.getAsLong() - restsUntil.get());
    }

    private static boolean isSmall(Framedata frame) {
        return frame.getPayloadData().remaining() < SMALL_BYTES;
    }

    /** Whether the frame brings nothing: control frames, and fragments without a byte. */
    private static boolean isIdle(Framedata frame) {
        boolean fragment = frame.getOpcode() == Opcode.CONTINUOUS || !frame.isFin();
        return frame.getOpcode() == Opcode.PING
                || frame.getOpcode() == Opcode.PONG
                || (fragment && !frame.getPayloadData().hasRemaining());
    }
}

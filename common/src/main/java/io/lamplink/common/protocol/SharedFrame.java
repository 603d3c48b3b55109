package io.lamplink.common.protocol;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A frame that goes over many channels, which may share what they make of it. May be used from any thread. */
public final class SharedFrame {
    private final Frame frame;
    private final long size;
    private @Nullable ByteBuffer wire;

    SharedFrame(Frame frame) {
        this.frame = frame;
        this.size = frame.size();
    }

    /** What is sent. */
    public Frame frame() {
        return frame;
    }

    /** Bytes of payload on the wire. */
    public long size() {
        return size;
    }

    /**
     * The bytes that channels without a mask write, made by the first that asks.
     *
     * @return a buffer with a position of its own, whose bytes nobody may change
     */
    public synchronized ByteBuffer wire(Function<Frame, ByteBuffer> encoder) {
        if (wire == null) {
            wire = encoder.apply(frame);
        }
        return wire.duplicate();
    }
}

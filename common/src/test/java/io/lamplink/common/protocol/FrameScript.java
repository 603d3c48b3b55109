package io.lamplink.common.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * How the fuzz tests cut one input into frames: again and again 1 byte kind, 3 bytes length (big-endian, cut to what is
 * left) and so many bytes of payload. The seed inputs beside the tests in the resources are written the same way.
 */
public final class FrameScript {
    private static long steps;

    private FrameScript() {}

    /** How many steps there were so far, for the one who searches. */
    public static long steps() {
        return steps;
    }

    /** Hands over kind and payload of each step; {@code T} is a text frame and {@code B} a binary one. */
    public static void play(byte[] input, BiConsumer<Byte, ByteBuffer> step) {
        ByteBuffer in = ByteBuffer.wrap(input);
        while (in.remaining() >= 4) {
            byte kind = in.get();
            int said = Byte.toUnsignedInt(in.get()) << 16 | Short.toUnsignedInt(in.getShort());
            int length = Math.min(said, in.remaining());
            steps++;
            step.accept(kind, in.slice(in.position(), length));
            in.position(in.position() + length);
        }
    }

    /** The frame of a step. */
    public static Frame frame(byte kind, ByteBuffer payload) {
        return kind == 'T'
                ? new Frame.Text(
                        StandardCharsets.UTF_8.decode(payload.duplicate()).toString())
                : Frame.Binary.of(payload);
    }
}

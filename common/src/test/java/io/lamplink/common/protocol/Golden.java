package io.lamplink.common.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Captured bytes from the test resource folder {@code golden}, whose README tells their origin. */
public final class Golden {
    private Golden() {}

    /** The whole resource. */
    public static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A captured text message. */
    public static Frame text(String name) {
        return new Frame.Text(new String(bytes(name), StandardCharsets.UTF_8));
    }

    /** A captured binary message. */
    public static Frame binary(String name) {
        return Frame.Binary.of(ByteBuffer.wrap(bytes(name)));
    }

    /** The payload of {@code frame} as it goes on the wire. */
    public static byte[] payload(Frame frame) {
        return switch (frame) {
            case Frame.Text(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case Frame.Binary binary -> remaining(binary.joined());
        };
    }

    /** The bytes from position to limit; the buffer is not consumed. */
    public static byte[] remaining(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}

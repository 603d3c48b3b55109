package io.lamplink.common.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.java_websocket.enums.Opcode;
import org.java_websocket.framing.FramedataImpl1;
import org.jspecify.annotations.Nullable;

/**
 * A frame as RFC 6455, section 5.2 draws it, written field by field and masked byte by byte: slow, and by none of the code
 * that is tested.
 *
 * @param key the masking key; null without
 * @param lengthBytes bytes of the extended length: 0, 2 or 8, more than needed too
 */
record SampleFrame(
        Opcode opcode,
        boolean fin,
        ByteBuffer payload,
        @Nullable Integer key,
        int lengthBytes) {

    /** Any bytes, but letters for a text, which is not read otherwise. */
    private static ByteBuffer payload(Random random, Opcode kind, int size) {
        byte[] payload = new byte[size];
        random.nextBytes(payload);
        if (kind == Opcode.TEXT) {
            for (int i = 0; i < size; i++) {
                payload[i] = (byte) ('a' + (payload[i] & 15));
            }
        }
        return ByteBuffer.wrap(payload);
    }

    /** A frame of a random key, or none, in one of the length forms that can say {@code size}. */
    static SampleFrame of(Random random, Opcode opcode, boolean fin, Opcode kind, int size) {
        return new SampleFrame(
                opcode, fin, payload(random, kind, size), key(random), lengthBytes(random, opcode, size));
    }

    /** Messages in up to five fragments, with control frames between them, and perhaps a close at the end. */
    static List<SampleFrame> sequence(Random random, int... sizes) {
        List<SampleFrame> frames = new ArrayList<>();
        for (int messages = 1 + random.nextInt(4); messages > 0; messages--) {
            Opcode kind = random.nextBoolean() ? Opcode.TEXT : Opcode.BINARY;
            int fragments = 1 + random.nextInt(5);
            for (int i = 0; i < fragments; i++) {
                Opcode opcode = i == 0 ? kind : Opcode.CONTINUOUS;
                frames.add(of(random, opcode, i == fragments - 1, kind, sizes[random.nextInt(sizes.length)]));
                if (random.nextInt(3) == 0) {
                    frames.add(control(random, random.nextBoolean() ? Opcode.PING : Opcode.PONG));
                }
            }
        }
        if (random.nextBoolean()) {
            frames.add(close(random));
        }
        return frames;
    }

    /** The bytes of all {@code frames} in a row. */
    static byte[] wire(List<SampleFrame> frames) {
        ByteBuffer all = ByteBuffer.allocate(
                frames.stream().mapToInt(frame -> 14 + frame.payload.limit()).sum());
        frames.forEach(frame -> frame.putOn(all));
        return Arrays.copyOf(all.array(), all.position());
    }

    /** The frame as the library holds it. */
    FramedataImpl1 framedata() {
        FramedataImpl1 frame = FramedataImpl1.get(opcode);
        frame.setFin(fin);
        frame.setPayload(payload.duplicate());
        return frame;
    }

    @Override
    public String toString() {
        return opcode + (fin ? " fin" : "") + (key == null ? "" : " masked") + " " + payload.limit() + "/"
                + lengthBytes;
    }

    private void putOn(ByteBuffer wire) {
        wire.put((byte) ((fin ? 0x80 : 0) | bits()));
        int masked = key == null ? 0 : 0x80;
        switch (lengthBytes) {
            case 0 -> wire.put((byte) (masked | payload.limit()));
            case 2 -> wire.put((byte) (masked | 126)).putShort((short) payload.limit());
            default -> wire.put((byte) (masked | 127)).putLong(payload.limit());
        }
        byte[] mask = ByteBuffer.allocate(4).putInt(key == null ? 0 : key).array();
        if (key != null) {
            wire.put(mask);
        }
        for (int i = 0; i < payload.limit(); i++) {
            wire.put((byte) (payload.get(i) ^ mask[i % 4]));
        }
    }

    private int bits() {
        return switch (opcode) {
            case CONTINUOUS -> 0x0;
            case TEXT -> 0x1;
            case BINARY -> 0x2;
            case CLOSING -> 0x8;
            case PING -> 0x9;
            case PONG -> 0xA;
        };
    }

    private static SampleFrame control(Random random, Opcode opcode) {
        return of(random, opcode, true, opcode, random.nextInt(126));
    }

    private static SampleFrame close(Random random) {
        byte[] reason = "再见, bye".getBytes(StandardCharsets.UTF_8);
        byte[] payload = ByteBuffer.allocate(2 + reason.length)
                .putShort((short) (1000 + random.nextInt(2)))
                .put(reason)
                .array();
        byte[] some = Arrays.copyOf(payload, random.nextBoolean() ? payload.length : random.nextInt(3));
        return new SampleFrame(Opcode.CLOSING, true, ByteBuffer.wrap(some), key(random), 0);
    }

    private static @Nullable Integer key(Random random) {
        return random.nextBoolean() ? random.nextInt() : null;
    }

    private static int lengthBytes(Random random, Opcode opcode, int size) {
        boolean control = opcode == Opcode.PING || opcode == Opcode.PONG || opcode == Opcode.CLOSING;
        int[] forms = control ? new int[] {0} : size <= 125 ? new int[] {0, 2, 8} : new int[] {2, 8};
        return size > 0xFFFF ? 8 : forms[random.nextInt(forms.length)];
    }
}

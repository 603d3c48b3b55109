package io.lamplink.bench.crowd;

import io.lamplink.bench.process.BenchException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what it needs of a JSON message of our own server, whose fields come in one order, without making a tree of it. */
final class LightMessage {
    private static final byte[] TYPE = ascii("{\"type\":\"");
    private static final byte[] ID = ascii("\"id\":\"");
    private static final byte[] TRANSFER = ascii("\"transferId\":\"");
    private static final byte[] NUMBER = ascii("number ");
    private static final int ID_CHARS = 36;

    private final byte[] bytes;
    private final int from;
    private final int end;

    LightMessage(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.end = from + length;
    }

    /** Whether the message has that type. */
    boolean is(byte[] type) {
        int at = from + TYPE.length;
        return Arrays.equals(bytes, from, at, TYPE, 0, TYPE.length)
                && at + type.length < end
                && Arrays.equals(bytes, at, at + type.length, type, 0, type.length)
                && bytes[at + type.length] == '"';
    }

    /** The id of a text, as the 36 bytes from here on. */
    int id() {
        return behind(ID);
    }

    /** The id of a transfer. */
    String transfer() {
        return new String(bytes, behind(TRANSFER), ID_CHARS, StandardCharsets.US_ASCII);
    }

    /** The number that a text of the bench holds. */
    long number() {
        long number = 0;
        for (int at = behind(NUMBER); at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = 10 * number + bytes[at] - '0';
        }
        return number;
    }

    private int behind(byte[] key) {
        for (int at = from; at + key.length <= end; at++) {
            if (Arrays.equals(bytes, at, at + key.length, key, 0, key.length)) {
                return at + key.length;
            }
        }
        throw new BenchException("A message of the server is not understood: "
                + new String(bytes, from, end - from, StandardCharsets.UTF_8));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

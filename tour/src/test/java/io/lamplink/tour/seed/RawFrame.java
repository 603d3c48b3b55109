package io.lamplink.tour.seed;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** One WebSocket frame (RFC 6455, section 5.2) with every bit as it stands on the wire. */
public final class RawFrame {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private final boolean fin;
    private final int rsv;
    private final int opcode;
    private final byte[] payload;
    private final boolean masked;

    private RawFrame(boolean fin, int rsv, int opcode, byte[] payload, boolean masked) {
        this.fin = fin;
        this.rsv = rsv;
        this.opcode = opcode;
        this.payload = payload;
        this.masked = masked;
    }

    /** A frame as it was read; its payload is without mask already. */
    static RawFrame read(int head, byte[] payload, boolean masked) {
        return new RawFrame((head & 0x80) != 0, head >> 4 & 7, head & 0x0f, payload, masked);
    }

    /** A frame with any bits; {@code rsv} is 0 to 7. */
    public static RawFrame of(boolean fin, int rsv, int opcode, byte[] payload) {
        return new RawFrame(fin, rsv, opcode, payload, false);
    }

    /** A whole message in one frame. */
    public static RawFrame whole(int opcode, byte[] payload) {
        return new RawFrame(true, 0, opcode, payload, false);
    }

    /** A text in one frame. */
    public static RawFrame text(String text) {
        return whole(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A close frame with that code and reason. */
    public static RawFrame close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[2 + text.length];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(text, 0, payload, 2, text.length);
        return whole(CLOSE, payload);
    }

    public boolean fin() {
        return fin;
    }

    public int rsv() {
        return rsv;
    }

    public int opcode() {
        return opcode;
    }

    public byte[] payload() {
        return payload;
    }

    /** Whether it was masked when it was read. */
    public boolean masked() {
        return masked;
    }

    /** The payload as UTF-8. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** The code of a close frame; 1005, which RFC 6455 reserves for it, where it has none. */
    public int closeCode() {
        return payload.length < 2 ? 1005 : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
    }

    @Override
    public String toString() {
        String start = opcode == TEXT
                ? text()
                : HexFormat.ofDelimiter(" ").formatHex(payload, 0, Math.min(payload.length, 48));
        return "opcode " + opcode + (fin ? "" : ", more to come") + (rsv == 0 ? "" : ", rsv " + rsv) + ", "
                + payload.length + " bytes: " + start.substring(0, Math.min(start.length(), 160));
    }
}

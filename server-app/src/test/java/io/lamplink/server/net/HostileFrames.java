package io.lamplink.server.net;

import static io.lamplink.server.net.HostileCase.State.GREETING;
import static io.lamplink.server.net.HostileCase.State.QT;
import static io.lamplink.server.net.HostileCase.State.READY;

import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Hostile cases made of frames that RFC 6455 does not allow, or that are too many or too long. */
final class HostileFrames {
    private static final int FIN_TEXT = RawClient.FIN | RawClient.TEXT;
    private static final int FIN_BINARY = RawClient.FIN | RawClient.BINARY;
    private static final int FIN_CLOSE = RawClient.FIN | RawClient.CLOSE;
    private static final int FIN_PING = RawClient.FIN | RawClient.PING;

    private final List<HostileCase> rows = new ArrayList<>();

    static List<HostileCase> all() {
        HostileFrames cases = new HostileFrames();
        cases.heads();
        cases.fragments();
        cases.lengths();
        cases.badUtf8();
        cases.closeFrames();
        cases.floods();
        cases.ends();
        return cases.rows;
    }

    private void heads() {
        for (int bit : new int[] {0x40, 0x20, 0x10, 0x70}) {
            bad("reserved bits %02x".formatted(bit), 1002, FIN_TEXT | bit, "78");
            bad("reserved bits %02x of a ping".formatted(bit), 1002, FIN_PING | bit, "");
        }
        for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
            bad("opcode " + opcode, 1002, RawClient.FIN | opcode, "");
        }
        bad("a ping of 126 bytes", 1002, FIN_PING, "00".repeat(126));
        bad("a pong of 126 bytes", 1002, RawClient.FIN | RawClient.PONG, "00".repeat(126));
        bad("a close of 126 bytes", 1002, FIN_CLOSE, "03e8" + "61".repeat(124));
        bad("a ping in fragments", 1002, RawClient.PING, "");
        bad("a close in fragments", 1002, RawClient.CLOSE, "03e8");
        rows.add(HostileCase.alive(
                QT, "a text without mask", client -> client.raw().sendText("x")));
        rows.add(HostileCase.alive(QT, "a mask of zeros", client -> client.bytes(0x81, 0x81, 0, 0, 0, 0, 'x')));
        rows.add(HostileCase.row(
                QT,
                "bad UTF-8 behind a mask",
                1007,
                client -> client.bytes(0x81, 0x82, 1, 2, 3, 4, 0xC3 ^ 1, 0x28 ^ 2)));
    }

    private void fragments() {
        bad("a continuation of nothing", 1002, 0, "78");
        bad("the last fragment of nothing", 1002, RawClient.FIN, "78");
        frames("a text within a text", 1002, "01 01 61 81 01 62");
        frames("a fragment of a text within one", 1002, "01 01 61 01 01 62");
        frames("a binary message within a text", 1002, "01 01 61 82 01 62");
        frames("a continuation after the end", 1002, "01 01 61 80 01 62 80 01 63");
        rows.add(HostileCase.alive(
                QT, "a ping within a text", client -> client.raw().send(hex("01 01 61 89 01 70 80 01 62"))));
        rows.add(HostileCase.alive(
                QT, "empty fragments", client -> client.raw().send(hex("01 00 00 00 00 00 80 01 62"))));
    }

    private void lengths() {
        rows.add(HostileCase.alive(QT, "16 bits for a short length", client -> client.bytes(FIN_TEXT, 126, 0, 1, 'x')));
        rows.add(HostileCase.alive(
                QT, "64 bits for a short length", client -> client.bytes(FIN_TEXT, 127, 0, 0, 0, 0, 0, 0, 0, 1, 'x')));
        for (long length : new long[] {
            Long.MIN_VALUE, -1, 1L << 62, 1L << 32, Integer.MAX_VALUE, ProtocolLimits.MAX_MESSAGE_BYTES + 1L
        }) {
            rows.add(HostileCase.row(
                    QT,
                    "a declared length of " + length,
                    1009,
                    client -> client.raw().send(declared(length))));
        }
        rows.add(HostileCase.row(
                GREETING,
                "64 KiB and a byte before HELLO",
                1009,
                client -> client.raw().send(declared(ProtocolLimits.MAX_FIRST_BYTES + 1L))));
        rows.add(HostileCase.row(GREETING, "the same in fragments", 1009, client -> {
            client.raw().sendFrame(RawClient.TEXT, new byte[ProtocolLimits.MAX_FIRST_BYTES]);
            client.raw().sendFrame(RawClient.FIN, new byte[1]);
        }));
        rows.add(HostileCase.row(
                READY,
                "4 MiB and a byte after HELLO",
                1009,
                client -> client.raw().send(declared(ProtocolLimits.MAX_MESSAGE_BYTES + 1L))));
        rows.add(HostileCase.row(READY, "the same in fragments", 1009, client -> {
            client.raw().sendFrame(RawClient.BINARY, new byte[ProtocolLimits.MAX_MESSAGE_BYTES]);
            client.raw().sendFrame(RawClient.FIN, new byte[1]);
        }));
    }

    static byte[] declared(long length) {
        return ByteBuffer.allocate(10)
                .put((byte) FIN_BINARY)
                .put((byte) 127)
                .putLong(length)
                .array();
    }

    private void badUtf8() {
        for (String bytes : List.of(
                "80",
                "bf",
                "c080",
                "c1bf",
                "c3",
                "c328",
                "e08080",
                "e6b5",
                "e6b528",
                "eda080",
                "edbfbf",
                "f0808080",
                "f09f98",
                "f4908080",
                "f5808080",
                "fe",
                "ff",
                "c3a9ff")) {
            bad("a text of " + bytes, 1007, FIN_TEXT, bytes);
        }
        splits("e6b58b", true);
        splits("f09f9880", true);
        splits("e6b528", false);
        splits("f09f9828", false);
    }

    /** A character cut at each place, good or broken. */
    private void splits(String character, boolean good) {
        byte[] bytes = HexFormat.of().parseHex(character);
        for (int at = 1; at < bytes.length; at++) {
            int cut = at;
            HostileCase.Deed deed = client -> {
                client.raw().sendFrame(RawClient.TEXT, Arrays.copyOf(bytes, cut));
                client.raw().sendFrame(RawClient.FIN, Arrays.copyOfRange(bytes, cut, bytes.length));
            };
            String name = character + " cut behind byte " + cut;
            rows.add(good ? HostileCase.alive(QT, name, deed) : HostileCase.row(QT, name, 1007, deed));
        }
    }

    private void closeFrames() {
        bad("a close of one byte", 1002, FIN_CLOSE, "03");
        for (int code : new int[] {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535}) {
            bad("close code " + code, 1002, FIN_CLOSE, "%04x".formatted(code));
        }
        bad("a close whose reason is cut short", 1007, FIN_CLOSE, "03e8c3");
        bad("a close whose reason is no UTF-8", 1007, FIN_CLOSE, "03e861ff62");
        for (int code : new int[] {1000, 1001, 1011, 3000, 4400, 4999}) {
            bad("a good close, " + code, code, FIN_CLOSE, "%04x".formatted(code));
        }
        bad("an empty close", 1000, FIN_CLOSE, "");
        frames("a text behind the close", 1000, "88 02 03 e8 81 01 78");
        frames("a second close", 1000, "88 02 03 e8 88 02 03 e9");
        frames("rubbish behind the close", 1000, "88 02 03 e8 ff ff ff ff ff ff");
    }

    private void floods() {
        byte[] pings = repeated(hex("89 00"), 20_000);
        rows.add(HostileCase.row(QT, "20,000 pings", 4429, client -> client.flood(pings, 1)));
        rows.add(HostileCase.row(
                QT, "20,000 empty texts", 4429, client -> client.flood(repeated(hex("81 00"), 20_000), 1)));
        rows.add(HostileCase.row(QT, "20,000 empty fragments", 4429, client -> {
            client.bytes(1, 0);
            client.flood(repeated(hex("00 00"), 20_000), 1);
        }));
        rows.add(HostileCase.row(
                READY, "20,000 pongs", 4429, client -> client.flood(repeated(hex("8a 00"), 20_000), 1)));
    }

    private void ends() {
        rows.add(HostileCase.cut(QT, "an end within a frame", client -> {
            client.bytes(FIN_TEXT, 5, 'a');
            client.raw().endOutput();
        }));
        rows.add(HostileCase.cut(READY, "an end within a message", client -> {
            client.bytes(RawClient.TEXT, 1, 'a');
            client.raw().endOutput();
        }));
        rows.add(HostileCase.gone(QT, "a reset within a frame", client -> {
            client.bytes(FIN_TEXT, 127, 0, 0);
            client.raw().reset();
        }));
        rows.add(HostileCase.gone(
                GREETING, "a reset before HELLO", client -> client.raw().reset()));
    }

    private void bad(String name, int code, int head, String payload) {
        byte[] bytes = HexFormat.of().parseHex(payload);
        rows.add(HostileCase.row(QT, name, code, client -> client.raw().sendFrame(head, bytes)));
    }

    private void frames(String name, int code, String hex) {
        rows.add(HostileCase.row(QT, name, code, client -> client.raw().send(hex(hex))));
    }

    private static byte[] hex(String spaced) {
        return HexFormat.ofDelimiter(" ").parseHex(spaced);
    }

    static byte[] repeated(byte[] bytes, int times) {
        ByteBuffer all = ByteBuffer.allocate(bytes.length * times);
        while (all.hasRemaining()) {
            all.put(bytes);
        }
        return all.array();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.lamplink.bench.crowd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lamplink.bench.process.BenchException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LightFramesTest {
    @Test
    void framesAreTheSameHoweverTheirBytesAreCut() {
        String longText = "x".repeat(300);
        byte[] wire = bytes("81026869", "8900", "817e012c", HexFormat.of().formatHex(ascii(longText)), "8a0158");
        List<String> expected = List.of("1 hi", "9 ", "1 " + longText, "10 X");
        for (int piece = 1; piece <= wire.length; piece++) {
            assertEquals(expected, read(wire, piece), "in pieces of " + piece);
        }
    }

    @Test
    void aLengthOfEightBytesIsRead() {
        byte[] wire = bytes("827f0000000000000003", "616263");
        assertEquals(List.of("2 abc"), read(wire, 4));
    }

    @Test
    void fragmentsAndMaskedFramesAreNoneOfOurServers() {
        assertThrows(BenchException.class, () -> read(bytes("010161"), 3));
        assertThrows(BenchException.class, () -> read(bytes("81810000000061"), 7));
    }

    @Test
    void whatIsSentIsMaskedAndHasTheShortestLength() {
        ByteBuffer out = ByteBuffer.allocate(400);
        LightFrames.put(out, 1, ascii("_hi_"), 1, 2);
        assertArrayEquals(bytes("8182000000006869"), written(out));
        out.clear();
        LightFrames.put(out, 1, new byte[126], 0, 126);
        assertArrayEquals(bytes("81fe007e00000000", "00".repeat(126)), written(out));
    }

    private static List<String> read(byte[] wire, int piece) {
        LightFrames frames = new LightFrames();
        List<String> read = new ArrayList<>();
        for (int at = 0; at < wire.length; at += piece) {
            byte[] part = Arrays.copyOfRange(wire, at, Math.min(wire.length, at + piece));
            frames.add(
                    part,
                    part.length,
                    (opcode, bytes, from, length) ->
                            read.add(opcode + " " + new String(bytes, from, length, StandardCharsets.US_ASCII)));
        }
        return read;
    }

    private static byte[] written(ByteBuffer out) {
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    private static byte[] bytes(String... hex) {
        return HexFormat.of().parseHex(String.join("", hex));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

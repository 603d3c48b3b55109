package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.Journal;
import io.lamplink.tour.harness.TestFile;
import io.lamplink.tour.seed.RawFrame;
import io.lamplink.tour.seed.RawWebSocket;
import io.lamplink.tour.seed.SeedBytes;
import io.lamplink.tour.seed.SeedClient;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While one client is in the middle of a file, others do what no honest one does: the first notices nothing. */
final class HostilePeersTest {
    private static final String LAMPLINK = "Sec-WebSocket-Protocol: lamplink.v1";
    private static final RawFrame HELLO =
            RawFrame.text("{\"type\":\"HELLO\",\"name\":\"mallory\",\"version\":\"0\",\"capabilities\":[]}");

    @RegisterExtension
    final Bench bench = new Bench();

    private HeadlessProcess server;
    private SeedClient victim;
    private Path file;
    private int asked;

    /** What a hostile peer does on an open connection. */
    private interface Deed {
        void on(RawWebSocket raw) throws IOException;
    }

    @Test
    void framesAgainstTheRulesOfWebSocketEndTheirConnectionAndNoOther() throws Exception {
        serveAVictim();
        ends("a reserved bit", raw -> raw.write(RawFrame.of(true, 4, RawFrame.TEXT, new byte[] {'x'})));
        ends("a reserved opcode", raw -> raw.write(RawFrame.whole(3, new byte[1])));
        ends("a reserved control opcode", raw -> raw.write(RawFrame.whole(11, new byte[1])));
        ends("a ping of 126 bytes", raw -> raw.write(RawFrame.whole(RawFrame.PING, new byte[126])));
        ends("a ping in fragments", raw -> raw.write(RawFrame.of(false, 0, RawFrame.PING, new byte[1])));
        ends("a continuation of nothing", raw -> raw.write(RawFrame.whole(RawFrame.CONTINUATION, new byte[1])));
        ends("two beginnings", raw -> {
            raw.write(RawFrame.of(false, 0, RawFrame.TEXT, new byte[] {'a'}));
            raw.write(RawFrame.of(false, 0, RawFrame.TEXT, new byte[] {'b'}));
        });
        ends("a text that is not UTF-8", raw -> raw.write(RawFrame.whole(RawFrame.TEXT, new byte[] {-1, -2})));
        ends("a close frame of one byte", raw -> raw.write(RawFrame.whole(RawFrame.CLOSE, new byte[1])));
        ends("a close code that is reserved", raw -> raw.write(RawFrame.close(1005, "")));
        ends("a close code that does not exist", raw -> raw.write(RawFrame.close(1, "")));
        ends("bytes at random", raw -> raw.writeBytes(TestFile.bytes(5000)));
        assertVictimIsServed();
    }

    @Test
    void sizesBeyondTheLimitsEndTheirConnectionAndNoOther() throws Exception {
        serveAVictim();
        ends("14 bytes that announce 2 GiB", raw -> raw.writeBytes(announcing(Integer.MAX_VALUE)));
        ends("14 bytes that announce 4 EiB", raw -> raw.writeBytes(announcing(1L << 62)));
        ends("a negative length", raw -> raw.writeBytes(announcing(-1)));
        ends("a message of 5 MiB", raw -> raw.write(RawFrame.whole(RawFrame.BINARY, new byte[5 << 20])));
        ends("fragments without end", raw -> {
            raw.write(RawFrame.of(false, 0, RawFrame.BINARY, new byte[100_000]));
            for (int i = 0; i < 100; i++) {
                raw.write(RawFrame.of(false, 0, RawFrame.CONTINUATION, new byte[100_000]));
            }
        });
        refusedHandshake("a handshake of 1 MB", ("GET /" + "x".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII));
        assertVictimIsServed();
    }

    @Test
    void whatTheQtDialectDoesNotKnowIsPassedOver() throws Exception {
        serveAVictim();
        for (byte[] nonsense : List.of(
                new byte[0],
                new byte[] {-1, -1, -1, -1},
                SeedBytes.type("FILE_HEADER").length(0x7ffffffe).bytes(),
                SeedBytes.header("x", -1),
                SeedBytes.header("x", Long.MAX_VALUE),
                SeedBytes.chunk(new byte[10]),
                SeedBytes.lyingChunk(100, new byte[3]),
                SeedBytes.chunkAck(),
                SeedBytes.request("/etc/shadow"),
                TestFile.bytes(1000))) {
            staysUp("a binary message", raw -> raw.write(RawFrame.whole(RawFrame.BINARY, nonsense)));
        }
        staysUp("an unmasked text", raw -> raw.writeWronglyMasked(RawFrame.text("unmasked")));
        staysUp("a text of a million characters", raw -> raw.write(RawFrame.text("x".repeat(1_000_000))));
        staysUp("a thousand pings", raw -> {
            for (int i = 0; i < 1000; i++) {
                raw.write(RawFrame.whole(RawFrame.PING, new byte[0]));
            }
            raw.write(RawFrame.whole(RawFrame.BINARY, SeedBytes.request("x")));
            RawFrame answer = raw.readUntil(RawFrame.TEXT);
            while (!answer.text().contains("for the victim.bin")) {
                answer = raw.readUntil(RawFrame.TEXT);
            }
        });
        staysUp("pongs that nobody asked for", raw -> raw.write(RawFrame.whole(RawFrame.PONG, new byte[8])));
        assertVictimIsServed();
    }

    @Test
    void framesAgainstTheRulesOfTheLamplinkDialectEndTheirConnectionAndNoOther() throws Exception {
        serveAVictim();
        for (String text : List.of(
                "",
                "hello",
                "[]",
                "{}",
                "{\"type\":\"CHAT\"}",
                "{\"type\":\"CHAT\",\"id\":\"no uuid\",\"text\":\"x\",\"time\":\"2026-11-22T18:09:53Z\"}",
                "{\"type\":\"FILE_HEADER\",\"transferId\":\"" + new UUID(1, 1)
                        + "\",\"name\":\"x\",\"size\":-1,\"chunkSize\":1}",
                "[".repeat(100_000),
                "{\"type\":\"CHAT\",\"text\":\"" + "x".repeat(300_000) + "\"}")) {
            endsAfterHello(text.substring(0, Math.min(40, text.length())), raw -> raw.write(RawFrame.text(text)));
        }
        endsAfterHello("an empty binary frame", raw -> raw.write(RawFrame.whole(RawFrame.BINARY, new byte[0])));
        endsAfterHello("a chunk cut short", raw -> raw.write(RawFrame.whole(RawFrame.BINARY, new byte[] {1, 2})));
        ends(
                "no HELLO",
                LAMPLINK,
                raw -> raw.write(RawFrame.text("{\"type\":\"CHAT_ACK\",\"id\":\"" + new UUID(1, 1) + "\"}")));
        assertVictimIsServed();
    }

    @Test
    void messagesOfTheLamplinkDialectThatMakeNoSenseDoNoHarm() throws Exception {
        serveAVictim();
        String id = "\"transferId\":\"" + new UUID(1, 1) + "\"";
        List<RawFrame> frames = List.of(
                HELLO,
                RawFrame.text("{\"type\":\"LATER\",\"x\":1}"),
                RawFrame.text("{\"type\":\"CHAT_ACK\",\"id\":\"" + new UUID(1, 1) + "\"}"),
                RawFrame.text("{\"type\":\"FILE_ACK\"," + id + ",\"accepted\":true,\"offset\":5}"),
                RawFrame.text("{\"type\":\"FILE_CHUNK_ACK\"," + id + ",\"written\":9000000000}"),
                RawFrame.text(
                        "{\"type\":\"FILE_COMPLETE\"," + id + ",\"size\":0,\"sha256\":\"" + "0".repeat(64) + "\"}"),
                RawFrame.text("{\"type\":\"FILE_VERIFIED\"," + id + ",\"sha256\":\"" + "0".repeat(64) + "\"}"),
                RawFrame.text("{\"type\":\"FILE_CANCEL\"," + id + ",\"reason\":\"nonsense\",\"detail\":\"x\"}"),
                chunk(new UUID(1, 1), 0),
                chunk(new UUID(1, 1), Long.MAX_VALUE - 100),
                RawFrame.whole(RawFrame.BINARY, new byte[] {99, 1, 2, 3}));
        for (RawFrame frame : frames) {
            staysUpAfterHello(frame.toString(), raw -> raw.write(frame));
        }
        staysUpAfterHello("a thousand files at once", raw -> {
            for (int i = 0; i < 1000; i++) {
                raw.write(RawFrame.text("{\"type\":\"FILE_HEADER\",\"transferId\":\"" + new UUID(2, i)
                        + "\",\"name\":\"x\",\"size\":10,\"chunkSize\":1}"));
            }
        });
        staysUpAfterHello("a file out of order and beyond its size", raw -> {
            for (long offset : new long[] {1, 0, 10, 1000}) {
                raw.write(RawFrame.text("{\"type\":\"FILE_HEADER\",\"transferId\":\"" + new UUID(3, offset)
                        + "\",\"name\":\"x\",\"size\":10,\"chunkSize\":1}"));
                raw.write(chunk(new UUID(3, offset), offset));
            }
        });
        assertVictimIsServed();
        assertEquals(
                List.of(),
                server.all("transfer-complete").stream()
                        .filter(line -> line.has("direction", "in"))
                        .toList());
    }

    @Test
    void connectionsThatComeToNothingCostNobodyAnything() throws Exception {
        serveAVictim();
        for (int i = 0; i < 50; i++) {
            RawWebSocket.connect(server.port()).abort();
            bench.with(RawWebSocket.connect(server.port())); // and stays, silent
            RawWebSocket half = bench.with(RawWebSocket.connect(server.port()));
            half.writeBytes("GET / HTTP/1.1\r\nHost: h\r\nUpgr".getBytes(StandardCharsets.US_ASCII));
            RawWebSocket open = RawWebSocket.open(server.port());
            open.writeBytes(new byte[] {(byte) 0x82, (byte) 0xff, 0, 0});
            open.abort();
        }
        assertVictimIsServed();
    }

    @Test
    void aSilentConnectionIsLetGo() throws Exception {
        serveAVictim();
        try (RawWebSocket silent = RawWebSocket.connect(server.port())) {
            silent.readTimeout((int) Journal.PATIENCE.toMillis());
            assertTrue(silent.readToEnd());
        }
        assertVictimIsServed();
    }

    @Test
    void aClientThatReadsNothingHoldsUpNobody() throws Exception {
        serveAVictim();
        RawWebSocket deaf = bench.with(RawWebSocket.open(server.port()));
        server.await("connected", 2);
        for (int batch = 0; batch < 4; batch++) {
            attempt(deaf, raw -> {
                for (int i = 0; i < 5000; i++) {
                    raw.write(RawFrame.whole(RawFrame.BINARY, SeedBytes.header("f" + i, 0)));
                }
            });
            roundTrip();
        }
        assertVictimIsServed();
    }

    private void serveAVictim() throws Exception {
        file = bench.file("for the victim.bin", 20_000_000);
        server = bench.server("--send", file);
        victim = bench.with(SeedClient.connect(server.port()));
        victim.holdAcksAfter(3);
        victim.headers().await("its header", any -> true);
    }

    private void assertVictimIsServed() throws Exception {
        roundTrip();
        assertEquals(List.of(), victim.log().all());
        victim.letAcksGo();
        assertEquals(
                TestFile.sha256(file), victim.awaitFile("for the victim.bin").sha256());
        server.await("transfer-complete");
        server.terminate();
        victim.log().await("the end of the server", line -> line.startsWith("closed 100"));
    }

    /** The victim says something, and is answered: a request by path is, in the chat. Its file moves on a little. */
    private void roundTrip() throws IOException {
        victim.letAnAckGo();
        int before = victim.texts().all().size();
        victim.say("round trip " + ++asked);
        server.await("chat", line -> line.has("text", "round trip " + asked));
        victim.request("x");
        victim.texts().await("an answer", before + 1, any -> true);
    }

    private void ends(String what, Deed deed) throws IOException {
        ends(what, "X-Nothing: 1", deed);
    }

    private void ends(String what, String field, Deed deed) throws IOException {
        try (RawWebSocket raw = RawWebSocket.open(server.port(), field)) {
            raw.readTimeout((int) Journal.PATIENCE.toMillis());
            attempt(raw, deed);
            assertTrue(raw.readToEnd(), () -> "still open after " + what);
        }
        roundTrip();
    }

    private void endsAfterHello(String what, Deed deed) throws IOException {
        ends(what, LAMPLINK, raw -> {
            raw.write(HELLO);
            deed.on(raw);
        });
    }

    private void staysUp(String what, Deed deed) throws IOException {
        staysUp(what, "X-Nothing: 1", deed);
    }

    private void staysUpAfterHello(String what, Deed deed) throws IOException {
        staysUp(what, LAMPLINK, raw -> {
            raw.write(HELLO);
            deed.on(raw);
        });
    }

    private void staysUp(String what, String field, Deed deed) throws IOException {
        try (RawWebSocket raw = RawWebSocket.open(server.port(), field)) {
            raw.readTimeout((int) Journal.PATIENCE.toMillis());
            deed.on(raw);
            raw.write(RawFrame.whole(RawFrame.PING, "still there?".getBytes(StandardCharsets.US_ASCII)));
            RawFrame frame = raw.readUntil(RawFrame.PONG);
            while (!frame.text().equals("still there?")) {
                frame = raw.readUntil(RawFrame.PONG);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer after " + what, e);
        } catch (IOException e) {
            throw new AssertionError("closed after " + what, e);
        }
        roundTrip();
    }

    private void refusedHandshake(String what, byte[] bytes) throws IOException {
        try (RawWebSocket raw = RawWebSocket.connect(server.port())) {
            raw.readTimeout((int) Journal.PATIENCE.toMillis());
            attempt(raw, wire -> wire.writeBytes(bytes));
            assertTrue(raw.readToEnd(), () -> "still open after " + what);
        }
        roundTrip();
    }

    /** The server may close before all of it is sent. */
    private static void attempt(RawWebSocket raw, Deed deed) {
        try {
            deed.on(raw);
        } catch (IOException e) {
            // It has closed already, which is what is asked for.
        }
    }

    /** A frame's head with a 64-bit length and a mask, and nothing behind it. */
    private static byte[] announcing(long length) {
        return ByteBuffer.allocate(14)
                .put((byte) 0x82)
                .put((byte) 0xff)
                .putLong(length)
                .putInt(0)
                .array();
    }

    private static RawFrame chunk(UUID id, long offset) {
        return RawFrame.whole(
                RawFrame.BINARY,
                ByteBuffer.allocate(125)
                        .put((byte) 1)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putLong(offset)
                        .array());
    }
}

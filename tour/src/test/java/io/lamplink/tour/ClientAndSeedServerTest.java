package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.JsonLine;
import io.lamplink.tour.harness.TestFile;
import io.lamplink.tour.seed.HttpHead;
import io.lamplink.tour.seed.RawFrame;
import io.lamplink.tour.seed.SeedBytes;
import io.lamplink.tour.seed.SeedClient;
import io.lamplink.tour.seed.SeedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client, in a process of its own, and the original program's server. */
final class ClientAndSeedServerTest {
    private static final int[] SIZES = {0, 1, 65535, 65536, 65537, 131_072, 262_144, 655_360, 150_000};

    @RegisterExtension
    final Bench bench = new Bench();

    private SeedServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = bench.with(SeedServer.start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "qt"})
    void itSpeaksQtWithAServerThatAnswersNoSubProtocol(String dialect) throws Exception {
        HeadlessProcess client = bench.client(server.port(), "--dialect", dialect, "--say", "  grüß Gott 😀\n2 ");
        assertEquals("qt", client.await("connected").text("dialect"));
        HttpHead request = server.awaitGuest().request();
        assertEquals(dialect.equals("qt") ? "" : "lamplink.v1", request.field("Sec-WebSocket-Protocol"));
        assertEquals("", request.field("Origin"));
        assertEquals("", request.field("Sec-WebSocket-Extensions"));
        server.awaitGuest().texts().await("the script's text", "grüß Gott 😀\n2"::equals);
        assertEquals(SeedClient.GREETING, server.awaitGuest().texts().all().getFirst());
        server.awaitGuest().say("服务端消息 hi");
        client.await("chat", line -> line.has("text", "服务端消息 hi"));
        assertEquals(0, client.terminate());
        server.awaitGuest().log().await("a close", line -> line.matches("closed 100[01].*"));
    }

    @Test
    void asAQtClientItAsksExactlyAsTheOriginalDoes() throws Exception {
        bench.client(server.port(), "--dialect", "qt").await("connected");
        List<String> lines = server.awaitGuest().request().lines();
        List<String> names = lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
        assertEquals("GET / HTTP/1.1", lines.getFirst());
        assertEquals(List.of("Host", "Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version"), names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "qt"})
    void filesOfEverySizeArriveOneAfterAnother(String dialect) throws Exception {
        HeadlessProcess client = bench.client(
                server.port(),
                "--dialect",
                dialect,
                "--receive-to",
                bench.path("inbox"),
                "--exit-after-files",
                SIZES.length + 1);
        SeedServer.Guest guest = server.awaitGuest();
        List<byte[]> contents = new ArrayList<>();
        for (int size : SIZES) {
            contents.add(TestFile.bytes(size));
        }
        contents.add(TestFile.bytes(123_456));
        int chunks = 0;
        for (byte[] content : contents) {
            String name = name(content);
            server.sendFile(name, content);
            server.sent().await(name, name::equals);
            JsonLine line = client.await("transfer-complete", l -> l.has("name", name));
            assertEquals(TestFile.sha256(content), line.text("sha256"));
            assertEquals(bench.path("inbox").resolve(name), line.path());
            assertEquals(TestFile.sha256(content), TestFile.sha256(line.path()));
            chunks += (content.length + 65535) / 65536;
        }
        assertEquals(0, client.awaitExit());
        guest.log().awaitEnd();
        assertEquals(contents.size(), guest.count("FILE_ACK"));
        assertEquals(chunks, guest.count("FILE_CHUNK_ACK"));
        assertEquals(contents.size() + chunks, guest.binaries().all().size(), "nothing that the seed does not know");
        bench.awaitNoLeftovers();
    }

    private static String name(byte[] content) {
        return content.length == 123_456 ? "测试.bin" : "file-" + content.length;
    }

    @Test
    void theAcknowledgementEchoesTheNameAsItCame() throws Exception {
        bench.client(server.port(), "--receive-to", bench.path("inbox")).await("connected");
        server.sendFile("a/../b\u202e?.bin", TestFile.bytes(10));
        RawFrame ack = server.awaitGuest().binaries().await("FILE_ACK", any -> true);
        assertEquals(new RawText(SeedBytes.ack("a/../b\u202e?.bin")), new RawText(ack.payload()));
    }

    /** Bytes to compare. */
    private record RawText(String hex) {
        RawText(byte[] bytes) {
            this(java.util.HexFormat.of().formatHex(bytes));
        }
    }

    @Test
    void aWholeFileInOneBurstArrives() throws Exception {
        HeadlessProcess client = receiver("--exit-after-files", 1);
        byte[] content = TestFile.bytes(3_000_000);
        SeedServer.Guest guest = server.awaitGuest();
        guest.sendBinary(SeedBytes.header("burst.bin", content.length));
        for (int at = 0; at < content.length; at += 300_000) {
            guest.sendBinary(SeedBytes.chunk(Arrays.copyOfRange(content, at, at + 300_000)));
        }
        guest.awaitBinaries("FILE_CHUNK_ACK", 10);
        assertEquals(0, client.awaitExit());
        assertEquals(
                TestFile.sha256(content), TestFile.sha256(bench.path("inbox").resolve("burst.bin")));
        assertEquals(1, guest.count("FILE_ACK"));
        int acknowledged = guest.count("FILE_CHUNK_ACK");
        assertTrue(
                acknowledged >= 10 && acknowledged <= 10 + 15, acknowledged + " acknowledgements, some of them ahead");
    }

    @Test
    void aChunkInFragmentsArrives() throws Exception {
        HeadlessProcess client = receiver("--exit-after-files", 1);
        byte[] content = TestFile.bytes(1_000_000);
        SeedServer.Guest guest = server.awaitGuest();
        guest.sendBinary(SeedBytes.header("fragments.bin", content.length));
        guest.sendInFragments(RawFrame.BINARY, SeedBytes.chunk(content), 300_000);
        guest.awaitBinaries("FILE_CHUNK_ACK", 1);
        assertEquals(0, client.awaitExit());
        assertEquals(
                TestFile.sha256(content), TestFile.sha256(bench.path("inbox").resolve("fragments.bin")));
    }

    @Test
    void aPingBetweenFragmentsIsAnswered() throws Exception {
        HeadlessProcess client = receiver();
        SeedServer.Guest guest = server.awaitGuest();
        guest.send(RawFrame.of(false, 0, RawFrame.TEXT, "one ".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        guest.send(RawFrame.whole(RawFrame.PING, new byte[] {1, 2, 3}));
        guest.send(
                RawFrame.of(true, 0, RawFrame.CONTINUATION, "text".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        guest.pongs().await("the pong", pong -> Arrays.equals(pong.payload(), new byte[] {1, 2, 3}));
        client.await("chat", line -> line.has("text", "one text"));
    }

    @Test
    void aNewHeaderInMidTransferEndsTheOldFileAndTheNewOneArrivesWhole() throws Exception {
        HeadlessProcess client = receiver();
        server.awaitGuest();
        byte[] content = TestFile.bytes(400_000);
        server.sendFile("endless", 1L << 30, endless());
        client.await("transfer-started", line -> line.has("name", "endless"));
        server.sendFile("new.bin", content);
        assertTrue(client.await("transfer-failed").has("name", "endless"));
        assertTrue(client.await("transfer-failed").has("reason", "replaced"));
        JsonLine complete = client.await("transfer-complete");
        assertEquals("new.bin", complete.text("name"));
        assertEquals(TestFile.sha256(content), TestFile.sha256(complete.path()));
        assertAllIsWell(client);
        bench.awaitNoLeftovers();
    }

    @Test
    void aChunkWithoutHeaderIsPassedOver() throws Exception {
        HeadlessProcess client = receiver();
        server.awaitGuest().sendBinary(SeedBytes.chunk(new byte[100]));
        assertAllIsWell(client);
    }

    @Test
    void aChunkForAnEmptyFileIsPassedOver() throws Exception {
        HeadlessProcess client = receiver();
        server.awaitGuest().sendBinary(SeedBytes.header("empty", 0));
        server.awaitGuest().sendBinary(SeedBytes.chunk(new byte[100]));
        assertEquals(0, client.await("transfer-complete").number("bytes"), "no division by its size (B2)");
        assertAllIsWell(client);
    }

    @Test
    void aNegativeSizeIsRefused() throws Exception {
        HeadlessProcess client = receiver();
        server.awaitGuest().sendBinary(SeedBytes.header("negative", -5));
        server.awaitGuest().sendBinary(SeedBytes.chunk(new byte[100]));
        assertAllIsWell(client);
        assertEquals(1, client.all("transfer-complete").size(), "a size of -5 is never complete (T10)");
    }

    @Test
    void aTruncatedChunkFailsTheFile() throws Exception {
        HeadlessProcess client = receiver();
        server.awaitGuest().sendBinary(SeedBytes.header("truncated", 100));
        server.awaitGuest().sendBinary(SeedBytes.lyingChunk(100, new byte[50]));
        assertTrue(client.await("transfer-failed").has("name", "truncated"), "no transfer that hangs (T8)");
        assertAllIsWell(client);
    }

    @Test
    void bytesBeyondTheDeclaredSizeFailTheFile() throws Exception {
        HeadlessProcess client = receiver();
        server.awaitGuest();
        server.sendFile("grows", 100_000, new ByteArrayInputStream(new byte[300_000]));
        assertTrue(client.await("transfer-failed").has("reason", "beyond-size"), "no second end of the file (T9)");
        assertAllIsWell(client);
        assertEquals(1, client.all("transfer-complete").size());
        assertEquals(List.of("good.bin"), TestFile.names(bench.path("inbox")));
    }

    @Test
    void aFileThatShrinksIsNeverCalledComplete() throws Exception {
        HeadlessProcess client = receiver("--exit-after-files", 1);
        server.awaitGuest();
        server.sendFile("shrinks", 300_000, new ByteArrayInputStream(new byte[100_000]));
        server.sent().await("its short file", "shrinks"::equals);
        server.stop();
        assertEquals(1, client.awaitExit());
        assertTrue(client.await("transfer-failed").has("name", "shrinks"));
        assertEquals(List.of(), TestFile.names(bench.path("inbox")));
        bench.awaitNoLeftovers();
    }

    @Test
    void aSizeThatNoDiskHoldsIsRefused() throws Exception {
        HeadlessProcess client = receiver();
        server.awaitGuest().sendBinary(SeedBytes.header("huge", Long.MAX_VALUE));
        assertTrue(client.await("transfer-failed").has("reason", "disk-full"));
        server.awaitGuest().sendBinary(SeedBytes.chunk(new byte[100]));
        assertAllIsWell(client);
    }

    @Test
    void binariesThatMakeNoSenseArePassedOver() throws Exception {
        HeadlessProcess client = receiver();
        SeedServer.Guest guest = server.awaitGuest();
        for (byte[] nonsense : List.of(
                new byte[0],
                new byte[] {0},
                new byte[] {-1, -1, -1, -1},
                new byte[] {0x7f, -1, -1, -1, 0, 0},
                SeedBytes.type("FILE_HEADER").bytes(),
                SeedBytes.type("FILE_HEADER").length(-2).bytes(),
                SeedBytes.type("FILE_HEADER").string("x").raw(new byte[7]).bytes(),
                SeedBytes.type("FILE_CHUNK").bytes(),
                SeedBytes.type("FILE_CHUNK").length(0x7fffffff).bytes(),
                SeedBytes.type("FILE_UNKNOWN").number(1).bytes(),
                TestFile.bytes(500))) {
            guest.sendBinary(nonsense);
        }
        assertAllIsWell(client);
    }

    @Test
    void namesThatWouldLeadOutOfTheFolderDoNot() throws Exception {
        HeadlessProcess client = receiver();
        server.awaitGuest();
        List<String> names = Arrays.asList(
                "../../etc/cron.d/x",
                "/tmp/lamplink-absolute",
                "C:\\Windows\\evil.exe",
                "..",
                ".",
                "",
                null,
                "CON",
                "a\u0000b\nc\u202ed",
                "n".repeat(300) + ".bin",
                "x/",
                " . ");
        for (int i = 0; i < names.size(); i++) {
            server.sendFile(names.get(i), TestFile.bytes(100 + i));
            client.await("transfer-complete", i + 1);
        }
        List<JsonLine> complete = client.all("transfer-complete");
        for (int i = 0; i < names.size(); i++) {
            assertEquals(bench.path("inbox"), complete.get(i).path().getParent(), "H11");
            assertEquals(
                    TestFile.sha256(TestFile.bytes(100 + i)),
                    TestFile.sha256(complete.get(i).path()));
        }
        assertEquals(names.size(), TestFile.names(bench.path("inbox")).size());
        assertTrue(TestFile.names(bench.path("inbox")).contains("x"));
    }

    @Test
    void theServersStopIsAnOrderlyEnd() throws Exception {
        HeadlessProcess client = receiver();
        client.await("connected");
        server.awaitGuest();
        server.stop();
        assertEquals(1000, client.await("disconnected").number("code"));
        assertEquals(0, client.awaitExit());
    }

    @Test
    void aCompleteFileSurvivesTheDisconnect() throws Exception {
        HeadlessProcess client = receiver("--exit-after-files", 1);
        server.awaitGuest();
        server.sendFile("kept.bin", TestFile.bytes(70_000));
        server.sent().await("the file", "kept.bin"::equals);
        server.awaitGuest().vanish();
        assertEquals(0, client.awaitExit());
        assertEquals(
                TestFile.sha256(TestFile.bytes(70_000)),
                TestFile.sha256(bench.path("inbox").resolve("kept.bin")),
                "T2");
    }

    private HeadlessProcess receiver(Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("--receive-to", bench.path("inbox")));
        arguments.addAll(List.of(more));
        return bench.client(server.port(), arguments.toArray());
    }

    /** After whatever happened: the link is up, texts pass and a good file arrives. */
    private void assertAllIsWell(HeadlessProcess client) throws IOException {
        byte[] good = TestFile.bytes(200_000);
        server.sendFile("good.bin", good);
        JsonLine complete = client.await("transfer-complete", line -> line.has("name", "good.bin"));
        assertEquals(TestFile.sha256(good), TestFile.sha256(complete.path()));
        server.awaitGuest().say("all well?");
        client.await("chat", line -> line.has("text", "all well?"));
        assertEquals(List.of(), client.all("disconnected"));
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return length;
            }
        };
    }
}

package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.Journal;
import io.lamplink.tour.harness.JsonLine;
import io.lamplink.tour.harness.PlainClient;
import io.lamplink.tour.harness.TestFile;
import io.lamplink.tour.seed.HttpHead;
import io.lamplink.tour.seed.RawFrame;
import io.lamplink.tour.seed.RawWebSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients in other languages: whoever has read docs/protocol.md, or only knows WebSocket, and web pages, who may not. */
final class OtherWebSocketClientsTest {
    private static final String HELLO =
            "{\"type\":\"HELLO\",\"name\":\"a script\",\"version\":\"1\",\"capabilities\":[]}";

    @RegisterExtension
    final Bench bench = new Bench();

    @Test
    void whoeverAsksForNoSubProtocolChats() throws Exception {
        HeadlessProcess server = bench.server("--say", "hello there\n二");
        PlainClient client = bench.with(PlainClient.connect(server.port()));
        assertEquals("", client.subProtocol());
        client.texts().await("the script's text", "hello there\n二"::equals);
        client.text("hi 你好");
        server.await("chat", line -> line.has("text", "hi 你好"));
        client.leave();
        assertEquals(1000, server.await("disconnected").number("code"));
    }

    @Test
    void whoeverAsksForOtherSubProtocolsGetsNoneAndChats() throws Exception {
        HeadlessProcess server = bench.server();
        PlainClient client = bench.with(PlainClient.connect(server.port(), "mqtt", "chat"));
        assertEquals("", client.subProtocol());
        client.text("hi");
        server.await("chat", line -> line.has("text", "hi"));
    }

    @Test
    void aLongTextArrivesWhole() throws Exception {
        HeadlessProcess server = bench.server();
        PlainClient client = bench.with(PlainClient.connect(server.port()));
        String text = "长text ".repeat(4000).strip();
        client.text(text);
        server.await("chat", line -> line.has("text", text));
        client.text("x".repeat(100_000));
        client.text("after a text that is too long");
        server.await("chat", line -> line.has("text", "after a text that is too long"));
    }

    @Test
    void aLamplinkClientWrittenByHandChats() throws Exception {
        HeadlessProcess server = bench.server("--say", "from the script", "--exit-when-done");
        PlainClient client = bench.with(PlainClient.connect(server.port(), "mqtt", "lamplink.v1"));
        assertEquals("lamplink.v1", client.subProtocol());
        client.text(HELLO);
        client.texts().await("the server's HELLO", text -> text.startsWith("{\"type\":\"HELLO\",\"name\":\""));
        String id = UUID.randomUUID().toString();
        client.text("{\"type\":\"CHAT\",\"id\":\"" + id
                + "\",\"text\":\"你好\\n\\\"hi\\\"\",\"time\":\"2026-11-22T18:09:53.250Z\"}");
        client.texts().await("the acknowledgement", ("{\"type\":\"CHAT_ACK\",\"id\":\"" + id + "\"}")::equals);
        JsonLine heard = server.await("chat");
        assertEquals("你好\n\"hi\"", heard.text("text"));
        assertEquals("a script", heard.text("from"));
        for (String chat :
                client.texts().await("greeting and script", 2, text -> text.contains("\"type\":\"CHAT\","))) {
            client.text("{\"type\":\"CHAT_ACK\",\"id\":\"" + field(chat, "id") + "\"}");
        }
        assertEquals(0, server.awaitExit());
    }

    @Test
    void aLamplinkClientWrittenByHandReceivesAFile() throws Exception {
        Path file = bench.file("测试.bin", 600_000);
        HeadlessProcess server = bench.server("--send", file, "--exit-when-done");
        PlainClient client = bench.with(PlainClient.connect(server.port(), "lamplink.v1"));
        client.text(HELLO);
        String header = client.texts().await("the header", text -> text.contains("FILE_HEADER"));
        assertEquals("测试.bin", field(header, "name"));
        assertTrue(header.contains("\"size\":600000,"), header);
        String id = field(header, "transferId");
        client.text("{\"type\":\"FILE_ACK\",\"transferId\":\"" + id + "\",\"accepted\":true,\"offset\":0}");
        ByteBuffer content = ByteBuffer.allocate(600_000);
        for (int chunks = 1; content.hasRemaining(); chunks++) {
            ByteBuffer chunk = client.binaries()
                    .await("chunk " + chunks, chunks, any -> true)
                    .getLast()
                    .duplicate();
            assertEquals(1, chunk.get());
            assertEquals(id, new UUID(chunk.getLong(), chunk.getLong()).toString());
            assertEquals(content.position(), chunk.getLong());
            content.put(chunk);
            client.text("{\"type\":\"FILE_CHUNK_ACK\",\"transferId\":\"" + id + "\",\"written\":" + content.position()
                    + "}");
        }
        String complete = client.texts().await("the end", text -> text.contains("FILE_COMPLETE"));
        String digest = TestFile.sha256(content.array());
        assertEquals(digest, field(complete, "sha256"));
        assertEquals(digest, TestFile.sha256(file));
        client.text("{\"type\":\"FILE_VERIFIED\",\"transferId\":\"" + id + "\",\"sha256\":\"" + digest + "\"}");
        assertTrue(server.await("transfer-complete").json().get("verified").asBoolean());
        // The greeting has not been acknowledged, and need not be: --exit-when-done waits for what the script asked
        // for.
        assertEquals(0, server.awaitExit());
    }

    @Test
    void aLamplinkClientWrittenByHandSendsAFile() throws Exception {
        HeadlessProcess server = bench.server("--receive-to", bench.path("inbox"));
        PlainClient client = bench.with(PlainClient.connect(server.port(), "lamplink.v1"));
        client.text(HELLO);
        byte[] content = TestFile.bytes(100_000);
        UUID id = UUID.randomUUID();
        String transfer = "\"transferId\":\"" + id + "\"";
        client.text(
                "{\"type\":\"FILE_HEADER\"," + transfer + ",\"name\":\"up.bin\",\"size\":100000,\"chunkSize\":60000}");
        client.texts()
                .await(
                        "the go-ahead",
                        ("{\"type\":\"FILE_ACK\"," + transfer + ",\"accepted\":true,\"offset\":0}")::equals);
        client.binary(chunk(id, 0, content, 60_000));
        client.texts().await("ack 1", ("{\"type\":\"FILE_CHUNK_ACK\"," + transfer + ",\"written\":60000}")::equals);
        client.binary(chunk(id, 60_000, content, 40_000));
        client.texts().await("ack 2", ("{\"type\":\"FILE_CHUNK_ACK\"," + transfer + ",\"written\":100000}")::equals);
        String sha256 = "\"sha256\":\"" + TestFile.sha256(content) + "\"";
        client.text("{\"type\":\"FILE_COMPLETE\"," + transfer + ",\"size\":100000," + sha256 + "}");
        client.texts().await("verified", ("{\"type\":\"FILE_VERIFIED\"," + transfer + "," + sha256 + "}")::equals);
        assertEquals(
                TestFile.sha256(content),
                TestFile.sha256(server.await("transfer-complete").path()));
    }

    @Test
    void aFileWithAWrongDigestIsNeverCalledComplete() throws Exception {
        HeadlessProcess server = bench.server("--receive-to", bench.path("inbox"));
        PlainClient client = bench.with(PlainClient.connect(server.port(), "lamplink.v1"));
        client.text(HELLO);
        UUID id = UUID.randomUUID();
        String transfer = "\"transferId\":\"" + id + "\"";
        client.text("{\"type\":\"FILE_HEADER\"," + transfer + ",\"name\":\"x\",\"size\":3,\"chunkSize\":3}");
        client.binary(chunk(id, 0, new byte[3], 3));
        client.text("{\"type\":\"FILE_COMPLETE\"," + transfer + ",\"size\":3,\"sha256\":\"" + "0".repeat(64) + "\"}");
        client.texts().await("the cancel", text -> text.contains("FILE_CANCEL") && text.contains("digest-mismatch"));
        assertTrue(server.await("transfer-failed").has("reason", "digest-mismatch"));
        assertEquals(List.of(), TestFile.names(bench.path("inbox")));
        bench.awaitNoLeftovers();
    }

    @Test
    void aLamplinkClientThatDoesNotIntroduceItselfIsClosed() throws Exception {
        HeadlessProcess server = bench.server();
        PlainClient client = bench.with(PlainClient.connect(server.port(), "lamplink.v1"));
        client.text("{\"type\":\"CHAT_ACK\",\"id\":\"" + UUID.randomUUID() + "\"}");
        assertEquals(4400, client.closes().await("the close", any -> true));
        assertEquals(List.of(), server.all("connected"));
    }

    @Test
    void webPagesAreRefused() throws Exception {
        HeadlessProcess server = bench.server();
        for (String origin : List.of("http://evil.example", "https://127.0.0.1", "null", "")) {
            for (String protocol : List.of("X-Nothing: 1", "Sec-WebSocket-Protocol: lamplink.v1")) {
                try (RawWebSocket page = RawWebSocket.connect(server.port())) {
                    page.readTimeout((int) Journal.PATIENCE.toMillis());
                    page.writeBytes(handshake("Origin: " + origin, protocol));
                    HttpHead answer = page.readHead();
                    assertEquals("HTTP/1.1 403 Forbidden", answer.firstLine(), "H2");
                    assertEquals("", answer.field("Access-Control-Allow-Origin"));
                    assertTrue(page.readToEnd(), "the connection is closed");
                }
            }
        }
        PlainClient client = bench.with(PlainClient.connect(server.port()));
        client.text("no page");
        server.await("chat", line -> line.has("text", "no page"));
        assertEquals(1, server.all("connected").size());
    }

    @Test
    void aPageThatIsListedChatsInEitherDialect() throws Exception {
        HeadlessProcess server =
                bench.server("--allow-origin", "http://localhost:5173", "--say", "welcome to the page");
        String hello = "{\"type\":\"HELLO\",\"name\":\"page\",\"version\":\"1\",\"capabilities\":[\"chat\"]}";
        String chat = "{\"type\":\"CHAT\",\"id\":\"" + UUID.randomUUID()
                + "\",\"text\":\"json\",\"time\":\"2026-11-22T18:09:53Z\"}";
        for (String protocol : List.of("X-Nothing: 1", "Sec-WebSocket-Protocol: lamplink.v1")) {
            try (RawWebSocket page = RawWebSocket.open(server.port(), "Origin: http://localhost:5173", protocol)) {
                page.readTimeout((int) Journal.PATIENCE.toMillis());
                boolean json = protocol.endsWith("lamplink.v1");
                for (String text : json ? List.of(hello, chat) : List.of("plain")) {
                    page.write(RawFrame.text(text));
                }
                server.await("chat", line -> line.has("text", json ? "json" : "plain"));
                while (!page.readUntil(RawFrame.TEXT).text().contains("welcome to the page")) {}
            }
        }
    }

    @Test
    void aClientOfJavaThatSendsAnOriginIsRefused() throws Exception {
        HeadlessProcess server = bench.server();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var attempt = http.newWebSocketBuilder()
                    .header("Origin", "http://evil.example")
                    .buildAsync(URI.create("ws://127.0.0.1:" + server.port()), new WebSocket.Listener() {});
            Throwable cause =
                    assertThrows(ExecutionException.class, attempt::get).getCause();
            assertEquals(
                    403, ((WebSocketHandshakeException) cause).getResponse().statusCode());
        }
    }

    @Test
    void whatIsNoWebSocketHandshakeIsClosed() throws Exception {
        HeadlessProcess server = bench.server();
        for (String request : List.of(
                "GET / HTTP/1.1\r\nHost: h\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc",
                "GET / HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 8\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
                "SSH-2.0-OpenSSH_9.9\r\n\r\n")) {
            try (RawWebSocket raw = RawWebSocket.connect(server.port())) {
                raw.readTimeout((int) Journal.PATIENCE.toMillis());
                raw.writeBytes(request.getBytes(StandardCharsets.ISO_8859_1));
                assertTrue(raw.readToEnd(), request);
            }
        }
        assertEquals(List.of(), server.all("connected"));
        bench.with(PlainClient.connect(server.port()));
    }

    private static byte[] handshake(String... fields) {
        return ("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                        + "Sec-WebSocket-Key: +x32lpzdErti3Qk2A+RDsg==\r\nSec-WebSocket-Version: 13\r\n"
                        + String.join("\r\n", fields) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer chunk(UUID id, int offset, byte[] content, int length) throws IOException {
        return ByteBuffer.allocate(25 + length)
                .put((byte) 1)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(offset)
                .put(content, offset, length)
                .flip();
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertTrue(found.find(), json);
        return found.group(1);
    }
}

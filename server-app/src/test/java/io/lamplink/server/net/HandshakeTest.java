package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.WebOrigin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests become a WebSocket, and that every other connection is answered and closed. */
final class HandshakeTest {
    private final Recorder recorder = new Recorder();
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(recorder);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /|GET /any/path?and=query",
                "Host:|host:",
                "Host: 127.0.0.1|Host: LOCALHOST:1",
                "Host: 127.0.0.1|Host: localhost.",
                "Host: 127.0.0.1|Host: [::1]:8080",
                "Host: 127.0.0.1|Host: 127.0.0.1:65535",
                "Upgrade: websocket|upgrade: WebSocket",
                "Sec-WebSocket-Key:|sec-websocket-key:",
                "Connection: Upgrade|Connection: keep-alive, Upgrade",
                "Connection: Upgrade|Connection: upgrade",
                "Connection: Upgrade|Connection:Upgrade",
                "Host: 127.0.0.1|Host: 127.0.0.1~Content-Length: 0~User-Agent: Java-http-client/25",
                "Host: 127.0.0.1|Host: 127.0.0.1~Sec-WebSocket-Protocol: chat",
                "Host: 127.0.0.1|Host: 127.0.0.1~Sec-WebSocket-Extensions: permessage-deflate"
            })
    void whatTheSeedServerTakesIsTakenAsAQtPeer(String instead, String of) throws Exception {
        String request = RawClient.REQUEST.replace(instead, of.replace("~", "\r\n"));
        try (RawClient client = new RawClient(server.address())) {
            client.send(request);
            String answer = client.readHead();
            assertTrue(answer.startsWith("HTTP/1.1 101 Switching Protocols\r\n"), answer);
            assertTrue(answer.contains("\r\nConnection: Upgrade\r\n"), answer);
            assertTrue(answer.contains("\r\nServer: Lamplink\r\n"), answer);
            assertFalse(answer.contains("Sec-WebSocket-Protocol"), answer);
            assertFalse(answer.contains("Sec-WebSocket-Extensions"), answer);
            assertFalse(recorder.nextPeer().lamplink());
        }
    }

    @Test
    void whoOffersTheSubProtocolIsALamplinkPeer() throws Exception {
        try (RawClient client = new RawClient(server.address())) {
            client.send(RawClient.REQUEST.replace("Host:", "Sec-WebSocket-Protocol: lamplink.v1\r\nHost:"));
            String answer = client.readHead();
            assertTrue(answer.contains("\r\nSec-WebSocket-Protocol: lamplink.v1\r\n"), answer);
            assertTrue(recorder.nextPeer().lamplink());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|Host: 127.0.0.1|Host: 127.0.0.1~Origin: http://127.0.0.1",
                "403|Host: 127.0.0.1|Host: 127.0.0.1~origin: null",
                "403|Host: 127.0.0.1|Host: 127.0.0.1~Origin:",
                "426|Version: 13|Version: 8",
                "426|Sec-WebSocket-Version: 13|X: 13",
                "426|Upgrade: websocket|X: y",
                "426|Connection: Upgrade|Connection: keep-alive",
                "400|Host: 127.0.0.1|X: y",
                "400|Sec-WebSocket-Key:|X:",
                "400|Host: 127.0.0.1|Host 127.0.0.1",
                "400|HTTP/1.1|HTTP/1.0",
                "405|GET|POST",
                "421|Host: 127.0.0.1|Host: evil.example",
                "421|Host: 127.0.0.1|Host: 127.0.0.1.evil.example:8080",
                "421|Host: 127.0.0.1|Host: 198.51.100.7",
                "421|Host: 127.0.0.1|Host: [2001:db8::7]:8080",
                "400|Host: 127.0.0.1|Host: 127.0.0.1~Host: 127.0.0.1",
                "400|Host: 127.0.0.1|Host: user@127.0.0.1",
                "400|Host: 127.0.0.1|Host: 127.0.0.1~Content-Length: 5",
                "400|Host: 127.0.0.1|Host: 127.0.0.1~Transfer-Encoding: chunked",
                "400|Host: 127.0.0.1|Host: 127.0.0.1~X : y",
                "400|Host: 127.0.0.1|Host: 127.0.0.1~ folded",
                "400|GET /|GET http://127.0.0.1/",
                "400|+x32lpzdErti3Qk2A+RDsg==|+x32lpzdErti3Qk2A+RD"
            })
    void whatIsRefusedIsAnsweredAndTheConnectionIsClosed(int status, String instead, String of) throws Exception {
        // item 7: the library would leave the connection open
        try (RawClient client = new RawClient(server.address())) {
            client.send(RawClient.REQUEST.replace(instead, of.replace("~", "\r\n")));
            String answer = client.readHead();
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
            client.readToEnd(); // long before the limit of a handshake
            assertFalse(recorder.hasAccepted());
        }
    }

    @Test
    void aWrongVersionIsToldTheRightOne() throws IOException {
        try (RawClient client = new RawClient(server.address())) {
            client.send(RawClient.REQUEST.replace("Version: 13", "Version: 8"));
            assertTrue(client.readHead().contains("\r\nSec-WebSocket-Version: 13\r\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0015\u0003\u0001 hello", "SSH-2.0-OpenSSH_9.9\r\n\r\n", "\r\n\r\n", "rubbish\r\n\r\n"})
    void whatIsNotHttpIsClosedWithoutAByte(String garbage) throws IOException {
        try (RawClient client = new RawClient(server.address())) {
            client.send(garbage);
            assertEquals(0, client.readToEnd());
        }
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws Exception {
        // item 6
        try (TestServer quick = TestServer.start(recorder, TestServer.QUICK_TO_OPEN);
                RawClient client = new RawClient(quick.address())) {
            assertEquals(0, client.readToEnd());
        }
    }

    @Test
    void aConnectionThatDripsItsRequestIsClosedToo() throws Exception {
        // item 6
        try (TestServer quick = TestServer.start(recorder, TestServer.QUICK_TO_OPEN);
                RawClient client = new RawClient(quick.address())) {
            client.send("GET / HTTP/1.1\r\n");
            for (int bytes = 0; !client.endsWithin(Duration.ofMillis(50)); bytes += 6) {
                assertTrue(bytes < 16 * 1024, "still open");
                client.send("X: y\r\n");
            }
        }
    }

    @Test
    void anEndlessRequestIsCutAfterSixteenKibibytes() throws IOException {
        // item 6
        String line = "X-Padding: " + "x".repeat(1000) + "\r\n";
        try (RawClient client = new RawClient(server.address())) {
            client.send("GET / HTTP/1.1\r\n");
            for (int sent = 0; sent <= 17 * 1024; sent += line.length()) {
                client.send(line);
            }
            assertTrue(client.readHead().startsWith("HTTP/1.1 431 "));
            client.readToEnd();
        }
    }

    @Test
    void aRequestThatComesInPiecesIsTaken() throws Exception {
        try (RawClient client = new RawClient(server.address())) {
            for (char letter : RawClient.REQUEST.toCharArray()) {
                client.send(String.valueOf(letter));
            }
            assertTrue(client.readHead().startsWith("HTTP/1.1 101 "));
            client.sendText("hello");
            assertEquals("hello", recorder.nextPeer().nextText());
        }
    }

    @Test
    void framesThatComeWithTheRequestAreNotLost() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(RawClient.REQUEST.getBytes(StandardCharsets.US_ASCII));
        both.writeBytes(RawClient.frame(RawClient.FIN | RawClient.TEXT, "early".getBytes(StandardCharsets.US_ASCII)));
        try (RawClient client = new RawClient(server.address())) {
            client.send(both.toByteArray());
            assertEquals("early", recorder.nextPeer().nextText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: 127.0.0.1\nX: y\r\n", "X: y\rz\r\n", "X: \u0000\r\n", "X: \u001b[2J\r\n", "\n\n"})
    void whatProgramsReadDifferentlyIsRefusedAsSoonAsItComes(String line) throws IOException {
        try (RawClient client = new RawClient(server.address())) {
            client.send("GET / HTTP/1.1\r\n" + line);
            assertTrue(client.readHead().startsWith("HTTP/1.1 400 "));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://localhost:5173|101",
                "HTTP://LocalHost:5173|101",
                "https://chat.example|101",
                "http://localhost|403",
                "https://localhost:5173|403",
                "http://localhost:51730|403",
                "http://localhost:5173.evil.example|403",
                "https://chat.example.evil.example|403",
                "https://chat.example http://localhost:5173|403",
                "null|403",
                "''|403"
            })
    void onlyAPageThatIsListedIsLetIn(String origin, int status) throws Exception {
        server.endpoint()
                .admit(DoorRules.defaults()
                        .withOrigins(Set.of(
                                WebOrigin.of("http://localhost:5173").orElseThrow(),
                                WebOrigin.of("https://chat.example:443/").orElseThrow())));
        for (String protocol : List.of("", "Sec-WebSocket-Protocol: lamplink.v1\r\n")) {
            try (RawClient page = new RawClient(server.address())) {
                page.send(RawClient.REQUEST.replace("Host:", protocol + "Origin: " + origin + "\r\nHost:"));
                String answer = page.readHead();
                assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
                if (status == 101) {
                    page.sendText("from a page");
                    Recorder.Peer peer = recorder.nextPeer();
                    assertEquals(!protocol.isEmpty(), peer.lamplink());
                    assertEquals("from a page", peer.nextText());
                }
            }
        }
    }

    @Test
    void aListedPageWhoseNamePointsHereIsRefusedUnlessTheNameIsListedToo() throws Exception {
        String request =
                RawClient.REQUEST.replace("Host: 127.0.0.1", "Origin: http://chat.example\r\nHost: Chat.Example");
        Set<WebOrigin> pages = Set.of(WebOrigin.of("http://chat.example").orElseThrow());
        server.endpoint().admit(new DoorRules(pages, Set.of(), 1));
        try (RawClient client = new RawClient(server.address())) {
            client.send(request);
            String answer = client.readHead();
            assertTrue(answer.startsWith("HTTP/1.1 421 Misdirected Request\r\n"), answer);
        }
        server.endpoint().admit(new DoorRules(pages, Set.of("chat.example"), 1));
        try (RawClient client = new RawClient(server.address())) {
            client.send(request);
            assertTrue(client.readHead().startsWith("HTTP/1.1 101 "));
        }
    }

    @Test
    void oneMoreConnectionThanAllowedIsToldSoAndTheOthersStay() throws Exception {
        Recorder few = new Recorder();
        ServerLimits two = new ServerLimits(TestServer.LONG, TestServer.QUICK_TO_CLOSE.close(), 2);
        try (TestServer small = TestServer.start(few, two);
                RawClient first = RawClient.open(small.address());
                RawClient second = RawClient.open(small.address());
                RawClient third = new RawClient(small.address())) {
            third.send(RawClient.REQUEST);
            String answer = third.readHead();
            assertTrue(answer.startsWith("HTTP/1.1 503 Service Unavailable\r\n"), answer);
            third.readToEnd();
            first.sendText("still here");
            second.sendText("still here");
            assertEquals("still here", few.nextPeer().nextText());
            assertEquals("still here", few.nextPeer().nextText());
            first.hangUp();
            TestServer.awaitTrue(() -> small.running().connections().open().size() == 1, "a free place");
            RawClient.open(small.address()).hangUp();
        }
    }
}

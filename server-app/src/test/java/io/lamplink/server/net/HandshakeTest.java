package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
        server = TestServer.start(recorder, TestServer.QUICK);
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
                "405|GET|POST"
            })
    void whatIsRefusedIsAnsweredAndTheConnectionIsClosed(int status, String instead, String of) throws Exception {
        // item 7: the library would leave the connection open
        try (TestServer patient = TestServer.start(recorder);
                RawClient client = new RawClient(patient.address())) {
            client.send(RawClient.REQUEST.replace(instead, of.replace("~", "\r\n")));
            String answer = client.readHead();
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
            assertTrue(client.endsWithin(Duration.ofSeconds(3)), "closed before the limit of a handshake");
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
    @ValueSource(strings = {"\u0016\u0003\u0001 hello", "SSH-2.0-OpenSSH_9.9\r\n\r\n", "\r\n\r\n", "rubbish\r\n\r\n"})
    void whatIsNotHttpIsClosedWithoutAByte(String garbage) throws IOException {
        try (RawClient client = new RawClient(server.address())) {
            client.send(garbage);
            assertEquals(0, client.readToEnd());
        }
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws IOException {
        // item 6
        long start = System.nanoTime();
        try (RawClient client = new RawClient(server.address())) {
            assertEquals(0, client.readToEnd());
            assertTrue(System.nanoTime() - start >= TestServer.QUICK.handshake().toNanos());
        }
    }

    @Test
    void aConnectionThatDripsItsRequestIsClosedToo() throws Exception {
        // item 6
        try (RawClient client = new RawClient(server.address())) {
            client.send("GET / HTTP/1.1\r\n");
            int lines = 0;
            for (; !client.endsWithin(Duration.ofMillis(50)); lines++) {
                assertTrue(lines < 200, "still open");
                client.send("X: y\r\n");
            }
            assertTrue(lines > 3, "it was given some time");
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

    @Test
    void oneMoreConnectionThanAllowedIsClosedAndTheOthersStay() throws Exception {
        Recorder few = new Recorder();
        ServerLimits two = new ServerLimits(TestServer.QUICK.handshake(), TestServer.QUICK.close(), 2);
        try (TestServer small = TestServer.start(few, two);
                RawClient first = RawClient.open(small.address());
                RawClient second = RawClient.open(small.address());
                RawClient third = new RawClient(small.address())) {
            assertEquals(0, third.readToEnd());
            first.sendText("still here");
            second.sendText("still here");
            assertEquals("still here", few.nextPeer().nextText());
            assertEquals("still here", few.nextPeer().nextText());
        }
    }
}

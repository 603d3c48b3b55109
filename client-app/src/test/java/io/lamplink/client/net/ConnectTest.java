package io.lamplink.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.protocol.CloseReason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection comes about, and every way in which it does not. */
final class ConnectTest {
    private static final ClientLimits QUICK =
            new ClientLimits(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(500));

    private final Recorder recorder = new Recorder();
    private final ClientEndpoint endpoint = new ClientEndpoint();
    private final ClientEndpoint quick = new ClientEndpoint(QUICK, InetAddress::getAllByName);

    @Test
    void aQtClientAsksByteForByteAsTheSeed() throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), false, recorder);
            try (RawServer.Connection connection = server.accept()) {
                assertEquals(request(server, ""), withoutKey(connection.answer(RawServer.ANSWER)));
                assertFalse(recorder.nextOpened().lamplink());
            }
        }
    }

    @Test
    void aLamplinkClientAddsItsSubProtocolOnly() throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                String expected = request(server, "Sec-WebSocket-Protocol: lamplink.v1\r\n");
                assertEquals(expected, withoutKey(connection.answer(RawServer.ANSWER)));
                assertFalse(recorder.nextOpened().lamplink(), "a seed server answers none");
            }
        }
    }

    @Test
    void theServersSubProtocolMakesALamplinkPeer() throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.answer(with("Sec-WebSocket-Protocol: lamplink.v1"));
                assertTrue(recorder.nextOpened().lamplink());
            }
        }
    }

    @Test
    void pathQueryAndHostAreAsWritten() throws Exception {
        try (RawServer server = new RawServer()) {
            String text = "ws://LOCALHOST:" + server.address().port() + "/a/b?c=d";
            endpoint.connect(ServerAddress.parse(text, 1), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                String request = connection.answer(RawServer.ANSWER);
                assertTrue(request.startsWith("GET /a/b?c=d HTTP/1.1\r\nHost: LOCALHOST:"), request);
                recorder.nextOpened();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Upgrade: websocket|upgrade:WebSocket",
                "Connection: Upgrade|connection: upgrade",
                "101 Switching Protocols|101 ",
                "101 Switching Protocols|101",
                "Server: chat server|Content-Length: 0",
                "Server: chat server|Sec-WebSocket-Extensions: permessage-deflate"
            })
    void whatTheSeedClientTakesIsTaken(String instead, String of) throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.answer(RawServer.ANSWER.replace(instead, of));
                connection.sendText("first");
                recorder.nextOpened();
                assertEquals("first", recorder.nextText());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 403 Forbidden\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: ws://127.0.0.1:1/\r\n\r\n",
                "HTTP/1.0 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "SSH-2.0-OpenSSH_9.9\r\n",
                "rubbish\r\n\r\n",
                "\r\n\r\n"
            })
    void whatIsNoWebSocketServerIsTold(String answer) throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.answer(answer);
                assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
                connection.readToEnd();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-WebSocket-Protocol: chat", "Sec-WebSocket-Protocol: lamplink.v2"})
    void aSubProtocolThatWasNotOfferedIsRefused(String line) throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.answer(with(line));
                assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
            }
        }
    }

    @Test
    void aWrongKeyIsRefused() throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.answer(RawServer.ANSWER.replace("KEY", "lURpyLMac1aBH6TiZVzkCcTpTVg="));
                assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
            }
        }
    }

    @Test
    void aServerThatHangsUpIsNoWebSocketServer() throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            server.accept().hangUp();
            assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
        }
    }

    @Test
    void anEndlessAnswerIsCut() throws Exception {
        // item 6
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                long start = System.nanoTime();
                connection.send("HTTP/1.1 101 Switching Protocols\r\n");
                String line = "X-Padding: " + "x".repeat(1000) + "\r\n";
                try {
                    for (int i = 0; i < 100_000 && !recorder.hasHeard(); i++) {
                        connection.send(line);
                    }
                } catch (IOException e) {
                    assertNotNull(e);
                }
                assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
                assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(4), "before the limit in time");
            }
        }
    }

    @Test
    void aServerThatSaysNothingIsTimedOut() throws Exception {
        // item 19: the library waits for ever
        try (RawServer server = new RawServer()) {
            quick.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.readRequest();
                assertEquals(ConnectProblem.TIMED_OUT, recorder.nextProblem());
                assertEquals(0, connection.readToEnd());
            }
        }
    }

    @Test
    void aServerThatSpeaksButNeverAnswersIsNoWebSocketServer() throws Exception {
        try (RawServer server = new RawServer()) {
            quick.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.send("220 mail");
                assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
            }
        }
    }

    @Test
    void aPortWhereNobodyListensIsRefused() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        endpoint.connect(new ServerAddress(false, "127.0.0.1", port, "/"), true, recorder);
        assertEquals(ConnectProblem.REFUSED, recorder.nextProblem());
    }

    @Test
    void anUnknownNameIsTold() throws Exception {
        ClientEndpoint nowhere = new ClientEndpoint(QUICK, host -> {
            throw new UnknownHostException(host);
        });
        nowhere.connect(new ServerAddress(false, "no.such.host", 1, "/"), true, recorder);
        assertEquals(ConnectProblem.UNKNOWN_HOST, recorder.nextProblem());
    }

    @Test
    void aZoneOfNoInterfaceIsAnUnknownHost() throws Exception {
        // item 21
        endpoint.connect(ServerAddress.parse("fe80::1%25nosuchif", 1), true, recorder);
        assertEquals(ConnectProblem.UNKNOWN_HOST, recorder.nextProblem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "[::1%25NAME]"})
    void anIpv6AddressIsReachedWithAndWithoutZone(String host) throws Exception {
        // item 21: the library hands %25 to the resolver
        InetAddress six = InetAddress.ofLiteral("::1");
        NetworkInterface owner = NetworkInterface.getByInetAddress(six);
        assumeTrue(owner != null, "no IPv6 here");
        try (ServerSocket port = new ServerSocket(0, 1, six)) {
            port.setSoTimeout(10_000);
            String text = host.replace("NAME", owner.getName());
            endpoint.connect(ServerAddress.parse(text, port.getLocalPort()), true, recorder);
            port.accept().close();
            assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
        }
    }

    @Test
    void everyAddressOfANameIsTried() throws Exception {
        try (RawServer server = new RawServer()) {
            InetAddress nobody = InetAddress.ofLiteral("127.0.0.99");
            InetAddress loopback = InetAddress.getLoopbackAddress();
            ClientEndpoint two = new ClientEndpoint(QUICK, _ -> new InetAddress[] {nobody, loopback});
            two.connect(new ServerAddress(false, "host", server.address().port(), "/"), true, recorder);
            try (RawServer.Connection connection = server.acceptWebSocket()) {
                InetSocketAddress remote = recorder.nextOpened().channel().remoteAddress();
                assertEquals(new InetSocketAddress(loopback, server.address().port()), remote);
                connection.sendText("x");
            }
        }
    }

    @Test
    void anAddressThatDoesNotAnswerLeavesTimeForTheNext() throws Exception {
        InetAddress silent = InetAddress.ofLiteral("127.0.0.2");
        assumeTrue(System.getProperty("os.name").equals("Linux"), "other systems may not have 127.0.0.2");
        try (RawServer server = new RawServer();
                BlackHole hole = new BlackHole(silent, server.address().port())) {
            ClientEndpoint two =
                    new ClientEndpoint(QUICK, _ -> new InetAddress[] {silent, InetAddress.getLoopbackAddress()});
            two.connect(hole.address(), true, recorder);
            try (RawServer.Connection connection = server.acceptWebSocket()) {
                recorder.nextOpened();
                connection.sendText("x");
            }
        }
    }

    @Test
    void encryptionIsNotSupportedYet() throws Exception {
        endpoint.connect(ServerAddress.parse("wss://127.0.0.1:1", 1), true, recorder);
        assertEquals(ConnectProblem.ENCRYPTION_NOT_SUPPORTED, recorder.nextProblem());
    }

    @Test
    void noAnswerAtAllIsTimedOut() throws Exception {
        // item 19
        try (BlackHole hole = new BlackHole()) {
            quick.connect(hole.address(), true, recorder);
            assertEquals(ConnectProblem.TIMED_OUT, recorder.nextProblem());
        }
    }

    @Test
    void aNameServerThatDoesNotAnswerIsTimedOutToo() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ClientEndpoint waiting = new ClientEndpoint(QUICK, host -> hang(never));
        waiting.connect(new ServerAddress(false, "slow.host", 1, "/"), true, recorder);
        assertEquals(ConnectProblem.TIMED_OUT, recorder.nextProblem());
        never.countDown();
    }

    @Test
    void cancellingWhileANameIsLookedUpIsToldAtOnce() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ClientEndpoint waiting = new ClientEndpoint(ClientLimits.defaults(), host -> hang(never));
        ConnectAttempt attempt = waiting.connect(new ServerAddress(false, "slow.host", 1, "/"), true, recorder);
        attempt.cancel();
        assertEquals(ConnectProblem.CANCELLED, recorder.nextProblem());
        never.countDown();
    }

    @Test
    void cancellingWhileConnectingIsToldAtOnce() throws Exception {
        try (BlackHole hole = new BlackHole()) {
            long start = System.nanoTime();
            endpoint.connect(hole.address(), true, recorder).cancel();
            assertEquals(ConnectProblem.CANCELLED, recorder.nextProblem());
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(4), "before the limit");
        }
    }

    @Test
    void cancellingDuringTheHandshakeClosesTheConnection() throws Exception {
        try (RawServer server = new RawServer()) {
            ConnectAttempt attempt = endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.readRequest();
                attempt.cancel();
                attempt.cancel();
                assertEquals(ConnectProblem.CANCELLED, recorder.nextProblem());
                connection.readToEnd();
                assertFalse(recorder.hasHeard(), "told once");
            }
        }
    }

    @Test
    void cancellingWhatIsOpenClosesIt() throws Exception {
        try (RawServer server = new RawServer()) {
            ConnectAttempt attempt = endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.acceptWebSocket()) {
                recorder.nextOpened();
                attempt.cancel();
                assertEquals(CloseReason.NORMAL, connection.readFrame().closeCode());
                connection.hangUp();
                assertEquals(CloseReason.normal(), recorder.nextClosed());
            }
        }
    }

    private static InetAddress[] hang(CountDownLatch latch) throws UnknownHostException {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException("too late");
    }

    private static String with(String line) {
        return RawServer.ANSWER.substring(0, RawServer.ANSWER.length() - 2) + line + "\r\n\r\n";
    }

    private static String request(RawServer server, String lines) {
        return "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + server.address().port()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key\r\nSec-WebSocket-Version: 13\r\n"
                + lines + "\r\n";
    }

    private static String withoutKey(String request) {
        return request.replaceAll("Key: [^\r]{24}\r\n", "Key\r\n");
    }

    /** A port whose system answers no more: as many connections wait there as may. */
    private static final class BlackHole implements AutoCloseable {
        private final ServerSocket port;
        private final List<Socket> waiting = new ArrayList<>();

        BlackHole() throws IOException {
            this(InetAddress.getLoopbackAddress(), 0);
        }

        BlackHole(InetAddress address, int number) throws IOException {
            port = new ServerSocket(number, 1, address);
            for (boolean open = true; open; ) {
                Socket socket = new Socket();
                waiting.add(socket);
                open = connects(socket);
            }
        }

        private boolean connects(Socket socket) {
            try {
                socket.connect(port.getLocalSocketAddress(), 200);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        ServerAddress address() {
            return new ServerAddress(false, "127.0.0.1", port.getLocalPort(), "/");
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : waiting) {
                socket.close();
            }
            port.close();
        }
    }
}

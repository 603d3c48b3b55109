package io.lamplink.client.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that the test plays on a raw socket, and endpoints that connect to it. */
abstract class ConnectFixture {
    /** Longer than any test waits. */
    static final Duration LONG = Duration.ofHours(1);

    /** For tests in which it takes too long until there is a TCP connection. */
    static final ClientLimits QUICK_TO_CONNECT = new ClientLimits(Duration.ofMillis(500), LONG, LONG);

    /** For tests in which the server's answer takes too long; not so short that one that comes at once is too late. */
    static final ClientLimits QUICK_TO_SHAKE_HANDS = new ClientLimits(LONG, Duration.ofSeconds(3), LONG);

    final Recorder recorder = new Recorder();
    final ClientEndpoint endpoint = with(new ClientLimits(LONG, LONG, LONG));

    static ClientEndpoint with(ClientLimits limits) {
        return new ClientEndpoint(limits, InetAddress::getAllByName);
    }

    static InetAddress[] hang(CountDownLatch latch) throws UnknownHostException {
        try {
            assertTrue(latch.await(Recorder.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException("too late");
    }

    static String with(String line) {
        return RawServer.ANSWER.substring(0, RawServer.ANSWER.length() - 2) + line + "\r\n\r\n";
    }

    static String request(RawServer server, String lines) {
        return "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + server.address().port()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key\r\nSec-WebSocket-Version: 13\r\n"
                + lines + "\r\n";
    }

    static String withoutKey(String request) {
        return request.replaceAll("Key: [^\r]{24}\r\n", "Key\r\n");
    }

    /** A port whose system answers no more: as many connections wait there as may. */
    static final class BlackHole implements AutoCloseable {
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
            return new ServerAddress(ServerAddress.Scheme.WS, "127.0.0.1", port.getLocalPort(), "/");
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

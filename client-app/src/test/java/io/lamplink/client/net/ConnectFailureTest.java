package io.lamplink.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.protocol.CloseReason;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts that come to nothing, and how soon that is told. */
class ConnectFailureTest extends ConnectFixture {
    @Test
    void aPortWhereNobodyListensIsRefused() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        endpoint.connect(new ServerAddress(ServerAddress.Scheme.WS, "127.0.0.1", port, "/"), true, recorder);
        assertEquals(ConnectProblem.REFUSED, recorder.nextProblem());
    }

    @Test
    void anUnknownNameIsTold() throws Exception {
        ClientEndpoint nowhere = new ClientEndpoint(QUICK_TO_CONNECT, host -> {
            throw new UnknownHostException(host);
        });
        nowhere.connect(new ServerAddress(ServerAddress.Scheme.WS, "no.such.host", 1, "/"), true, recorder);
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
            port.setSoTimeout((int) Recorder.PATIENCE.toMillis());
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
            ClientEndpoint two =
                    new ClientEndpoint(new ClientLimits(LONG, LONG, LONG), _ -> new InetAddress[] {nobody, loopback});
            two.connect(
                    new ServerAddress(
                            ServerAddress.Scheme.WS, "host", server.address().port(), "/"),
                    true,
                    recorder);
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
            ClientLimits both = new ClientLimits(Duration.ofSeconds(4), LONG, LONG);
            ClientEndpoint two =
                    new ClientEndpoint(both, _ -> new InetAddress[] {silent, InetAddress.getLoopbackAddress()});
            two.connect(hole.address(), true, recorder);
            try (RawServer.Connection connection = server.acceptWebSocket()) {
                recorder.nextOpened();
                connection.sendText("x");
            }
        }
    }

    @Test
    void noAnswerAtAllIsTimedOut() throws Exception {
        // item 19
        try (BlackHole hole = new BlackHole()) {
            with(QUICK_TO_CONNECT).connect(hole.address(), true, recorder);
            assertEquals(ConnectProblem.TIMED_OUT, recorder.nextProblem());
        }
    }

    @Test
    void aNameServerThatDoesNotAnswerIsTimedOutToo() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ClientEndpoint waiting = new ClientEndpoint(QUICK_TO_CONNECT, host -> hang(never));
        waiting.connect(new ServerAddress(ServerAddress.Scheme.WS, "slow.host", 1, "/"), true, recorder);
        assertEquals(ConnectProblem.TIMED_OUT, recorder.nextProblem());
        never.countDown();
    }

    @Test
    void cancellingWhileANameIsLookedUpIsToldAtOnce() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ClientEndpoint waiting = new ClientEndpoint(ClientLimits.defaults(), host -> hang(never));
        ConnectAttempt attempt =
                waiting.connect(new ServerAddress(ServerAddress.Scheme.WS, "slow.host", 1, "/"), true, recorder);
        attempt.cancel();
        assertEquals(ConnectProblem.CANCELLED, recorder.nextProblem());
        never.countDown();
    }

    @Test
    void cancellingWhileConnectingIsToldAtOnce() throws Exception {
        try (BlackHole hole = new BlackHole()) {
            endpoint.connect(hole.address(), true, recorder).cancel();
            assertEquals(ConnectProblem.CANCELLED, recorder.nextProblem());
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
}

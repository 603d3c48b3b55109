package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lamplink.common.engine.ListenProblem;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Starting and stopping, and what is said when that does not work. */
final class ServerEndpointTest {
    private static final CloseReason BYE = new CloseReason(CloseReason.GOING_AWAY, "The server was stopped.");

    private final Recorder recorder = new Recorder();

    @Test
    void portZeroTakesAFreePortAndTellsIt() throws Exception {
        try (TestServer server = TestServer.start(recorder)) {
            assertNotEquals(0, server.address().getPort());
            RawClient.open(server.address()).hangUp();
        }
    }

    @Test
    void aPortInUseIsToldAndTakenLaterByTheSameEndpoint() throws Exception {
        // item 12: the library tells it through a callback, and a server of its starts only once
        ServerEndpoint endpoint = new ServerEndpoint();
        InetSocketAddress address;
        try (TestServer first = TestServer.start(recorder)) {
            address = first.address();
            assertEquals(ListenProblem.PORT_IN_USE, problem(endpoint.listen(address, recorder)));
            RawClient.open(address).hangUp();
        }
        listening(endpoint.listen(address, recorder));
        TestServer.get(endpoint.stop(BYE));
    }

    @Test
    void anAddressOfAnotherMachineIsTold() throws Exception {
        InetAddress other = InetAddress.getByAddress(new byte[] {(byte) 198, 51, 100, 7});
        CompletionStage<ListenResult> result = new ServerEndpoint().listen(new InetSocketAddress(other, 0), recorder);
        assertEquals(ListenProblem.ADDRESS_NOT_LOCAL, problem(result));
    }

    @Test
    void anUnknownNameIsABadAddress() {
        InetSocketAddress unknown = InetSocketAddress.createUnresolved("no.such.host.invalid", 0);
        assertEquals(ListenProblem.BAD_ADDRESS, problem(new ServerEndpoint().listen(unknown, recorder)));
    }

    @Test
    void aSecondListenIsRefusedAndTheFirstGoesOn() throws Exception {
        try (TestServer server = TestServer.start(recorder)) {
            InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            assertEquals(ListenProblem.OTHER, problem(server.endpoint().listen(free, recorder)));
            RawClient.open(server.address()).hangUp();
        }
    }

    @Test
    void aStopClosesEveryClientWithTheReasonAndFreesThePort() throws Exception {
        try (TestServer server = TestServer.start(recorder);
                RawClient first = RawClient.open(server.address());
                RawClient second = RawClient.open(server.address());
                RawClient silent = new RawClient(server.address())) {
            Recorder.Peer one = recorder.nextPeer();
            Recorder.Peer two = recorder.nextPeer();
            CompletionStage<Void> stopped = server.endpoint().stop(BYE);
            assertEquals(CloseReason.GOING_AWAY, first.readFrame().closeCode());
            assertEquals(CloseReason.GOING_AWAY, second.readFrame().closeCode());
            assertEquals(0, silent.readToEnd());
            first.hangUp();
            second.hangUp();
            TestServer.get(stopped);
            assertTrue(one.hasHeard() && two.hasHeard(), "told before the stop is done");
            assertEquals(BYE, one.nextClosed());
            assertEquals(BYE, two.nextClosed());
            assertFree(server.address());
        }
    }

    @Test
    void aStopDoesNotWaitForAPeerThatDoesNotRead() throws Exception {
        // item 10: the library leaves its socket open and tells nobody
        try (TestServer server = TestServer.start(recorder, TestServer.QUICK_TO_CLOSE);
                RawClient stalled = RawClient.open(server.address(), 4096)) {
            Recorder.Peer peer = recorder.nextPeer();
            for (int i = 0; i < 16; i++) {
                peer.channel().send(Frame.Binary.of(ByteBuffer.allocate(1 << 20)));
            }
            TestServer.get(server.endpoint().stop(BYE));
            assertEquals(BYE, peer.nextClosed());
            assertTrue(stalled.readToEnd() < 16 << 20, "the rest is given up");
            assertFree(server.address());
        }
    }

    @Test
    void aStopDoesNotWaitForAConnectionThatChattersWithoutHandshake() throws Exception {
        // item 10: the library waits for five selects in a row with nothing to do
        try (TestServer server = TestServer.start(recorder);
                RawClient chatterer = new RawClient(server.address())) {
            chatterer.send("GET / HTTP/1.1\r\n");
            CompletionStage<Void> stopped = server.endpoint().stop(BYE);
            while (!chatterer.endsWithin(Duration.ofMillis(1))) {
                try {
                    chatterer.send("X: y\r\n");
                } catch (IOException e) {
                    break;
                }
            }
            TestServer.get(stopped);
            assertFree(server.address());
        }
    }

    @Test
    void aStopMayBeAskedForByAListener() throws Exception {
        // item 10: on a thread of its own the library waits for itself
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        ServerEndpoint endpoint = new ServerEndpoint();
        Recorder stopping = new Recorder() {
            @Override
            void onFrame(Peer peer, Frame frame) {
                endpoint.stop(BYE).thenRun(() -> stopped.complete(null));
            }
        };
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        InetSocketAddress address = listening(endpoint.listen(free, stopping));
        try (RawClient client = RawClient.open(address)) {
            client.sendText("stop");
            assertEquals(CloseReason.GOING_AWAY, client.readFrame().closeCode());
            client.hangUp();
            TestServer.get(stopped);
        }
    }

    @Test
    void aStopOfWhatDoesNotListenIsDoneAtOnce() {
        TestServer.get(new ServerEndpoint().stop(BYE));
    }

    @Test
    void aStopAtOnceLeavesNothingBehind() throws Exception {
        ServerEndpoint endpoint = new ServerEndpoint();
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        for (int i = 0; i < 20; i++) {
            CompletionStage<ListenResult> started = endpoint.listen(free, recorder);
            TestServer.get(endpoint.stop(BYE));
            if (TestServer.get(started) instanceof ListenResult.Listening(InetSocketAddress address)) {
                assertFree(address);
            }
        }
    }

    @Test
    void aListenWaitsForAStopUnderWay() throws Exception {
        try (TestServer server = TestServer.start(recorder, TestServer.QUICK_TO_CLOSE);
                RawClient stalled = RawClient.open(server.address(), 4096)) {
            recorder.nextPeer().channel().send(Frame.Binary.of(ByteBuffer.allocate(16 << 20)));
            CompletionStage<Void> stopped = server.endpoint().stop(BYE);
            InetSocketAddress again = listening(server.endpoint().listen(server.address(), recorder));
            assertTrue(stopped.toCompletableFuture().isDone());
            assertEquals(server.address(), again);
            RawClient.open(again).hangUp();
            stalled.readToEnd();
        }
    }

    @Test
    void aPortWhoseOldConnectionsLingerIsTakenAgainAtOnce() throws Exception {
        // item 15: the side that closes first keeps the port for a minute unless both runs set the option
        assumeTrue(ListenSocket.REUSES_ADDRESS);
        try (TestServer server = TestServer.start(recorder);
                RawClient client = RawClient.open(server.address())) {
            Recorder.Peer peer = recorder.nextPeer();
            peer.channel().close(BYE);
            client.readToEnd();
            client.hangUp();
            peer.nextClosed();
            TestServer.get(server.endpoint().stop(BYE));
            assertEquals(server.address(), listening(server.endpoint().listen(server.address(), recorder)));
        }
    }

    @Test
    void theWildcardAddressIsReachedByBothFamilies() throws Exception {
        // item 21
        ServerEndpoint endpoint = new ServerEndpoint();
        int port =
                listening(endpoint.listen(new InetSocketAddress(0), recorder)).getPort();
        try {
            RawClient.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port))
                    .hangUp();
            assertEquals(
                    "127.0.0.1",
                    recorder.nextPeer().channel().remoteAddress().getAddress().getHostAddress());
            InetAddress six = Inet6Address.ofLiteral("::1");
            assumeTrue(NetworkInterface.getByInetAddress(six) != null, "no IPv6 here");
            RawClient.open(new InetSocketAddress(six, port)).hangUp();
            assertEquals(six, recorder.nextPeer().channel().remoteAddress().getAddress());
        } finally {
            TestServer.get(endpoint.stop(BYE));
        }
    }

    @Test
    void theAddressesOfALinkAreKnownAndStay() throws Exception {
        try (TestServer server = TestServer.start(recorder);
                RawClient client = RawClient.open(server.address())) {
            Recorder.Peer peer = recorder.nextPeer();
            client.hangUp();
            peer.nextClosed();
            assertEquals(server.address(), peer.channel().localAddress());
            assertTrue(peer.channel().remoteAddress().getAddress().isLoopbackAddress());
        }
    }

    @Test
    void anErrorOnTheSelectorsThreadIsToldAndFreesThePort() throws Exception {
        // item 12: the library's thread waits for itself, and the port stays bound
        try (TestServer server = TestServer.start(recorder, TestServer.QUICK_TO_CLOSE);
                RawClient client = RawClient.open(server.address())) {
            Recorder.Peer peer = recorder.nextPeer();
            server.connection().socket().getSelectionKey().attach("a cast that fails");
            client.sendText("x");
            assertInstanceOf(ClassCastException.class, recorder.nextBroken());
            assertEquals(1011, peer.nextClosed().code());
            assertFree(server.address());
            listening(server.endpoint().listen(server.address(), recorder));
        }
    }

    @Test
    void anErrorOnTheSelectorsThreadFreesThePortThoughNobodyIsConnected() throws Exception {
        // item 12
        try (TestServer server = TestServer.start(recorder, TestServer.QUICK_TO_CLOSE);
                RawClient client = new RawClient(server.address())) {
            server.connection().socket().getSelectionKey().attach("a cast that fails");
            client.send("x");
            assertInstanceOf(ClassCastException.class, recorder.nextBroken());
            assertFree(server.address());
        }
    }

    @Test
    void aListeningSocketThatIsClosedBehindOurBackIsTold() throws Exception {
        // an accept that fails makes the library close its port without a word
        try (TestServer server = TestServer.start(recorder)) {
            server.running().port().close();
            assertInstanceOf(IOException.class, recorder.nextBroken());
            listening(server.endpoint().listen(server.address(), recorder));
        }
    }

    @Test
    void aSlowListenerAtTheEndDoesNotKeepThePort() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Recorder stuck = new Recorder() {
            @Override
            void onFrame(Peer peer, Frame frame) {
                try {
                    assertTrue(never.await(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (TestServer server = TestServer.start(stuck, TestServer.QUICK_TO_CLOSE);
                RawClient client = RawClient.open(server.address())) {
            client.sendText("x");
            stuck.nextPeer();
            TestServer.get(server.endpoint().stop(BYE));
            assertFree(server.address());
        } finally {
            never.countDown();
        }
    }

    private static InetSocketAddress listening(CompletionStage<ListenResult> result) {
        return assertInstanceOf(ListenResult.Listening.class, TestServer.get(result))
                .address();
    }

    private static ListenProblem problem(CompletionStage<ListenResult> result) {
        return assertInstanceOf(ListenResult.Failed.class, TestServer.get(result))
                .problem();
    }

    private static void assertFree(InetSocketAddress address) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        }
    }
}

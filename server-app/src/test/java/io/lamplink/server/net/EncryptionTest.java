package io.lamplink.server.net;

import static io.lamplink.server.net.TestServer.awaitTrue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.security.Identity;
import io.lamplink.common.security.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encrypted clients and others at the same port. */
final class EncryptionTest {
    private static final Identity IDENTITY = Identity.fresh();
    private static final ServerLimits QUICK = TestServer.QUICK;

    private final Recorder recorder = new Recorder();

    @Test
    void aClientSeesTheServersKeyAndChats() throws Exception {
        try (TestServer server = start(recorder);
                SSLSocket socket = connect(server.address(), 0);
                RawClient client = new RawClient(socket).upgraded()) {
            Recorder.Peer peer = recorder.nextPeer();
            client.sendText("你好");
            assertEquals("你好", peer.nextText());
            peer.channel().send(new Frame.Text("hello"));

            assertEquals("hello", client.readFrame().text());
            assertTrue(peer.channel().encrypted());
            assertEquals(IDENTITY.fingerprint(), Tls.fingerprint(socket.getSession()));
            assertEquals(
                    "TLSv1.3 TLS_AES_128_GCM_SHA256",
                    socket.getSession().getProtocol() + " "
                            + socket.getSession().getCipherSuite());
        }
    }

    @Test
    void aClientWithoutEncryptionIsNotCalledEncrypted() throws Exception {
        try (TestServer server = start(recorder);
                RawClient client = RawClient.open(server.address())) {
            client.sendText("x");
            assertFalse(recorder.nextPeer().channel().encrypted());
        }
    }

    @Test
    void largeFramesPassBothWaysUnchanged() throws Exception {
        byte[] payload = random(900_000);
        try (TestServer server = start(recorder);
                RawClient client = open(server, 0)) {
            Recorder.Peer peer = recorder.nextPeer();
            for (int i = 0; i < 4; i++) {
                client.sendFrame(RawClient.FIN | RawClient.BINARY, payload);
                assertArrayEquals(payload, bytes(((Frame.Binary) peer.next()).joined()));
                peer.channel().send(Frame.Binary.of(ByteBuffer.wrap(payload.clone())));
                assertArrayEquals(payload, bytes(client.readFrame().payload()));
            }
        }
    }

    @Test
    void whatASlowReaderHasNotTakenWaitsAndArrives() throws Exception {
        byte[] payload = random(500_000);
        try (TestServer server = start(recorder);
                RawClient client = open(server, 8 * 1024)) {
            Recorder.Peer peer = recorder.nextPeer();
            for (int i = 0; i < 10; i++) {
                peer.channel().send(Frame.Binary.of(ByteBuffer.wrap(payload.clone())));
            }
            AcceptedConnection connection = server.connection();
            awaitTrue(() -> connection.wire().isNeedWrite(), "a socket that takes no more");
            for (int i = 0; i < 10; i++) {
                assertArrayEquals(payload, bytes(client.readFrame().payload()));
            }
            awaitTrue(() -> peer.channel().queuedBytes() == 0, "an empty queue");
        }
    }

    @Test
    void whatComesWhileTheListenerIsBehindIsHeardLater() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Recorder slow = new Recorder() {
            @Override
            void onFrame(Peer peer, Frame frame) {
                EncryptionTest.await(goOn);
            }
        };
        try (TestServer server = start(slow);
                RawClient client = open(server, 0)) {
            Recorder.Peer peer = slow.nextPeer();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(
                    () -> sendNumbers(client, 1000), Executors.newVirtualThreadPerTaskExecutor());
            AcceptedConnection connection = server.connection();
            awaitTrue(() -> connection.link().behind(), "a listener that is behind");
            goOn.countDown();
            for (int i = 0; i < 1000; i++) {
                assertEquals(i, ((Frame.Binary) peer.next()).joined().getInt());
            }
            TestServer.get(sending);
        }
    }

    @Test
    void aHandshakeMayDripInByteByByte() throws Exception {
        try (TestServer server = start(recorder);
                Relay relay = new Relay(server.address());
                RawClient client = new RawClient(connect(relay.address(), 0)).upgraded()) {
            client.sendText("at last");
            assertEquals("at last", recorder.nextPeer().nextText());
        }
    }

    @Test
    void manyHandshakesAtOnceAreAllDone() throws Exception {
        try (TestServer server = start(recorder)) {
            List<CompletableFuture<RawClient>> all = IntStream.range(0, 20)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> opened(server)))
                    .toList();
            for (CompletableFuture<RawClient> one : all) {
                try (RawClient client = TestServer.get(one)) {
                    client.sendText("here");
                }
            }
            for (int i = 0; i < 20; i++) {
                assertEquals("here", recorder.nextPeer().nextText());
            }
        }
    }

    @Test
    void aCloseOfTheServerArrivesWholeAndInOrder() throws Exception {
        try (TestServer server = start(recorder);
                RawClient client = open(server, 0)) {
            Recorder.Peer peer = recorder.nextPeer();
            peer.channel().send(new Frame.Text("last"));
            peer.channel().close(new CloseReason(4001, "enough"));

            assertEquals("last", client.readFrame().text());
            assertEquals(4001, client.readFrame().closeCode());
            client.sendFrame(RawClient.FIN | RawClient.CLOSE, new byte[] {0x0F, (byte) 0xA1});
            assertEquals(0, client.readToEnd());
            assertEquals(4001, peer.nextClosed().code());
        }
    }

    @Test
    void whatAClientSaidBeforeItLeftIsHeard() throws Exception {
        try (TestServer server = start(recorder);
                RawClient client = open(server, 0)) {
            for (int i = 0; i < 100; i++) {
                client.sendText("line " + i);
            }
            client.sendFrame(RawClient.FIN | RawClient.CLOSE, new byte[] {3, (byte) 0xE8});
            client.endOutput();
            Recorder.Peer peer = recorder.nextPeer();
            for (int i = 0; i < 100; i++) {
                assertEquals("line " + i, peer.nextText());
            }
            assertEquals(CloseReason.NORMAL, peer.nextClosed().code());
        }
    }

    @Test
    void aStopSaysGoodbyeToEncryptedClientsToo() throws Exception {
        try (TestServer server = start(recorder);
                RawClient client = open(server, 0)) {
            recorder.nextPeer();
            server.endpoint().stop(new CloseReason(CloseReason.GOING_AWAY, ""));
            assertEquals(CloseReason.GOING_AWAY, client.readFrame().closeCode());
        }
    }

    @Test
    void anOldVersionOfTlsIsToldSo() throws Exception {
        try (TestServer server = start(recorder);
                SSLSocket socket = unconnected()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.connect(server.address());
            SSLException failure = assertThrows(SSLException.class, socket::startHandshake);
            assertTrue(String.valueOf(failure.getMessage()).contains("protocol_version"), failure.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"160301000568656c6c6f", "1603010000", "16", "160301ffff", "1603030002 0100", "15030300020100"})
    void whatOnlyLooksLikeTlsIsClosed(String hex) throws Exception {
        try (TestServer server = start(recorder, QUICK);
                RawClient garbage = new RawClient(server.address());
                RawClient other = open(server, 0)) {
            garbage.send(HexFormat.of().parseHex(hex.replace(" ", "")));
            assertTrue(garbage.endsWithin(Duration.ofSeconds(15)));
            other.sendText("not my business");
            assertEquals("not my business", recorder.nextPeer().nextText());
        }
    }

    @Test
    void endlessRecordsThatSayNothingEndTheConnection() throws Exception {
        try (TestServer server = start(recorder);
                SSLSocket socket = connect(server.address(), 0)) {
            assertTrue(endsWhileKeysChange(socket));
            assertFalse(recorder.hasAccepted());
        }
    }

    @Test
    void whoShakesHandsAndThenSaysNothingIsClosed() throws Exception {
        try (TestServer server = start(recorder, QUICK);
                RawClient silent = new RawClient(connect(server.address(), 0))) {
            assertTrue(silent.endsWithin(Duration.ofSeconds(15)));
        }
    }

    @Test
    void aWrongRequestIsAnsweredThroughTheEncryption() throws Exception {
        try (TestServer server = start(recorder);
                RawClient browser = new RawClient(connect(server.address(), 0))) {
            browser.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            assertTrue(browser.readHead().startsWith("HTTP/1.1 426 "));
            browser.readToEnd();
        }
    }

    @Test
    void othersMustEncryptUnlessTheUserAllowsIt() throws Exception {
        BlockingQueue<Object> told = new LinkedBlockingQueue<>();
        Recorder watching = new Recorder() {
            @Override
            public void clearTurnedAway(InetAddress address) {
                told.add(address);
            }
        };
        ServerEndpoint strict = new ServerEndpoint(ServerLimits.defaults(), () -> Tls.server(IDENTITY), _ -> false);
        try (TestServer server = TestServer.start(watching, strict);
                RawClient clear = new RawClient(server.address())) {
            clear.send(RawClient.REQUEST);
            String head = clear.readHead();
            assertTrue(head.startsWith("HTTP/1.1 403 "), head);
            assertEquals(server.address().getAddress(), told.poll(10, TimeUnit.SECONDS));
            try (RawClient encrypted = open(server, 0)) {
                encrypted.sendText("in");
                assertEquals("in", watching.nextPeer().nextText());
            }
            strict.admit(strict.admits().withUnencrypted(true));
            try (RawClient allowed = RawClient.open(server.address())) {
                allowed.sendText("in clear");
                assertEquals("in clear", watching.nextPeer().nextText());
            }
        }
    }

    /** The library's own way takes a whole core for one of the first kind. */
    @Test
    void idleConnectionsCostNothing() throws Exception {
        List<AutoCloseable> idle = new ArrayList<>();
        try (TestServer server = start(recorder)) {
            for (int i = 0; i < 12; i++) {
                idle.add(new RawClient(server.address()));
                RawClient half = new RawClient(server.address());
                half.send(new byte[] {0x16, 3, 1, 2, 0, 1, 0});
                idle.add(half);
                idle.add(connect(server.address(), 0));
                idle.add(open(server, 0));
            }
            double cores = coresTakenFor(Duration.ofSeconds(2));
            assertTrue(cores < 0.2, "48 idle connections take " + cores + " of a core");
        } finally {
            for (AutoCloseable one : idle) {
                one.close();
            }
        }
    }

    /** CPU time of this program's own threads by the clock. */
    private static double coresTakenFor(Duration time) throws InterruptedException {
        long before = cpuNanos();
        long begun = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        assertFalse(never.await(time.toMillis(), TimeUnit.MILLISECONDS));
        return (double) (cpuNanos() - before) / (System.nanoTime() - begun);
    }

    private static long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith("lamplink")) {
                nanos += threads.getThreadCpuTime(id);
            }
        }
        return nanos;
    }

    private static TestServer start(Recorder recorder) throws Exception {
        return start(recorder, ServerLimits.defaults());
    }

    private static TestServer start(Recorder recorder, ServerLimits limits) throws Exception {
        return TestServer.start(
                recorder, new ServerEndpoint(limits, () -> Tls.server(IDENTITY), InetAddress::isLoopbackAddress));
    }

    private static RawClient open(TestServer server, int receiveBuffer) throws IOException {
        return new RawClient(connect(server.address(), receiveBuffer)).upgraded();
    }

    private static RawClient opened(TestServer server) {
        try {
            return open(server, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In TLS 1.3 another handshake is an update of the keys. */
    private static boolean endsWhileKeysChange(SSLSocket socket) {
        try {
            for (int i = 0; i < 10_000; i++) {
                socket.startHandshake();
            }
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static SSLSocket unconnected() throws IOException {
        return (SSLSocket) Tls.client().getSocketFactory().createSocket();
    }

    private static SSLSocket connect(InetSocketAddress address, int receiveBuffer) throws IOException {
        SSLSocket socket = unconnected();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(address, 10_000);
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        return socket;
    }

    private static void sendNumbers(RawClient client, int count) {
        try {
            for (int i = 0; i < count; i++) {
                client.sendFrame(
                        RawClient.FIN | RawClient.BINARY,
                        ByteBuffer.allocate(10_000).putInt(0, i).array());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Passes a client's bytes on one at a time. */
    private static final class Relay implements AutoCloseable {
        private final ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final Socket server = new Socket();

        Relay(InetSocketAddress to) throws IOException {
            server.connect(to);
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(this::run);
        }

        InetSocketAddress address() {
            return (InetSocketAddress) port.getLocalSocketAddress();
        }

        private void run() {
            try (Socket client = port.accept()) {
                Thread.ofVirtual().start(() -> back(client));
                for (int next = client.getInputStream().read();
                        next >= 0;
                        next = client.getInputStream().read()) {
                    server.getOutputStream().write(next);
                }
            } catch (IOException e) {
                // The test is over.
            }
        }

        private void back(Socket client) {
            try {
                server.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException e) {
                // The test is over.
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            port.close();
        }
    }
}

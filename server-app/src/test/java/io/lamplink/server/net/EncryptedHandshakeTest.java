package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How encrypted links come about beside others at the same port, and what becomes of those that never do. */
final class EncryptedHandshakeTest extends EncryptionFixture {
    /** Encrypted clients have three times as long, so that none that means well is too late on a laden machine. */
    private static final ServerLimits QUICK_TO_OPEN = new ServerLimits(Duration.ofMillis(1500), TestServer.LONG, 100);

    private static final List<String> LIKE_TLS =
            List.of("160301000568656c6c6f", "1603010000", "16", "160301ffff", "16030300020100", "15030300020100");

    /** The first encrypted handshake of a virtual machine takes long; here it has all the time there is. */
    @BeforeAll
    static void shakeHandsOnce() throws Exception {
        try (TestServer server = start(new Recorder());
                RawClient first = open(server, 0)) {
            first.sendText("here");
        }
    }

    @Test
    void aHandshakeMayDripInByteByByte() throws Exception {
        try (TestServer server = start(recorder);
                DrippingRelay relay = new DrippingRelay(server.address());
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
    void anOldVersionOfTlsIsToldSo() throws Exception {
        try (TestServer server = start(recorder);
                SSLSocket socket = unconnected()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.connect(server.address());
            SSLException failure = assertThrows(SSLException.class, socket::startHandshake);
            assertTrue(String.valueOf(failure.getMessage()).contains("protocol_version"), failure.toString());
        }
    }

    @Test
    void whatOnlyLooksLikeTlsIsClosed() throws Exception {
        List<RawClient> garbage = new ArrayList<>();
        try (TestServer server = start(recorder, QUICK_TO_OPEN);
                RawClient other = open(server, 0)) {
            for (String hex : LIKE_TLS) {
                RawClient client = new RawClient(server.address());
                garbage.add(client);
                client.send(HexFormat.of().parseHex(hex));
            }
            for (RawClient client : garbage) {
                client.readToEnd();
            }
            other.sendText("not my business");
            assertEquals("not my business", recorder.nextPeer().nextText());
        } finally {
            for (RawClient client : garbage) {
                client.close();
            }
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
        try (TestServer server = start(recorder, QUICK_TO_OPEN);
                RawClient silent = new RawClient(connect(server.address(), 0))) {
            assertEquals(0, silent.readToEnd());
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
        ServerEndpoint strict = endpoint(TestServer.PATIENT, _ -> false);
        try (TestServer server = TestServer.start(watching, strict);
                RawClient clear = new RawClient(server.address())) {
            clear.send(RawClient.REQUEST);
            String head = clear.readHead();
            assertTrue(head.startsWith("HTTP/1.1 403 "), head);
            assertEquals(server.address().getAddress(), told.poll(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS));
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
        try (TestServer server = start(recorder, TestServer.QUICK_TO_CLOSE)) {
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
}

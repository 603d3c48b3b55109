package io.lamplink.server.net;

import static io.lamplink.server.net.TestServer.awaitTrue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.security.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** What passes between a server and its encrypted clients, and how their links end. */
final class EncryptionTest extends EncryptionFixture {
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
            assertEquals(Optional.of(IDENTITY.fingerprint()), peer.channel().binding());
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
            Recorder.Peer peer = recorder.nextPeer();
            assertFalse(peer.channel().encrypted());
            assertEquals(Optional.empty(), peer.channel().binding());
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
            assertTrue(latch.await(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS));
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
}

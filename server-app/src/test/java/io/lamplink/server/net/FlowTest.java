package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How bytes move: nothing stalls, nothing is lost at the end, nobody waits for somebody else, and what waits is counted. */
final class FlowTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int SMALL_BUFFER = 4096;

    @Test
    void noFrameIsEverForgottenHoweverManyThreadsSend() throws Exception {
        // item 1: the library's selector loses a wake-up now and then, and a frame stays until the next one is sent
        Recorder recorder = new Recorder();
        int threads = 4;
        int each = 2_000;
        try (TestServer server = TestServer.start(recorder);
                RawClient client = RawClient.open(server.address(), SMALL_BUFFER)) {
            Recorder.Peer peer = recorder.nextPeer();
            for (int i = 0; i < threads; i++) {
                Frame frame =
                        i % 2 == 0 ? new Frame.Text("x".repeat(40 * i)) : Frame.Binary.of(ByteBuffer.allocate(700));
                Thread.ofPlatform().daemon().start(() -> {
                    for (int sent = 0; sent < each; sent++) {
                        peer.channel().send(frame);
                    }
                });
            }
            for (int read = 0; read < threads * each; read++) {
                client.readFrame();
            }
        }
    }

    @Test
    void smallFramesAreNotHeldBackByNagle() throws Exception {
        // item 8
        Recorder recorder = new Recorder();
        try (TestServer server = TestServer.start(recorder);
                RawClient client = RawClient.open(server.address())) {
            recorder.nextPeer();
            SocketChannel wire = (SocketChannel)
                    server.connection().socket().getSelectionKey().channel();
            assertTrue(wire.getOption(StandardSocketOptions.TCP_NODELAY));
            client.sendText("ok");
        }
    }

    @Test
    void aListenerThatTakesItsTimeHoldsBackItsOwnPeerAndNobodyElse() throws Exception {
        // item 5: the library's threads and buffers serve all connections
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicLong heard = new AtomicLong();
        Recorder slow = new Recorder() {
            @Override
            void onFrame(Peer peer, Frame frame) {
                if (frame instanceof Frame.Binary) {
                    await(goOn);
                    heard.addAndGet(frame.size());
                }
            }
        };
        try (TestServer server = TestServer.start(slow);
                RawClient flooding = RawClient.open(server.address())) {
            Recorder.Peer flooder = slow.nextPeer();
            Thread flood = Thread.ofPlatform().daemon().start(() -> flood(flooding));
            AcceptedConnection held = server.connection();
            TestServer.awaitTrue(() -> held.link().behind(), "a reader that stops");
            for (int i = 0; i < 5; i++) {
                try (RawClient other = RawClient.open(server.address())) {
                    other.sendText("quick");
                    assertEquals("quick", slow.nextPeer().nextText());
                }
            }
            assertFalse(flood.join(Duration.ofSeconds(1)), "the sender is held back by TCP");
            assertEquals(0, flooder.channel().nanosSinceLastByte(), "not the peer's silence, but ours");
            goOn.countDown();
            assertTrue(flood.join(TestServer.PATIENCE), "the sender goes on");
            TestServer.awaitTrue(() -> heard.get() == 64L * MEBIBYTE, "every byte");
        }
    }

    @Test
    void whatAPeerSaysLastIsHeardThoughItEndsAtOnce() throws Exception {
        // the library reads the end on one thread while the other has not decoded what came before it
        Recorder recorder = new Recorder();
        byte[] farewell = join(
                RawClient.frame(RawClient.FIN | RawClient.BINARY, new byte[40_000]),
                RawClient.frame(RawClient.FIN | RawClient.TEXT, ascii("last")),
                RawClient.frame(RawClient.FIN | RawClient.CLOSE, new byte[] {3, (byte) 0xE8}));
        try (TestServer server = TestServer.start(recorder)) {
            for (int i = 0; i < 200; i++) {
                RawClient client = RawClient.open(server.address());
                client.send(farewell);
                client.close();
                Recorder.Peer peer = recorder.nextPeer();
                assertInstanceOf(Frame.Binary.class, peer.next());
                assertEquals("last", peer.nextText(), "round " + i);
                assertEquals(CloseReason.normal(), peer.nextClosed(), "round " + i);
            }
        }
    }

    @Test
    void whatAPeerSaysLastIsHeardThoughItsEndIsAReset() throws Exception {
        // a seed client that leaves in mid transfer: its unread bytes turn the end into a reset
        Recorder recorder = new Recorder();
        byte[] farewell = RawClient.frame(RawClient.FIN | RawClient.CLOSE, new byte[] {3, (byte) 0xE8});
        try (TestServer server = TestServer.start(recorder)) {
            for (int i = 0; i < 50; i++) {
                RawClient client = RawClient.open(server.address());
                Recorder.Peer peer = recorder.nextPeer();
                for (int chunk = 0; chunk < 20; chunk++) {
                    peer.channel().send(Frame.Binary.of(ByteBuffer.allocate(64 * 1024)));
                }
                client.readFrame();
                client.send(farewell);
                client.close();
                assertEquals(CloseReason.normal(), peer.nextClosed(), "round " + i);
            }
        }
    }

    @Test
    void aPeerThatEndsItsHalfStillGetsTheAnswerToItsClose() throws Exception {
        Recorder recorder = new Recorder();
        try (TestServer server = TestServer.start(recorder)) {
            for (int i = 0; i < 50; i++) {
                try (RawClient client = RawClient.open(server.address())) {
                    client.sendFrame(RawClient.FIN | RawClient.CLOSE, new byte[] {3, (byte) 0xE8});
                    client.endOutput();
                    assertEquals(1000, client.readFrame().closeCode());
                    assertEquals(CloseReason.normal(), recorder.nextPeer().nextClosed());
                }
            }
        }
    }

    @Test
    void bytesThatThePeerDoesNotTakeAreCountedUntilItDoes() throws Exception {
        // item 2
        Recorder recorder = new Recorder();
        try (TestServer server = TestServer.start(recorder);
                RawClient client = RawClient.open(server.address(), SMALL_BUFFER)) {
            Recorder.Peer peer = recorder.nextPeer();
            for (int i = 0; i < 16; i++) {
                peer.channel().send(Frame.Binary.of(ByteBuffer.allocate(MEBIBYTE)));
            }
            long queued = peer.channel().queuedBytes();
            long handshake = 1024; // its answer may still count
            assertTrue(queued > MEBIBYTE && queued <= 16L * (MEBIBYTE + 10) + handshake, queued + " bytes");
            for (int i = 0; i < 16; i++) {
                assertEquals(MEBIBYTE, client.readFrame().payload().remaining());
            }
            TestServer.awaitTrue(() -> peer.channel().queuedBytes() == 0, "an empty queue");
        }
    }

    @Test
    void aPeerThatNeverReadsIsClosedBeforeItFillsTheMemory() throws Exception {
        // item 2: the library's queue has no bound
        Recorder recorder = new Recorder();
        try (TestServer server = TestServer.start(recorder, TestServer.QUICK_TO_CLOSE);
                RawClient client = RawClient.open(server.address(), SMALL_BUFFER)) {
            Recorder.Peer peer = recorder.nextPeer();
            ByteBuffer data = ByteBuffer.allocate(MEBIBYTE);
            for (int i = 0; i < 200; i++) {
                peer.channel().send(Frame.Binary.of(data));
            }
            assertTrue(peer.channel().queuedBytes() < 70L * MEBIBYTE, "the rest is dropped");
            assertEquals(CloseReason.POLICY, peer.nextClosed().code());
            client.readToEnd();
        }
    }

    @Test
    void closingAStalledPeerIsToldInTimeWithTheReasonGiven() throws Exception {
        Recorder recorder = new Recorder();
        CloseReason bye = new CloseReason(CloseReason.GOING_AWAY, "bye");
        try (TestServer server = TestServer.start(recorder, TestServer.QUICK_TO_CLOSE);
                RawClient client = RawClient.open(server.address(), SMALL_BUFFER)) {
            Recorder.Peer peer = recorder.nextPeer();
            for (int i = 0; i < 16; i++) {
                peer.channel().send(Frame.Binary.of(ByteBuffer.allocate(MEBIBYTE)));
            }
            peer.channel().close(bye);
            peer.channel().close(CloseReason.normal());
            assertEquals(bye, peer.nextClosed());
            client.readToEnd();
            assertFalse(peer.hasHeard());
        }
    }

    @Test
    void anyByteEndsASilence() throws Exception {
        // item 9: the library counts pongs only
        Recorder recorder = new Recorder();
        try (TestServer server = TestServer.start(recorder);
                RawClient client = RawClient.open(server.address())) {
            Recorder.Peer peer = recorder.nextPeer();
            long silence = TimeUnit.MILLISECONDS.toNanos(300);
            TestServer.awaitTrue(() -> peer.channel().nanosSinceLastByte() > silence, "a silence");
            long sentAt = System.nanoTime();
            client.send(new byte[] {(byte) (RawClient.FIN | RawClient.TEXT)});
            TestServer.awaitTrue(
                    () -> System.nanoTime() - peer.channel().nanosSinceLastByte() >= sentAt, "a sign of life");
            assertFalse(peer.hasHeard(), "half a header is no frame");
        }
    }

    @Test
    void aListenerThatThrowsLosesItsConnectionOnly() throws Exception {
        // item 12: an Error would end the library's decoder, and one in so many later clients would hang
        Recorder recorder = new Recorder() {
            @Override
            void onFrame(Peer peer, Frame frame) {
                throw new AssertionError("expected");
            }
        };
        try (TestServer server = TestServer.start(recorder)) {
            for (int i = 0; i < 10; i++) {
                try (RawClient client = RawClient.open(server.address())) {
                    client.sendText("x");
                    assertEquals(1011, client.readFrame().closeCode());
                    assertEquals(1011, recorder.nextPeer().nextClosed().code());
                }
            }
        }
    }

    private static void flood(RawClient client) {
        try {
            byte[] frame = RawClient.frame(RawClient.FIN | RawClient.BINARY, new byte[MEBIBYTE]);
            for (int i = 0; i < 64; i++) {
                client.send(frame);
            }
        } catch (IOException e) {
            throw new AssertionError("The connection was lost.", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

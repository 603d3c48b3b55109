package io.lamplink.client.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting on a real connection. */
@Timeout(60)
final class PatientChannelTest {
    /** More than the system's buffers take. */
    private static final int MUCH = 32 * 1024 * 1024;

    private final ServerSocket server = open();
    private PatientChannel channel;
    private Socket peer;

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void connect() throws IOException {
        channel = new PatientChannel();
        channel.connect(server.getLocalSocketAddress(), 10_000);
        peer = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
        peer.close();
        server.close();
    }

    @Test
    void readingWaitsForBytesAndForTheEnd() throws Exception {
        ByteBuffer into = ByteBuffer.allocateDirect(10);
        CompletableFuture<Integer> reading = async(() -> channel.read(into));
        peer.getOutputStream().write(new byte[] {1, 2, 3});
        assertEquals(3, reading.get());
        assertEquals(ByteBuffer.wrap(new byte[] {1, 2, 3}), into.flip());
        CompletableFuture<Integer> end = async(() -> channel.read(into.clear()));
        peer.shutdownOutput();
        assertEquals(-1, end.get());
    }

    @Test
    void writingWaitsUntilEverythingIsTakenAlsoWhileItIsRead() throws Exception {
        byte[] bytes = new byte[MUCH];
        new Random(5).nextBytes(bytes);
        ByteBuffer direct = ByteBuffer.allocateDirect(MUCH).put(bytes).flip();
        CompletableFuture<Integer> writing = async(() -> {
            channel.write(direct);
            channel.endOutput();
            return direct.remaining();
        });
        CompletableFuture<Integer> reading = async(() -> channel.read(ByteBuffer.allocate(1)));
        assertArrayEquals(bytes, peer.getInputStream().readAllBytes());
        assertEquals(0, writing.get());
        peer.getOutputStream().write(1);
        assertEquals(1, reading.get());
    }

    @Test
    void whoIsInterruptedWhileWritingWritesToTheEnd() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                channel.write(ByteBuffer.allocateDirect(MUCH));
                channel.endOutput();
                interrupted.complete(Thread.currentThread().isInterrupted());
            } catch (IOException e) {
                interrupted.completeExceptionally(e);
            }
        });
        assertEquals(0, peer.getInputStream().read());
        writer.interrupt();
        assertEquals(MUCH - 1, peer.getInputStream().readAllBytes().length);
        assertTrue(interrupted.get(), "it is told afterwards");
        assertTrue(channel.isOpen());
    }

    @Test
    void closingEndsThoseWhoWait() throws Exception {
        CompletableFuture<Integer> reading = async(() -> channel.read(ByteBuffer.allocate(1)));
        CompletableFuture<Integer> writing = async(() -> {
            channel.write(ByteBuffer.allocateDirect(MUCH));
            return 0;
        });
        peer.getInputStream().read();
        channel.close();
        assertThrows(Exception.class, reading::get);
        assertThrows(Exception.class, writing::get);
        assertFalse(channel.isOpen());
        while (peer.getInputStream().read(new byte[1 << 20]) >= 0) {
            // what was under way
        }
    }

    @Test
    void aPortThatNobodyListensAtRefuses() throws Exception {
        int port = server.getLocalPort();
        server.close();
        PatientChannel other = new PatientChannel();
        IOException refused = assertThrows(
                IOException.class,
                () -> other.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000));
        assertInstanceOf(ConnectException.class, refused);
        other.close();
    }

    private interface Work {
        int run() throws IOException;
    }

    private static CompletableFuture<Integer> async(Work work) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                answer.complete(work.run());
            } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(50, TimeUnit.SECONDS);
    }
}

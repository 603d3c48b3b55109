package io.lamplink.bench.shaper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What passes, not how fast: a fast link, so that the test takes no time. */
final class SlowLinkTest {
    private static final LinkShape FAST = new LinkShape(1_000_000_000, 1000, 64 * 1024);

    @Test
    void bytesPassInBothDirectionsAndSoDoesTheEnd() throws Exception {
        byte[] there = bytes(1);
        byte[] back = bytes(2);
        try (ServerSocket target = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SlowLink link = new SlowLink(FAST, target.getLocalPort());
            Thread.ofPlatform().daemon().start(() -> run(link));
            try (Socket near = new Socket(InetAddress.getLoopbackAddress(), link.port());
                    Socket far = target.accept()) {
                Thread.ofPlatform().daemon().start(() -> write(near, there));
                assertArrayEquals(there, far.getInputStream().readAllBytes());
                Thread.ofPlatform().daemon().start(() -> write(far, back));
                assertArrayEquals(back, near.getInputStream().readAllBytes());
                assertEquals(-1, near.getInputStream().read());
            }
        }
    }

    private static byte[] bytes(long seed) {
        byte[] bytes = new byte[300_000];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void run(SlowLink link) {
        try {
            link.run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package io.lamplink.bench.shaper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;

/**
 * A proxy on the loopback address that is as slow as a {@link LinkShape}. The system may hold at most a small receive buffer
 * on each side besides; it is set before a connection is made, because the window cannot shrink afterwards.
 */
public final class SlowLink {
    /** The system doubles it for its own bookkeeping. */
    private static final int RECEIVE_BUFFER = 16 * 1024;

    private final LinkShape shape;
    private final int target;
    private final ServerSocket entrance;

    /** A link to the port {@code target} of this computer, open at once. */
    public SlowLink(LinkShape shape, int target) throws IOException {
        this.shape = shape;
        this.target = target;
        this.entrance = new ServerSocket();
        entrance.setReceiveBufferSize(RECEIVE_BUFFER);
        entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** Where to connect instead of the target. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Takes connections for as long as the process lives. */
    public void run() throws IOException {
        while (true) {
            Socket near = entrance.accept();
            Socket far = new Socket();
            far.setReceiveBufferSize(RECEIVE_BUFFER);
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            for (Socket side : Set.of(near, far)) {
                prepare(side);
            }
            new SlowDirection(near, far, shape).start();
            new SlowDirection(far, near, shape).start();
        }
    }

    /** Without quick acknowledgements a sender that has filled the small window would wait for a delayed one. */
    private static void prepare(Socket side) throws IOException {
        side.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (side.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            side.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }
}

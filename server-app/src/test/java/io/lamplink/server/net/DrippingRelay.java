package io.lamplink.server.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes a client's bytes on one at a time. */
final class DrippingRelay implements AutoCloseable {
    private final ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Socket server = new Socket();

    DrippingRelay(InetSocketAddress to) throws IOException {
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

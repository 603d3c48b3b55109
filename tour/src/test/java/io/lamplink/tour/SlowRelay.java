package io.lamplink.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** A cable to a server that may come back at another port, through which bytes go no faster than so many a second. */
final class SlowRelay implements AutoCloseable {
    private static final int PIECE = 64 * 1024;

    private final ServerSocket entrance;
    private volatile long bytesPerSecond;
    private volatile int serverPort;

    SlowRelay(long bytesPerSecond) throws IOException {
        this.bytesPerSecond = bytesPerSecond;
        this.entrance = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void leadsTo(int port) {
        serverPort = port;
    }

    /** From now on as fast as it can. */
    void hurry() {
        bytesPerSecond = Long.MAX_VALUE;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                connect(client);
            } catch (IOException e) {
                Thread.onSpinWait(); // The server is being started anew, or the test is over.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            Thread.ofPlatform().daemon().start(() -> pump(client, server));
            Thread.ofPlatform().daemon().start(() -> pump(server, client));
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[PIECE];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int bytes = in.read(buffer); bytes >= 0; bytes = in.read(buffer)) {
                out.write(buffer, 0, bytes);
                LockSupport.parkNanos(bytes * 1_000_000_000L / bytesPerSecond);
            }
        } catch (IOException e) {
            return; // One of them is gone, and so is the other now.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}

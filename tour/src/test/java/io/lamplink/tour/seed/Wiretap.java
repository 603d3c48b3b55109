package io.lamplink.tour.seed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stands between two peers, passes every byte on and keeps a copy. Serves one connection. */
public final class Wiretap implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final ByteArrayOutputStream toServer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream toClient = new ByteArrayOutputStream();
    private final Thread thread;
    private volatile Socket client;
    private volatile Socket server;

    private Wiretap(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
        thread = Thread.ofPlatform().daemon().name("wiretap").start(this::run);
    }

    /** In front of the server at {@code port} of this machine. */
    public static Wiretap before(int port) throws IOException {
        return new Wiretap(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), port);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Cuts the line in both directions, as a pulled cable or a router that restarts would. */
    public void cut() throws IOException {
        for (Socket end : List.of(client, server)) {
            if (!end.isClosed()) {
                end.setSoLinger(true, 0);
                end.close();
            }
        }
    }

    /** What the client sent, once both sides have ended. */
    public byte[] fromClient() throws InterruptedException {
        thread.join(Duration.ofMinutes(2));
        return toServer.toByteArray();
    }

    /** What the server sent, once both sides have ended. */
    public byte[] fromServer() throws InterruptedException {
        thread.join(Duration.ofMinutes(2));
        return toClient.toByteArray();
    }

    /** The frames behind the HTTP head in {@code bytes}. */
    public static List<RawFrame> frames(byte[] bytes) throws IOException {
        RawWebSocket replay = new RawWebSocket(new Replay(bytes), true);
        replay.readHead();
        List<RawFrame> frames = new ArrayList<>();
        try {
            while (true) {
                frames.add(replay.read());
            }
        } catch (EOFException e) {
            return frames;
        }
    }

    private void run() {
        try (Socket from = listening.accept();
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client = from;
            server = to;
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            Thread back = Thread.ofPlatform().daemon().start(() -> pump(to, from, toClient));
            pump(from, to, toServer);
            back.join();
        } catch (IOException e) {
            // The line was cut, or nobody came.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What comes is kept even when nobody takes it any more: the seed's client closes without reading on. */
    private static void pump(Socket from, Socket to, ByteArrayOutputStream copy) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[65536];
            boolean open = true;
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                copy.write(buffer, 0, length);
                open = open && passOn(out, buffer, length);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // This direction has ended.
        }
    }

    private static boolean passOn(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        if (client != null && server != null) {
            cut();
        }
    }

    /** A socket that only gives back bytes. */
    private static final class Replay extends Socket {
        private final byte[] bytes;

        Replay(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void setTcpNoDelay(boolean on) {}
    }
}

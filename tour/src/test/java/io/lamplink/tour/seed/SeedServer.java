package io.lamplink.tour.seed;

import io.lamplink.tour.harness.Journal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * The seed's server window, seen from the wire: one client at a time, header and first chunk of a file together, one more
 * chunk for each FILE_CHUNK_ACK, FILE_ACK ignored, no word at the end.
 */
public final class SeedServer implements AutoCloseable {
    private static final int CHUNK = 65536;

    private final ServerSocket listening;
    private final Journal<Guest> guests = new Journal<>("The clients of the seed server");
    private final Journal<String> sent = new Journal<>("The files that the seed server calls sent");
    private Guest guest;
    private InputStream file;
    private String fileName;

    private SeedServer(ServerSocket listening) {
        this.listening = listening;
    }

    /** Listens on a free port of this machine. */
    public static SeedServer start() throws IOException {
        SeedServer server = new SeedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().name("seed-server").start(server::accept);
        return server;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** One connection, from the handshake on. */
    public final class Guest extends SeedPeer {
        private final HttpHead request;
        private final Journal<RawFrame> binaries = new Journal<>("The binary messages to the seed server");

        private Guest(RawWebSocket socket, HttpHead request) {
            super("the seed server's client", socket);
            this.request = request;
        }

        /** Its handshake. */
        public HttpHead request() {
            return request;
        }

        /** The binary messages that came, known to the original or not. */
        public Journal<RawFrame> binaries() {
            return binaries;
        }

        /** Waits until that many messages of that type came. */
        public void awaitBinaries(String type, int count) {
            binaries.await(count + " " + type, count, message -> isOfType(message, type));
        }

        /** How many messages of that type came so far. */
        public int count(String type) {
            return binaries.all(message -> isOfType(message, type)).size();
        }

        @Override
        void onText(String text) {}

        @Override
        void onBinary(byte[] payload) throws IOException {
            RawFrame message = RawFrame.whole(RawFrame.BINARY, payload);
            if (isOfType(message, "FILE_CHUNK_ACK")) {
                nextChunk(this);
            }
            binaries.add(message);
        }

        @Override
        void over() {
            super.over();
            binaries.end();
        }
    }

    private static boolean isOfType(RawFrame message, String type) {
        return new SeedBytes.Reader(message.payload()).string().equals(type);
    }

    /** The first client, when it is there. */
    public Guest awaitGuest() {
        return guests.await("a client", any -> true);
    }

    /** Every client so far. */
    public Journal<Guest> guests() {
        return guests;
    }

    /** The names of the files that it calls sent. */
    public Journal<String> sent() {
        return sent;
    }

    /** The button "send file", for bytes. */
    public void sendFile(String name, byte[] content) throws IOException {
        sendFile(name, content.length, new ByteArrayInputStream(content));
    }

    /** The same with any content and any size said of it. */
    public synchronized void sendFile(String name, long declared, InputStream content) throws IOException {
        Guest to = guest;
        file = content;
        fileName = name;
        to.sendBinary(SeedBytes.header(name, declared));
        nextChunk(to);
    }

    private synchronized void nextChunk(Guest to) throws IOException {
        if (file == null) {
            return;
        }
        byte[] data = file.readNBytes(CHUNK);
        if (data.length > 0) {
            to.sendBinary(SeedBytes.chunk(data));
            return;
        }
        file.close();
        file = null;
        sent.add(fileName);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                Thread.ofPlatform().daemon().name("seed-server-client").start(() -> admit(socket));
            }
        } catch (SocketException e) {
            guests.end();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void admit(Socket socket) {
        try {
            RawWebSocket raw = new RawWebSocket(socket, false);
            raw.readTimeout(10_100);
            HttpHead request = raw.readHead();
            raw.readTimeout(0);
            if (!SeedHandshake.serverTakes(request)) {
                raw.writeBytes(SeedHandshake.refusalByServer(request).getBytes(StandardCharsets.US_ASCII));
                raw.close();
                return;
            }
            Guest newcomer = new Guest(raw, request);
            raw.writeBytes(SeedHandshake.answer(request, ZonedDateTime.now(ZoneOffset.UTC)));
            seat(newcomer);
            newcomer.serve();
        } catch (IOException e) {
            closeQuietly(socket);
        }
    }

    /** A newcomer throws out who is there (H6). */
    private synchronized void seat(Guest newcomer) throws IOException {
        if (guest != null) {
            guest.sendClose(1000, "");
        }
        guest = newcomer;
        guests.add(newcomer);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    /** The button "stop": no more clients, and CLOSE to the one that is there. */
    public synchronized void stop() throws IOException {
        listening.close();
        if (guest != null) {
            guest.sendClose(1000, "");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        listening.close();
        if (guest != null) {
            guest.close();
        }
    }
}

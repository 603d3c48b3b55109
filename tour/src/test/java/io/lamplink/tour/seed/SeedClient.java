package io.lamplink.tour.seed;

import io.lamplink.tour.harness.Journal;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The seed's client window, seen from the wire: greets at once, answers a header with FILE_ACK and every chunk with one
 * FILE_CHUNK_ACK, crashes where the original does (B2), and closes TCP at once behind its CLOSE.
 */
public final class SeedClient extends SeedPeer {
    /** What it says when the connection is up. */
    public static final String GREETING = "客户端已连接!";

    private final Journal<SeedDownload> headers = new Journal<>("The headers of the seed client");
    private final Journal<SeedDownload> files = new Journal<>("The files of the seed client");
    private SeedDownload file;
    private long acksLeft = Long.MAX_VALUE;
    private int heldAcks;
    private long ackDelayMillis;

    private SeedClient(RawWebSocket socket) {
        super("the seed client", socket);
    }

    /** Connects to this machine and greets; an {@link IOException} says what the original would not like. */
    public static SeedClient connect(int port) throws IOException {
        return connect(port, "127.0.0.1:" + port, SeedHandshake.newKey());
    }

    static SeedClient connect(int port, String host, String key) throws IOException {
        RawWebSocket socket = RawWebSocket.connect(port);
        socket.writeBytes(SeedHandshake.request(host, key));
        Optional<String> refusal = SeedHandshake.refusalByClient(socket.readHead(), key);
        if (refusal.isPresent()) {
            socket.close();
            throw new IOException("The seed's client refuses: " + refusal.get() + ".");
        }
        SeedClient client = new SeedClient(socket);
        client.say(GREETING);
        Thread.ofPlatform().daemon().name("seed-client").start(client::serve);
        return client;
    }

    /** Each file as its header comes. */
    public Journal<SeedDownload> headers() {
        return headers;
    }

    /** Each file as it becomes complete; again with every chunk after that (T9). */
    public Journal<SeedDownload> files() {
        return files;
    }

    /** The file of that name, when it is complete. */
    public SeedDownload awaitFile(String name) {
        return files.await("the whole file " + name, done -> done.name().equals(name));
    }

    /** Acknowledges {@code chunks} more chunks, then none until {@link #letAcksGo}. */
    public synchronized void holdAcksAfter(int chunks) {
        acksLeft = chunks;
    }

    /** Acknowledges what it kept back, and whatever comes. */
    public synchronized void letAcksGo() throws IOException {
        acksLeft = Long.MAX_VALUE;
        for (; heldAcks > 0; heldAcks--) {
            sendBinary(SeedBytes.chunkAck());
        }
    }

    /** Acknowledges one chunk of those that it kept back: it is slow, and not dead. */
    public synchronized void letAnAckGo() throws IOException {
        if (heldAcks > 0) {
            heldAcks--;
            sendBinary(SeedBytes.chunkAck());
        }
    }

    /** Takes its time over each chunk, as the original does with its log on the screen (T13). */
    public synchronized void acknowledgeAfter(long millis) {
        ackDelayMillis = millis;
    }

    /** Asks for a file by its path, as the original could (H1). */
    public void request(String path) throws IOException {
        sendBinary(SeedBytes.request(path));
    }

    /** The button "disconnect". */
    public void disconnect() throws IOException {
        sendClose(1000, "");
        hangUp();
    }

    @Override
    void onText(String text) {}

    @Override
    synchronized void onBinary(byte[] payload) throws IOException {
        SeedBytes.Reader in = new SeedBytes.Reader(payload);
        switch (in.string()) {
            case "FILE_HEADER" -> onHeader(in.string(), in.number());
            case "FILE_CHUNK" -> onChunk(in.array());
            default -> {}
        }
    }

    private void onHeader(String name, long size) throws IOException {
        file = new SeedDownload(name, size);
        headers.add(file);
        sendBinary(SeedBytes.ack(name));
    }

    private void onChunk(byte[] data) throws IOException {
        if (file == null || file.declared() == 0) {
            crash("a chunk came for a size of 0 or without a header (B2)");
            return;
        }
        file.take(data);
        if (file.received() >= file.declared()) {
            files.add(file);
        }
        if (acksLeft-- <= 0) {
            heldAcks++;
            return;
        }
        pause();
        sendBinary(SeedBytes.chunkAck());
    }

    private void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ackDelayMillis));
    }

    @Override
    void over() {
        super.over();
        headers.end();
        files.end();
    }
}

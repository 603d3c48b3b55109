package io.lamplink.bench.worker;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The reference's receiving side: one thread receives, digests and writes. Takes one connection and obeys nothing. */
public final class ReferenceReceiver implements Worker {
    private final Path folder;
    private final Voice voice;
    private final Arrivals arrivals;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ReferenceWire.BUFFER_BYTES);

    /** Listens on a free port; what comes is written in {@code folder} and deleted again. */
    public ReferenceReceiver(Path folder, Voice voice) throws IOException {
        this.folder = folder;
        this.voice = voice;
        this.arrivals = new Arrivals(voice);
        ServerSocketChannel entrance =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        voice.say("listening", entrance.socket().getLocalPort());
        Thread.ofPlatform().daemon().name("reference").start(() -> serve(entrance));
    }

    private void serve(ServerSocketChannel entrance) {
        try (entrance;
                SocketChannel socket = entrance.accept()) {
            voice.say("joined");
            while (receive(socket)) {
                buffer.clear();
            }
        } catch (IOException e) {
            voice.say("failed", "The reference could not receive: " + e.getMessage());
        }
    }

    private boolean receive(SocketChannel socket) throws IOException {
        ByteBuffer size = ByteBuffer.allocate(Long.BYTES);
        if (!ReferenceWire.readAll(socket, size)) {
            return false;
        }
        Path path = folder.resolve("reference-" + ProcessHandle.current().pid());
        byte[] ours = write(socket, size.getLong(), path);
        ByteBuffer theirs = ByteBuffer.allocate(ReferenceWire.DIGEST_BYTES);
        if (!ReferenceWire.readAll(socket, theirs) || !Arrays.equals(ours, theirs.array())) {
            throw new IOException("What arrived is not what was sent.");
        }
        arrivals.arrived(System.nanoTime(), path, HexFormat.of().formatHex(ours));
        return true;
    }

    private byte[] write(SocketChannel socket, long size, Path path) throws IOException {
        MessageDigest digest = ReferenceWire.newDigest();
        try (FileChannel file =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            for (long left = size; left > 0; left -= buffer.limit()) {
                buffer.clear().limit((int) Math.min(left, buffer.capacity()));
                if (socket.read(buffer) < 0) {
                    throw new EOFException("The sender ended in the middle.");
                }
                buffer.flip();
                digest.update(buffer.duplicate());
                ReferenceWire.writeAll(file, buffer);
            }
        }
        return digest.digest();
    }

    @Override
    public void obey(List<String> order) {
        voice.say("failed", "The reference's receiver takes no orders.");
    }

    @Override
    public void close() {
        // Its thread ends with the process.
    }
}

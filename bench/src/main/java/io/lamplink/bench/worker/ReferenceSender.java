package io.lamplink.bench.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/** The reference's sending side: one thread reads, digests and sends. Obeys {@code send PATH}. */
public final class ReferenceSender implements Worker {
    private final Voice voice;
    private final SocketChannel socket;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ReferenceWire.BUFFER_BYTES);

    /** Connects to {@code port} of this computer. */
    public ReferenceSender(int port, Voice voice) throws IOException {
        this.voice = voice;
        socket = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        voice.say("joined");
    }

    @Override
    public void obey(List<String> order) throws IOException {
        long began = System.nanoTime();
        send(Path.of(order.get(1)));
        voice.say("began", began);
        voice.say("sent");
    }

    private void send(Path path) throws IOException {
        MessageDigest digest = ReferenceWire.newDigest();
        try (FileChannel file = FileChannel.open(path)) {
            ByteBuffer size = ByteBuffer.allocate(Long.BYTES).putLong(file.size());
            ReferenceWire.writeAll(socket, size.flip());
            buffer.clear();
            while (file.read(buffer) >= 0) {
                buffer.flip();
                digest.update(buffer.duplicate());
                ReferenceWire.writeAll(socket, buffer);
                buffer.clear();
            }
        }
        ReferenceWire.writeAll(socket, ByteBuffer.wrap(digest.digest()));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            voice.say("failed", "The reference could not be closed.");
        }
    }
}

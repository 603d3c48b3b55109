package io.lamplink.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Bytes as they are. */
record ClearWire(SocketChannel socket) implements Wire {

    @Override
    public int read(ByteBuffer into) throws IOException {
        return socket.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        socket.write(from);
    }

    @Override
    public boolean needsWrite() {
        return false;
    }

    @Override
    public void writeMore() {
        // What is written leaves at once or stays with the writer.
    }

    @Override
    public boolean endOutput() throws IOException {
        socket.shutdownOutput();
        return true;
    }

    @Override
    public boolean encrypted() {
        return false;
    }
}

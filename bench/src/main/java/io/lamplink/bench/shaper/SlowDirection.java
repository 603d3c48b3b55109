package io.lamplink.bench.shaper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Carries bytes from one socket to another as slowly as the link is: one thread takes them, one hands them on. */
final class SlowDirection {
    private final Socket from;
    private final Socket to;
    private final LinkShape shape;
    private final Pacing pacing;
    /** Has no bound of its own: the pacing bounds what waits, and rate times delay what is on its way. */
    private final BlockingQueue<Parcel> onTheWay = new LinkedBlockingQueue<>();

    /** Bytes, none at the end of the stream, and when they arrive, by {@link System#nanoTime()}. */
    private record Parcel(ByteBuffer bytes, long due) {}

    SlowDirection(Socket from, Socket to, LinkShape shape) {
        this.from = from;
        this.to = to;
        this.shape = shape;
        this.pacing = new Pacing(shape);
    }

    void start() {
        Thread.ofPlatform().daemon().name("link-in").start(this::takeAll);
        Thread.ofPlatform().daemon().name("link-out").start(this::handOnAll);
    }

    private void takeAll() {
        try {
            InputStream in = from.getInputStream();
            while (true) {
                waitForRoom();
                byte[] bytes = new byte[shape.segmentBytes()];
                int length = in.read(bytes);
                if (length < 0) {
                    break;
                }
                long due = pacing.take(System.nanoTime(), length);
                onTheWay.add(new Parcel(ByteBuffer.wrap(bytes, 0, length), due));
            }
        } catch (IOException e) {
            close(from);
        }
        onTheWay.add(new Parcel(ByteBuffer.allocate(0), System.nanoTime()));
    }

    private void waitForRoom() {
        for (long wait = room(); wait > 0; wait = room()) {
            LockSupport.parkNanos(wait);
        }
    }

    private long room() {
        return pacing.nanosUntilRoom(System.nanoTime(), shape.segmentBytes());
    }

    private void handOnAll() {
        try {
            OutputStream out = to.getOutputStream();
            for (Parcel parcel = onTheWay.take(); parcel.bytes().hasRemaining(); parcel = onTheWay.take()) {
                waitUntil(parcel.due());
                out.write(parcel.bytes().array(), 0, parcel.bytes().remaining());
            }
            to.shutdownOutput();
        } catch (IOException e) {
            close(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitUntil(long due) {
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // It is gone, which is what was wanted.
        }
    }
}

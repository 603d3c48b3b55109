package io.lamplink.common.websocket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Counts the bytes of one connection: those encoded but not yet taken by the socket, and when the last one was read.
 * The library offers neither figure. It also knows whether the peer has to be let in before it may send much. Any thread may call any method.
 */
public final class WireMeter {
    private final LongSupplier nanoTime;
    private final Pace pace;
    private final Deque<FileData> fileData = new ArrayDeque<>();
    private volatile long lastReadAt;
    private volatile boolean held;
    private long encoded;
    private long written;
    private long fileDataBytes;
    private long waitsSince;

    /** A binary message that waits: where it ends among all bytes ever encoded, and how long it is. */
    private record FileData(long end, int bytes) {}

    /** A meter by the system's clock, whose silence starts now. */
    public WireMeter() {
        this(System::nanoTime);
    }

    WireMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.pace = new Pace(nanoTime);
        this.lastReadAt = nanoTime.getAsLong();
    }

    /** From now on the peer's messages stay small until {@link #letIn()}; to be said before it can send any. */
    public void hold() {
        held = true;
    }

    /** The peer's next message is the last that has to be small. */
    void letIn() {
        held = false;
    }

    /** Whether the peer's messages have to be small. */
    boolean held() {
        return held;
    }

    /** How fast the peer may go on. */
    Pace pace() {
        return pace;
    }

    /**
     * {@code bytes} were encoded and now wait for the socket.
     *
     * @param binary whether they are a binary message: file data, whose sender bounds them
     */
    synchronized void encoded(int bytes, boolean binary) {
        if (encoded <= written) {
            waitsSince = nanoTime.getAsLong();
        }
        encoded += bytes;
        if (binary) {
            fileData.add(new FileData(encoded, bytes));
            fileDataBytes += bytes;
        }
    }

    /** The socket took {@code bytes}, or they were thrown away with it. */
    public synchronized void written(long bytes) {
        if (bytes > 0) {
            written += bytes;
            waitsSince = nanoTime.getAsLong();
            for (FileData first = fileData.peek(); first != null && first.end() <= written; first = fileData.peek()) {
                fileDataBytes -= first.bytes();
                fileData.remove();
            }
        }
    }

    /** Bytes of the peer were read just now. */
    public void heard() {
        lastReadAt = nanoTime.getAsLong();
    }

    /** Bytes that wait for the socket, frame headers included. */
    public synchronized long queuedBytes() {
        return Math.max(0, encoded - written);
    }

    /** The same without binary messages of which anything still waits. */
    synchronized long queuedTextBytes() {
        return Math.max(0, encoded - written - fileDataBytes);
    }

    /** Nanoseconds in which the socket took nothing although something waited all the time; 0 if nothing waits. */
    synchronized long nanosStuck() {
        return encoded > written ? nanoTime.getAsLong() - waitsSince : 0;
    }

    /** Nanoseconds since {@link #heard()}, or since the meter was made. */
    public long nanosSinceHeard() {
        return nanoTime.getAsLong() - lastReadAt;
    }
}

package io.lamplink.common.websocket;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Counts the bytes of one connection: those encoded but not yet taken by the socket, and when the last one was read.
 * The library offers neither figure. Any thread may call any method.
 */
public final class WireMeter {
    private final LongSupplier nanoTime;
    private final AtomicLong queued = new AtomicLong();
    private final Pace pace;
    private volatile long lastReadAt;

    /** A meter by the system's clock, whose silence starts now. */
    public WireMeter() {
        this(System::nanoTime);
    }

    WireMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.pace = new Pace(nanoTime);
        this.lastReadAt = nanoTime.getAsLong();
    }

    /** How fast the peer may go on. */
    Pace pace() {
        return pace;
    }

    /** {@code bytes} were encoded and now wait for the socket. */
    void encoded(int bytes) {
        queued.addAndGet(bytes);
    }

    /** The socket took {@code bytes}, or they were thrown away with it. */
    public void written(long bytes) {
        queued.addAndGet(-bytes);
    }

    /** Bytes of the peer were read just now. */
    public void heard() {
        lastReadAt = nanoTime.getAsLong();
    }

    /** Bytes that wait for the socket, frame headers included. */
    public long queuedBytes() {
        return Math.max(0, queued.get());
    }

    /** Nanoseconds since {@link #heard()}, or since the meter was made. */
    public long nanosSinceHeard() {
        return nanoTime.getAsLong() - lastReadAt;
    }
}

package io.lamplink.common.simulation;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.session.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A connection whose other end is the test. */
public final class RecordedChannel implements Channel {
    private final List<Frame> sent = new CopyOnWriteArrayList<>();
    private final List<Duration> rests = new CopyOnWriteArrayList<>();
    private volatile boolean accepted;
    private volatile long queued;
    private volatile int pings;
    private volatile Duration silence = Duration.ZERO;
    private volatile Duration stuck = Duration.ZERO;
    private volatile @Nullable CloseReason closed;

    /** Frames that left, oldest first. */
    public List<Frame> sent() {
        return sent;
    }

    /** What left since this was last asked. */
    public List<Frame> takeSent() {
        List<Frame> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** Sets how many bytes wait for the socket. */
    public void queued(long bytes) {
        queued = bytes;
    }

    /** Sets how long no byte came. */
    public void silentFor(Duration time) {
        silence = time;
    }

    /** Sets for how long nothing of what is queued was taken. */
    public void stuckFor(Duration time) {
        stuck = time;
    }

    /** How many pings left. */
    public int pings() {
        return pings;
    }

    /** The times for which it was asked to read nothing, oldest first. */
    public List<Duration> rests() {
        return rests;
    }

    /** From now on it counts as a client's. */
    public void accepted() {
        accepted = true;
    }

    /** With what it was closed from this side; null while it is open. */
    public @Nullable CloseReason closed() {
        return closed;
    }

    @Override
    public void send(Frame frame) {
        sent.add(frame);
    }

    @Override
    public long queuedBytes() {
        return queued;
    }

    @Override
    public void rest(long nanos) {
        rests.add(Duration.ofNanos(nanos));
    }

    @Override
    public boolean isAccepted() {
        return accepted;
    }

    @Override
    public synchronized void ping() {
        pings++;
    }

    @Override
    public long nanosSinceLastByte() {
        return silence.toNanos();
    }

    @Override
    public long nanosStuck() {
        return stuck.toNanos();
    }

    @Override
    public synchronized void close(CloseReason reason) {
        if (closed == null) {
            closed = reason;
        }
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 50_000);
    }

    @Override
    public InetSocketAddress localAddress() {
        return new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 8080);
    }
}

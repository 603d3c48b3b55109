package io.lamplink.common.websocket;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.session.ChannelListener;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what the socket threads hear of one connection to its listener: in order, one at a time, on another thread. A
 * listener may take its time, since the library's threads serve every connection; how much may wait for it is bounded by
 * {@link #behind()}, on which the reader stops. Nothing follows the end, whichever thread tells it.
 */
final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** Bytes that may wait before the reader stops; it goes on at half of them. */
    static final long BEHIND_BYTES = ProtocolLimits.MAX_MESSAGE_BYTES;

    /** Texts of up to so many characters may be heard on the thread that brings them. */
    private static final int SHORT = 1024;

    /** What a frame costs beside its payload, so that empty ones count. */
    private static final int BYTES_PER_FRAME = 256;

    private sealed interface Item {
        record Opened(Supplier<ChannelListener> listener) implements Item {}

        record Heard(Frame frame, long cost) implements Item {}

        record Pong(long nanos) implements Item {}

        record Closed(CloseReason reason) implements Item {}
    }

    /** Items that are delivered before other tasks of the listener's lane get their turn. */
    private static final int TURN = 16;

    private volatile Executor executor;
    private final Runnable caughtUp;
    private final Runnable broken;
    private final Queue<Item> items = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean behind = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    // These two belong to whichever thread drains.
    private @Nullable ChannelListener listener;
    private boolean deaf;

    /** An inbox that tells when {@link #behind()} ends and, once, that the listener failed. */
    Inbox(Executor executor, Runnable caughtUp, Runnable broken) {
        this.executor = executor;
        this.caughtUp = caughtUp;
        this.broken = broken;
    }

    void opened(Supplier<ChannelListener> opener) {
        add(new Item.Opened(opener));
    }

    void heard(Frame frame) {
        long cost = frame.size() + BYTES_PER_FRAME;
        if (bytes.addAndGet(cost) >= BEHIND_BYTES) {
            behind.set(true);
        }
        Item.Heard item = new Item.Heard(frame, cost);
        items.add(item);
        if (pending.getAndIncrement() == 0 && !hearsHere(item)) {
            executor.execute(this::drain);
        }
    }

    /** Spares a short text the way to another thread, if nothing is before it and the listener can take it at once. */
    @SuppressWarnings("ReferenceEquality") // The same item is meant, not one with an equal frame.
    private boolean hearsHere(Item.Heard item) {
        ChannelListener hearing = deaf ? null : listener;
        boolean isShort = item.frame() instanceof Frame.Text(String text) && text.length() <= SHORT;
        if (hearing == null || !isShort || items.peek() != item || !triesFrame(hearing, item.frame())) {
            return false;
        }
        items.remove();
        bytes.addAndGet(-item.cost());
        if (pending.decrementAndGet() > 0) {
            executor.execute(this::drain);
        }
        return true;
    }

    private boolean triesFrame(ChannelListener hearing, Frame frame) {
        try {
            return hearing.tryFrame(frame);
        } catch (Throwable e) {
            fail(e);
            return true;
        }
    }

    void pong(long nanos) {
        add(new Item.Pong(nanos));
    }

    void closed(CloseReason reason) {
        add(new Item.Closed(reason));
    }

    /** Whether so much waits for the listener that no more should be read. */
    boolean behind() {
        return behind.get();
    }

    /** Completes when the listener has been told of the end, or when there was none to tell. */
    CompletableFuture<Void> ended() {
        return ended.copy();
    }

    private void add(Item item) {
        items.add(item);
        if (pending.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        boolean moved;
        int left;
        int turn = TURN;
        do {
            Item item = items.remove();
            deliver(item);
            if (item instanceof Item.Heard(Frame _, long cost)
                    && bytes.addAndGet(-cost) <= BEHIND_BYTES / 2
                    && behind.compareAndSet(true, false)) {
                caughtUp.run();
            }
            moved = move();
            left = pending.decrementAndGet();
        } while (left > 0 && !moved && --turn > 0);
        if (left > 0) {
            executor.execute(this::drain);
        }
    }

    /** To where the listener wants to be called; whether that is somewhere else. */
    private boolean move() {
        Executor lane = listener == null ? null : listener.lane();
        if (lane == null || lane.equals(executor)) {
            return false;
        }
        executor = lane;
        return true;
    }

    private void deliver(Item item) {
        ChannelListener hearing = deaf ? null : listener;
        try {
            switch (item) {
                case Item.Opened(Supplier<ChannelListener> opener) when !ended.isDone() -> listener = opener.get();
                case Item.Heard(Frame frame, long _) when hearing != null -> hearing.onFrame(frame);
                case Item.Pong(long nanos) when hearing != null -> hearing.onPong(nanos);
                case Item.Closed(CloseReason reason) -> end(reason);
                case Item.Opened _, Item.Heard _, Item.Pong _ -> LOG.trace("Nobody listens any more.");
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void end(CloseReason reason) {
        try {
            if (listener != null) {
                listener.onClosed(reason);
            }
        } finally {
            listener = null;
            ended.complete(null);
        }
    }

    /** A listener that fails once may have lost its state, so it hears nothing more but the end. */
    private void fail(Throwable e) {
        if (!deaf) {
            deaf = true;
            LOG.error("A listener failed; its connection is closed.", e);
            broken.run();
        }
    }
}

package io.lamplink.client.net;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Writes down what becomes of an attempt; waiting for something that does not come fails after a while. */
class Recorder implements ConnectListener, ChannelListener {
    /** How long anything that a test expects may take; far more than it does take, on a laden machine too. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    /** That the connection is open. */
    record Opened(Channel channel, boolean lamplink) {}

    @Override
    public ChannelListener opened(Channel channel, boolean lamplink) {
        heard.add(new Opened(channel, lamplink));
        return this;
    }

    @Override
    public void failed(ConnectFailure failure) {
        heard.add(failure);
    }

    @Override
    public void onFrame(Frame frame) {
        heard.add(frame);
    }

    @Override
    public void onPong(long nanos) {
        heard.add(nanos);
    }

    @Override
    public void onClosed(CloseReason reason) {
        heard.add(reason);
    }

    Object next() throws InterruptedException {
        Object next = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertNotNull(next, "something was expected");
        return next;
    }

    Opened nextOpened() throws InterruptedException {
        return assertInstanceOf(Opened.class, next());
    }

    ConnectProblem nextProblem() throws InterruptedException {
        return assertInstanceOf(ConnectFailure.class, next()).problem();
    }

    String nextText() throws InterruptedException {
        return assertInstanceOf(Frame.Text.class, next()).text();
    }

    String nextBinary() throws InterruptedException {
        Frame.Binary frame = assertInstanceOf(Frame.Binary.class, next());
        return StandardCharsets.ISO_8859_1.decode(frame.joined()).toString();
    }

    CloseReason nextClosed() throws InterruptedException {
        return assertInstanceOf(CloseReason.class, next());
    }

    boolean hasHeard() {
        return !heard.isEmpty();
    }

    /** Waits for something that tells nobody when it becomes true. */
    static void awaitTrue(BooleanSupplier condition, String what) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - deadline < 0, () -> what + " was expected");
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }
}

package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes every client and writes down what is heard; waiting for something that does not come fails after a while. */
class Recorder implements ConnectionAcceptor {
    private final BlockingQueue<Peer> accepted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> broken = new LinkedBlockingQueue<>();

    @Override
    public ChannelListener accept(Channel channel, Visitor visitor) {
        Peer peer = new Peer(channel, visitor.lamplink());
        accepted.add(peer);
        return peer;
    }

    @Override
    public void broken(Throwable cause) {
        broken.add(cause);
    }

    /** Hook for what a test does with a frame before it is written down. */
    void onFrame(Peer peer, Frame frame) {}

    Peer nextPeer() throws InterruptedException {
        return next(accepted, "a client");
    }

    boolean hasAccepted() {
        return !accepted.isEmpty();
    }

    Throwable nextBroken() throws InterruptedException {
        return next(broken, "the end of listening");
    }

    private static <T> T next(BlockingQueue<T> queue, String what) throws InterruptedException {
        T next = queue.poll(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertNotNull(next, () -> what + " was expected");
        return next;
    }

    /** One client. */
    final class Peer implements ChannelListener {
        private final Channel channel;
        private final boolean lamplink;
        private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

        Peer(Channel channel, boolean lamplink) {
            this.channel = channel;
            this.lamplink = lamplink;
        }

        Channel channel() {
            return channel;
        }

        boolean lamplink() {
            return lamplink;
        }

        @Override
        public void onFrame(Frame frame) {
            Recorder.this.onFrame(this, frame);
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
            return Recorder.next(heard, "a frame, a pong or the end");
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
    }
}

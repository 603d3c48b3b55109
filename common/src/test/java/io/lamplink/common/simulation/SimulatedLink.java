package io.lamplink.common.simulation;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection between two sessions: frames arrive in order, each some time after it left, until one side closes or the
 * link is cut. As with TCP, what is on its way when the link is cut never arrives, and each side notices by itself.
 */
public final class SimulatedLink {
    private final Agenda agenda;
    private final Duration delay;
    private final End first = new End();
    private final End second = new End();
    private long framesUntilCut = Long.MAX_VALUE;
    private boolean cut;

    /** A link on which a frame takes up to {@code delay}. */
    public SimulatedLink(Agenda agenda, Duration delay) {
        this.agenda = agenda;
        this.delay = delay;
        first.other = second;
        second.other = first;
    }

    /** One side's channel. */
    public Channel first() {
        return first;
    }

    /** The other side's channel. */
    public Channel second() {
        return second;
    }

    /** Tells who listens at both ends. */
    public void listen(ChannelListener atFirst, ChannelListener atSecond) {
        first.listener = atFirst;
        second.listener = atSecond;
    }

    /** The link is cut when so many more frames have left, whichever side sent them; 0 is before the next one. */
    public void cutAfter(long frames) {
        framesUntilCut = frames;
    }

    /** Cuts the link now, and both sides notice soon. */
    public void cut() {
        cut = true;
        first.noticeSoon();
        second.noticeSoon();
    }

    /** Cuts the link now, and only the second side notices soon: the other one waits for bytes that never come. */
    public void cutHalf() {
        cut = true;
        second.noticeSoon();
        if (first.closing) {
            first.noticeSoon();
        }
    }

    /** Whether the link was cut. */
    public boolean isCut() {
        return cut;
    }

    private final class End implements Channel {
        private @Nullable End other;
        private @Nullable ChannelListener listener;
        private long lastArrival;
        private long heardAt;
        private long underWay;
        private boolean closing;
        private boolean ended;

        @Override
        public void send(Frame frame) {
            if (framesUntilCut-- == 0) {
                cut();
            }
            if (!cut && !closing && !ended) {
                underWay += frame.size();
                arrive(() -> {
                    underWay -= frame.size();
                    other().hear(frame);
                });
            }
        }

        private void hear(Frame frame) {
            if (!ended && listener != null) {
                heardAt = agenda.clock().elapsed();
                listener.onFrame(frame);
            }
        }

        /** Behind all that left before. */
        private void arrive(Runnable what) {
            long now = agenda.clock().elapsed();
            lastArrival = Math.max(lastArrival, now + agenda.upTo(delay).toNanos());
            agenda.after(Duration.ofNanos(lastArrival - now), () -> {
                if (!cut) {
                    what.run();
                }
            });
        }

        private void noticeSoon() {
            agenda.after(agenda.upTo(delay), () -> end(new CloseReason(CloseReason.ABNORMAL, "")));
        }

        private void end(CloseReason reason) {
            if (!ended && listener != null) {
                ended = true;
                listener.onClosed(reason);
            }
        }

        private End other() {
            if (other == null) {
                throw new IllegalStateException("There is no other end.");
            }
            return other;
        }

        @Override
        public long queuedBytes() {
            return underWay;
        }

        @Override
        public void reuse(ByteBuffer data) {
            RecordedLink.spoil(data);
        }

        @Override
        public void ping() {
            long begin = agenda.clock().elapsed();
            arrive(() -> other().pong(() -> {
                heardAt = agenda.clock().elapsed();
                if (!ended && listener != null) {
                    listener.onPong(agenda.clock().elapsed() - begin);
                }
            }));
        }

        private void pong(Runnable arrival) {
            heardAt = agenda.clock().elapsed();
            if (!ended && !closing) {
                arrive(arrival);
            }
        }

        @Override
        public long nanosSinceLastByte() {
            return agenda.clock().elapsed() - heardAt;
        }

        @Override
        public void close(CloseReason reason) {
            if (closing || ended) {
                return;
            }
            closing = true;
            if (cut) {
                noticeSoon();
                return;
            }
            arrive(() -> {
                other().closing = true;
                other().end(reason);
                other().arrive(() -> end(reason));
            });
        }

        @Override
        public InetSocketAddress remoteAddress() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        }

        @Override
        public InetSocketAddress localAddress() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 2);
        }
    }
}

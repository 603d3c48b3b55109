package io.lamplink.common.entry;

import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a session's place until that begins, and hands on to it what comes afterwards. What is said before is said in
 * the dialect of Lamplink. The session is set on one thread, and read on any.
 */
abstract sealed class Doorway implements ChannelListener permits PinDoor, PinEntry {
    private final Channel channel;
    private final LamplinkDialect dialect = new LamplinkDialect();
    private volatile @Nullable ChannelListener inside;

    Doorway(Channel channel) {
        this.channel = channel;
    }

    /** The connection that leads here. */
    final Channel channel() {
        return channel;
    }

    /** The session; null before it begins. */
    final @Nullable ChannelListener inside() {
        return inside;
    }

    /** {@code session} begins, and stands here from now on. */
    final void enter(ChannelListener session) {
        inside = session;
    }

    /** What {@code frame} says; null if that makes no sense. */
    final @Nullable Message message(Frame frame) {
        try {
            return dialect.decode(frame).getFirst();
        } catch (MalformedFrameException e) {
            return null;
        }
    }

    final void say(Message message) {
        dialect.encode(message).forEach(channel::send);
    }

    @Override
    public final @Nullable Executor lane() {
        ChannelListener session = inside;
        return session == null ? null : session.lane();
    }

    @Override
    public final void onPong(long nanos) {
        ChannelListener session = inside;
        if (session != null) {
            session.onPong(nanos);
        }
    }
}

package io.lamplink.common.session;

import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.SharedFrame;
import io.lamplink.common.protocol.SharedMessage;
import java.util.List;

/** The way from a session to its peer: messages become frames of the link's dialect, whose bytes are counted. Confined to one lane. */
final class Outlet {
    private final Dialect dialect;
    private final Channel channel;
    private long bytes;

    Outlet(Dialect dialect, Channel channel) {
        this.dialect = dialect;
        this.channel = channel;
    }

    /** Answers whether the wire has a word for it. */
    boolean send(Message message) {
        List<Frame> frames = dialect.encode(message);
        for (Frame frame : frames) {
            bytes += frame.size();
            channel.send(frame);
        }
        return !frames.isEmpty();
    }

    /** The same for a message that others get too. */
    boolean send(SharedMessage shared) {
        List<SharedFrame> frames = shared.frames(dialect);
        for (SharedFrame frame : frames) {
            bytes += frame.size();
            channel.send(frame);
        }
        return !frames.isEmpty();
    }

    /** Payload bytes of all frames so far. */
    long bytes() {
        return bytes;
    }
}

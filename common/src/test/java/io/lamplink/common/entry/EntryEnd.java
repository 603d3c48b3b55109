package io.lamplink.common.entry;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One end of a connection that exists in a test only: what leaves waits until the test carries it on. */
final class EntryEnd implements Channel {
    private final InetSocketAddress remote;
    private final Optional<Fingerprint> binding;
    private final Queue<Frame> leaving = new ArrayDeque<>();
    private boolean held = true;
    private @Nullable CloseReason closed;

    EntryEnd(String remote, Optional<Fingerprint> binding) {
        try {
            this.remote = new InetSocketAddress(InetAddress.getByName(remote), 50_000);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
        this.binding = binding;
    }

    /** What was sent since this was last asked. */
    List<Message> sent() {
        List<Message> messages = new ArrayList<>();
        for (Frame frame = leaving.poll(); frame != null; frame = leaving.poll()) {
            messages.add(read(frame));
        }
        return messages;
    }

    /** The one message that was sent since this was last asked. */
    <T extends Message> T sent(Class<T> type) {
        List<Message> all = sent();
        if (all.size() != 1) {
            throw new AssertionError("Not one message: " + all);
        }
        return type.cast(all.getFirst());
    }

    /** With what it was closed from this side; null while it is open. */
    @Nullable
    CloseReason closed() {
        return closed;
    }

    int closeCode() {
        CloseReason reason = closed;
        return reason == null ? 0 : reason.code();
    }

    private static Message read(Frame frame) {
        try {
            return new LamplinkDialect().decode(frame).getFirst();
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code message} as it arrives. */
    static Frame frame(Message message) {
        return new LamplinkDialect().encode(message).getFirst();
    }

    @Override
    public void send(Frame frame) {
        if (closed == null) {
            leaving.add(frame);
        }
    }

    @Override
    public void close(CloseReason reason) {
        if (closed == null) {
            closed = reason;
        }
    }

    @Override
    public boolean held() {
        return held;
    }

    @Override
    public void letIn() {
        held = false;
    }

    @Override
    public Optional<Fingerprint> binding() {
        return binding;
    }

    @Override
    public long queuedBytes() {
        return 0;
    }

    @Override
    public void ping() {}

    @Override
    public long nanosSinceLastByte() {
        return 0;
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return remote;
    }

    @Override
    public InetSocketAddress localAddress() {
        return remote;
    }

    /** A session that only notes what it hears. */
    static final class Inside implements ChannelListener {
        final List<Object> heard = new ArrayList<>();

        @Override
        public void onFrame(Frame frame) {
            heard.add(read(frame));
        }

        @Override
        public void onPong(long nanos) {
            heard.add(nanos);
        }

        @Override
        public void onClosed(CloseReason reason) {
            heard.add(reason.code());
        }
    }
}

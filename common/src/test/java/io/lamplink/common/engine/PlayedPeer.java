package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.protocol.qt.QtDialect;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A peer of a hub that a test plays: what the hub sends can be waited for, and anything can be said to it. */
final class PlayedPeer implements Channel {
    static final long DEADLINE_SECONDS = 120;

    private final Dialect dialect;
    private final ChannelListener listener;
    private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();

    private PlayedPeer(PeerHub hub, boolean lamplink) {
        dialect = lamplink ? new LamplinkDialect() : new QtDialect(UUID::randomUUID, InstantSource.system());
        listener = hub.admit(this, lamplink);
    }

    /** Speaks Lamplink, but has not introduced itself. */
    static PlayedPeer stranger(PeerHub hub) {
        return new PlayedPeer(hub, true);
    }

    /** A Lamplink peer that has introduced itself. */
    static PlayedPeer lamplink(PeerHub hub, String name) {
        PlayedPeer peer = stranger(hub);
        peer.say(new Message.Hello(name, "1", Set.of()));
        return peer;
    }

    /** The same, which is known again by its identity and takes folders. */
    static PlayedPeer lamplink(PeerHub hub, String name, UUID identity) {
        PlayedPeer peer = stranger(hub);
        peer.say(new Message.Hello(name, "1", Set.of("folders"), identity));
        return peer;
    }

    /** An original client, or anything else that only chats. */
    static PlayedPeer qt(PeerHub hub) {
        return new PlayedPeer(hub, false);
    }

    void say(Message message) {
        dialect.encode(message).forEach(listener::onFrame);
    }

    void say(Frame frame) {
        listener.onFrame(frame);
    }

    void pong(long nanos) {
        listener.onPong(nanos);
    }

    void leave(CloseReason reason) {
        listener.onClosed(reason);
    }

    /** The next message of that kind; others before it are passed over. */
    <M extends Message> M next(Class<M> kind) throws InterruptedException {
        while (true) {
            Message message = heard.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(message, "No " + kind.getSimpleName() + " came.");
            if (kind.isInstance(message)) {
                return kind.cast(message);
            }
        }
    }

    /** The next text that begins so. */
    Message.Chat nextText(String start) throws InterruptedException {
        while (true) {
            Message.Chat chat = next(Message.Chat.class);
            if (chat.text().startsWith(start)) {
                return chat;
            }
        }
    }

    /** The next list of those who are in the room. */
    List<String> nextHere() throws InterruptedException {
        while (true) {
            List<String> here = next(Message.Room.class).here();
            if (!here.isEmpty()) {
                return here;
            }
        }
    }

    /** With what the hub has closed the link; completes after the hub was told that it has ended. */
    CompletableFuture<CloseReason> closed() {
        return closed.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    boolean isOpen() {
        return !closing.get();
    }

    @Override
    public void send(Frame frame) {
        try {
            heard.addAll(dialect.decode(frame));
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
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
    public void close(CloseReason reason) {
        if (closing.compareAndSet(false, true)) {
            listener.onClosed(reason);
            closed.complete(reason);
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

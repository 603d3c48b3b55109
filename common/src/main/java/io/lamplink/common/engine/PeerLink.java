package io.lamplink.common.engine;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.Introduction;
import io.lamplink.common.session.Session;
import io.lamplink.common.session.SessionContext;
import io.lamplink.common.session.SessionFigures;
import io.lamplink.common.session.SessionListener;
import io.lamplink.common.transfer.TransferSnapshot;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One link of a hub: turns what its session tells, on the session's lane, into events that name the peer. */
final class PeerLink implements SessionListener {
    private final PeerHub hub;
    private final SessionContext context;
    private final Channel channel;
    private final Session session;
    private volatile Introduction introduction = Introduction.NONE;
    private volatile @Nullable Peer peer;
    private boolean givenWay;

    PeerLink(PeerHub hub, SessionContext context, Channel channel, Dialect dialect) {
        this.hub = hub;
        this.context = context;
        this.channel = channel;
        this.session = new Session(context, dialect, channel, this);
    }

    Session session() {
        return session;
    }

    /** Who it is; null before the peer is understood. */
    @Nullable
    Peer peer() {
        return peer;
    }

    /** By which the peer is known again; null if it cannot say, or has not yet. */
    @Nullable
    UUID identity() {
        return introduction.identity();
    }

    /** Another link has taken its place; on the hub's lane. */
    void gaveWay() {
        givenWay = true;
    }

    /** Whether nothing new may be sent over it; on the hub's lane. */
    boolean hasGivenWay() {
        return givenWay;
    }

    /** Whether the peer has said that it can do that. */
    boolean can(String capability) {
        return introduction.capabilities().contains(capability);
    }

    @Override
    public void ready(Introduction said) {
        introduction = said;
        String name = said.name();
        String shown = name.isEmpty() ? channel.remoteAddress().getAddress().getHostAddress() : name;
        Peer joined = new Peer(
                context.ids().get(),
                shown,
                channel.remoteAddress(),
                channel.localAddress(),
                session.traits().name(),
                context.clock().instant(),
                channel.encrypted());
        peer = joined;
        hub.joined(this, joined);
    }

    @Override
    public void chat(Message.Chat chat) {
        tell(p -> new EngineEvent.ChatReceived(p, chat.id(), chat.text(), chat.time(), "", false, false));
    }

    @Override
    public void chatDelivered(UUID id) {
        tell(p -> new EngineEvent.ChatDelivered(id, List.of(p)));
    }

    @Override
    public void chatFailed(UUID id) {
        tell(p -> new EngineEvent.ChatFailed(id, p));
    }

    @Override
    public void transfer(TransferSnapshot snapshot) {
        Peer known = peer;
        if (known != null) {
            hub.transfer(known, snapshot);
        }
    }

    @Override
    public void partOfFolder(TransferSnapshot snapshot) {
        hub.partOfFolder(snapshot);
    }

    @Override
    public void disowned(UUID id, FailureReason reason) {
        hub.disowned(id, reason);
    }

    @Override
    public void ignored(String sentence) {
        tell(p -> new EngineEvent.FrameIgnored(p, sentence));
    }

    @Override
    public void fileAskedFor(String path) {
        tell(p -> new EngineEvent.FileAskedFor(p, path));
        Peer known = peer;
        if (known != null) {
            hub.askedForFile(this, known);
        }
    }

    @Override
    public void closed(CloseReason reason, boolean byUs) {
        hub.ended(this, peer, reason, byUs);
    }

    private void tell(Function<Peer, EngineEvent> event) {
        Peer known = peer;
        if (known != null) {
            hub.tell(event.apply(known));
        }
    }

    CompletableFuture<PeerStatistics> statistics(Peer of) {
        return session.figures().thenApply(figures -> withPeer(of, figures));
    }

    private static PeerStatistics withPeer(Peer peer, SessionFigures f) {
        return new PeerStatistics(
                peer,
                f.roundTrips(),
                f.messagesOut(),
                f.messagesIn(),
                f.bytesOut(),
                f.bytesIn(),
                f.filesOut(),
                f.filesIn(),
                f.filesUnderWay(),
                f.queuedBytes(),
                peer.encrypted());
    }
}

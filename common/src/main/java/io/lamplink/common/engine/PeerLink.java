package io.lamplink.common.engine;

import io.lamplink.common.host.AddressText;
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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One link of a hub: turns what its session tells, on the session's lane, into events that name the peer. */
final class PeerLink implements SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(PeerLink.class);

    /** Of frames that made no sense; a peer decides how many it sends. */
    private static final int MOST_LOGGED = 10;

    private final PeerHub hub;
    private final SessionContext context;
    private final Channel channel;
    private final Session session;
    private volatile Introduction introduction = Introduction.NONE;
    private final UUID id;
    private volatile @Nullable Peer peer;
    private final Set<UUID> saidByItself = new HashSet<>();
    private boolean givenWay;
    private boolean over;
    private boolean comesBack;
    private int ignored;

    PeerLink(PeerHub hub, SessionContext context, Channel channel, Dialect dialect) {
        this.hub = hub;
        this.context = context;
        this.channel = channel;
        this.id = context.ids().get();
        this.session = new Session(context, dialect, channel, this);
    }

    Session session() {
        return session;
    }

    /** By which the peer will be named in {@link Peer#id}. */
    UUID id() {
        return id;
    }

    /** Who it is; null before the hub knows. */
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

    /** The program wrote the text of that id itself; on the hub's lane. */
    void saysByItself(UUID text) {
        saidByItself.add(text);
    }

    boolean saidByItself(UUID text) {
        return saidByItself.contains(text);
    }

    /** It has ended, and its peer is expected back or not; on the hub's lane. */
    void over(boolean awaited) {
        over = true;
        comesBack = awaited;
    }

    boolean isOver() {
        return over;
    }

    boolean comesBack() {
        return comesBack;
    }

    /** Whether the peer has said that it can do that. */
    boolean can(String capability) {
        return introduction.capabilities().contains(capability);
    }

    @Override
    public void ready(Introduction said) {
        introduction = said;
        hub.joined(this, said, context.clock().instant());
    }

    /** What the peer calls itself, or its address. */
    static String ownName(PeerLink link, Introduction said) {
        return said.name().isEmpty()
                ? AddressText.of(link.channel.remoteAddress().getAddress())
                : said.name();
    }

    /** From now on it is known under that name; on the hub's lane. */
    Peer known(String name, Instant since) {
        Peer known = new Peer(
                id,
                name,
                channel.remoteAddress(),
                channel.localAddress(),
                session.traits().name(),
                since,
                channel.encrypted(),
                identity());
        peer = known;
        return known;
    }

    @Override
    public void chat(Message.Chat chat) {
        hub.inRoom(this, (room, peer) -> room.heard(this, peer, chat));
    }

    @Override
    public void room(Message.Room news) {
        hub.inRoom(this, (room, _) -> room.heard(news));
    }

    @Override
    public void writing(Message.Typing typing) {
        hub.inRoom(this, (room, peer) -> room.heard(this, peer, typing));
    }

    @Override
    public void chatDelivered(UUID id) {
        hub.delivered(this, id);
    }

    @Override
    public void chatFailed(UUID id) {
        tell(p -> new EngineEvent.ChatFailed(id, p));
    }

    @Override
    public void chatLost(Message.Chat chat) {
        hub.lost(this, chat);
    }

    @Override
    public void transfer(TransferSnapshot snapshot) {
        hub.transfer(this, snapshot);
    }

    @Override
    public void partOfFolder(TransferSnapshot snapshot) {
        hub.partOfFolder(snapshot);
    }

    @Override
    public void disowned(UUID id, FailureReason reason) {
        hub.disowned(id, reason);
    }

    /** The person is told that it happened; the log has what was wrong, of the first few of a link. */
    @Override
    public void ignored(String sentence) {
        if (ignored < MOST_LOGGED) {
            ignored++;
            LOG.info("A frame of a peer was not understood: {}", sentence);
        }
        tell(p -> new EngineEvent.FrameIgnored(p, sentence));
    }

    @Override
    public void fileAskedFor(String path) {
        tell(p -> new EngineEvent.FileAskedFor(p, path));
        hub.askedForFile(this);
    }

    @Override
    public void closed(CloseReason reason, boolean byUs) {
        hub.ended(this, reason, byUs);
    }

    private void tell(Function<Peer, EngineEvent> event) {
        hub.tellOf(this, event);
    }

    /** Ends links that another one has taken the place of; completes when their transfers are free for that one. */
    static CompletableFuture<Void> gone(List<PeerLink> links) {
        return CompletableFuture.allOf(
                links.stream().map(link -> link.session().giveWay()).toArray(CompletableFuture[]::new));
    }

    /** Figures of those whose peers are known. */
    static CompletableFuture<List<PeerStatistics>> statisticsOf(List<PeerLink> links) {
        List<CompletableFuture<PeerStatistics>> all = links.stream()
                .flatMap(link -> Stream.ofNullable(link.peer()).map(link::statistics))
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<PeerStatistics> statistics(Peer of) {
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

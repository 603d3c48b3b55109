package io.lamplink.common.engine;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.protocol.qt.QtDialect;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import io.lamplink.common.session.SessionContext;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.JournalFile;
import io.lamplink.common.transfer.Lane;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All links of one program and what they have in common: threads, spool, received files, the texts and files that go to
 * one peer or to all. The two engines differ only in how a link comes about. State lives on {@link #home()}.
 */
public final class PeerHub {
    private static final Logger LOG = LoggerFactory.getLogger(PeerHub.class);

    /** Said in the close frame to a peer that a person does not want here. */
    private static final String LET_GO = "The person at the other side ended this link.";

    private final HubSettings settings;
    private final HubListener hubListener;
    private final List<EngineListener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(2, daemons("lamplink"));
    private final ExecutorService diskPool = Executors.newCachedThreadPool(daemons("lamplink-disk"));
    private final Lane home = new Lane(pool);
    private final Lane openingLane = new Lane(diskPool);
    private final StateFolder state;
    private final DiskSpool spool;
    private final JournalFile sendJournal;
    private final Outbox outbox;
    private final SessionContext context;
    private final ReceivedFiles received;
    private final Set<PeerLink> links = new LinkedHashSet<>();
    private final Map<UUID, PeerLink> ready = new LinkedHashMap<>();
    private final Map<UUID, Interrupted> interrupted = new LinkedHashMap<>();
    private final ScheduledFuture<?> ticking;
    private boolean restored;
    private boolean shares = true;
    private boolean catchesUp = true;

    /** A transfer whose peer is away, as it was told last. */
    private record Interrupted(Peer peer, TransferSnapshot transfer) {}

    /** A hub without links. */
    public PeerHub(HubSettings settings, HubListener hubListener) {
        this.settings = settings;
        this.hubListener = hubListener;
        this.state = StateFolder.take(settings.folder());
        this.spool = new DiskSpool(state.spool());
        this.sendJournal = new JournalFile(state.sends());
        this.context = new SessionContext(
                settings.helloAs(state.identity()),
                pool,
                diskPool,
                spool,
                System::nanoTime,
                InstantSource.system(),
                UUID::randomUUID);
        this.outbox = new Outbox(
                new SendBook(sendJournal, openingLane), home, openingLane, context.clock(), context.ids(), this::tell);
        this.received =
                new ReceivedFiles(diskPool, spool, (peer, t) -> tell(new EngineEvent.TransferChanged(peer, t, null)));
        spool.limit(settings.spoolLimit());
        spool.recover(context.clock().instant());
        outbox.load();
        this.ticking = pool.scheduleAtFixedRate(() -> home.execute(this::tick), 1, 1, TimeUnit.SECONDS);
    }

    /** Where the state of this program's links lives: runs tasks one after another. */
    public Executor home() {
        return home;
    }

    /** Adds a listener; see {@link Engine#addListener}. The first one hears what an earlier run has received. */
    public void addListener(EngineListener listener) {
        listeners.add(listener);
        home.execute(() -> {
            if (!restored) {
                restored = true;
                received.restore();
            }
        });
    }

    /** Tells everybody, on {@link #home()}, after what was told before. */
    public void tell(EngineEvent event) {
        home.execute(() -> tellNow(event));
    }

    private void tellNow(EngineEvent event) {
        for (EngineListener listener : listeners) {
            try {
                listener.onEvent(event);
            } catch (RuntimeException e) {
                LOG.error("A listener failed.", e);
            }
        }
    }

    /** Runs what may wait for a disk or a name server; tasks run at the same time. */
    public void onDisk(Runnable task) {
        diskPool.execute(task);
    }

    /**
     * Takes an open connection in; may be called on a socket thread.
     *
     * @param lamplink whether both sides agreed on {@code lamplink.v1}; otherwise the peer speaks the Qt dialect
     */
    public ChannelListener admit(Channel channel, boolean lamplink) {
        boolean original = channel.product().equals(QtDialect.ORIGINAL_SERVER);
        Dialect dialect = lamplink ? new LamplinkDialect() : new QtDialect(context.ids(), context.clock(), original);
        PeerLink link = new PeerLink(this, context, channel, dialect);
        home.execute(() -> links.add(link));
        link.session().start(); // On its lane before any frame: a Qt client speaks as soon as it is connected.
        return link.session();
    }

    /** See {@link Engine#say}. */
    public UUID say(String text, Set<UUID> peers) {
        UUID id = UUID.randomUUID();
        if (!text.isBlank()) {
            home.execute(() -> {
                List<String> pieces = ChatPieces.of(text);
                sayNow(id, pieces.getFirst(), peers);
                pieces.stream().skip(1).forEach(piece -> sayNow(UUID.randomUUID(), piece, peers));
            });
        }
        return id;
    }

    /** See {@link Engine#sendFile}. */
    public void sendFile(Path file, Set<UUID> peers) {
        home.execute(() -> outbox.send(file, receivers(peers)));
    }

    /** Ends the link of one peer because a person wants it so. */
    public void remove(UUID peer) {
        home.execute(() -> {
            PeerLink link = ready.get(peer);
            if (link != null) {
                link.session().close(new CloseReason(CloseReason.NORMAL, LET_GO));
            }
        });
    }

    /** Whether what one peer says goes to the others too. */
    public void share(boolean on) {
        home.execute(() -> shares = on);
    }

    /** Whether who comes late gets what was said and sent to everyone before. */
    public void catchUp(boolean on) {
        home.execute(() -> catchesUp = on);
    }

    /** See {@link Engine#cancel}. */
    public void cancel(UUID transfer) {
        home.execute(() -> {
            links.forEach(link -> link.session().cancel(transfer));
            Interrupted waits = interrupted.remove(transfer);
            if (waits != null) {
                forget(waits);
            }
        });
    }

    /** A person does not want what waits for a peer that is away. */
    private void forget(Interrupted waits) {
        UUID id = waits.transfer().id();
        UUID batch = outbox.batchOf(id);
        if (waits.transfer().direction() == Direction.OUT) {
            outbox.disown(id);
        } else {
            diskPool.execute(() -> spool.refuse(id));
        }
        TransferSnapshot ended = waits.transfer().ended(FailureReason.CANCELLED);
        tellNow(new EngineEvent.TransferChanged(waits.peer(), ended, batch));
    }

    /** See {@link Engine#pause}. */
    public void pause(UUID transfer) {
        home.execute(() -> links.forEach(link -> link.session().pause(transfer)));
    }

    /** See {@link Engine#resume}. */
    public void resume(UUID transfer) {
        home.execute(() -> links.forEach(link -> link.session().resume(transfer)));
    }

    /** See {@link Engine#save}. */
    public CompletableFuture<SaveResult> save(UUID transfer, Path target) {
        return received.save(transfer, target);
    }

    /** Saves in {@code folder}, which is made if need be, under the file's own name or the first free numbered one. */
    public CompletableFuture<SaveResult> saveInto(UUID transfer, Path folder) {
        return received.saveInto(transfer, folder);
    }

    /** See {@link Engine#statistics}. */
    public CompletableFuture<List<PeerStatistics>> statistics() {
        return CompletableFuture.supplyAsync(this::askEach, home).thenCompose(PeerHub::together);
    }

    private List<CompletableFuture<PeerStatistics>> askEach() {
        return ready.values().stream()
                .flatMap(link -> Optional.ofNullable(link.peer()).map(link::statistics).stream())
                .toList();
    }

    private static CompletableFuture<List<PeerStatistics>> together(List<CompletableFuture<PeerStatistics>> all) {
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
    }

    /** Ends every link. */
    public void closeAll(CloseReason reason) {
        home.execute(() -> links.forEach(link -> link.session().close(reason)));
    }

    /**
     * Waits until the links have ended and everybody has heard of it, then ends the threads and leaves what was not saved or
     * not sent to the next run; 3 seconds at most. A second call does nothing.
     *
     * @param linksEnded completes when every link has been told of its end
     */
    public void closeAfter(CompletionStage<Void> linksEnded) {
        if (pool.isShutdown()) {
            return;
        }
        ticking.cancel(false);
        try {
            linksEnded.thenCompose(ended -> settled()).toCompletableFuture().get(2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A link did not end in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endThreads();
        spool.close();
        outbox.close();
        sendJournal.close();
        state.close();
    }

    /** Completes after what the sessions and this hub were told so far. */
    private CompletableFuture<Void> settled() {
        return CompletableFuture.supplyAsync(() -> List.copyOf(links), home)
                .thenCompose(all -> CompletableFuture.allOf(
                        all.stream().map(link -> link.session().figures()).toArray(CompletableFuture[]::new)))
                .thenRunAsync(() -> {}, home);
    }

    private void endThreads() {
        try {
            for (ExecutorService threads : List.of(pool, diskPool)) {
                threads.shutdown();
                if (!threads.awaitTermination(500, TimeUnit.MILLISECONDS)) {
                    LOG.warn("Some work did not end in time.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void joined(PeerLink link, Peer peer) {
        home.execute(() -> {
            List<PeerLink> before = othersOf(link);
            before.forEach(PeerLink::gaveWay);
            ready.put(peer.id(), link);
            // At once, because what the peer has said by now waits on this lane already.
            tellNow(new EngineEvent.PeerJoined(peer));
            hubListener.peerJoined();
            sayAutomatically(link, peer, settings.greeting().apply(peer));
            UUID identity = link.identity();
            if (identity != null) {
                var _ = gone(before).thenRunAsync(() -> outbox.joined(link, identity), home);
            }
        });
    }

    /** Links that this peer has left behind without their knowing, or that another attempt of it made. */
    private List<PeerLink> othersOf(PeerLink link) {
        UUID identity = link.identity();
        return links.stream()
                .filter(other -> other != link && identity != null && identity.equals(other.identity()))
                .toList();
    }

    private static CompletableFuture<Void> gone(List<PeerLink> links) {
        return CompletableFuture.allOf(
                links.stream().map(link -> link.session().giveWay()).toArray(CompletableFuture[]::new));
    }

    void askedForFile(PeerLink link, Peer peer) {
        home.execute(
                () -> sayAutomatically(link, peer, settings.fileRequestAnswer().apply(outbox.sentNames())));
    }

    void transfer(Peer peer, TransferSnapshot transfer) {
        if (transfer.direction() == Direction.IN && transfer.state() == State.COMPLETE) {
            received.add(peer, transfer);
        }
        home.execute(() -> {
            if (transfer.waitsForPeer()) {
                interrupted.put(transfer.id(), new Interrupted(peer, transfer));
            } else {
                interrupted.remove(transfer.id());
            }
            UUID batch = outbox.batchOf(transfer.id());
            if (transfer.direction() == Direction.OUT && transfer.ended()) {
                outbox.ended(transfer);
            }
            tellNow(new EngineEvent.TransferChanged(peer, transfer, batch));
        });
    }

    void partOfFolder(TransferSnapshot transfer) {
        if (transfer.direction() == Direction.OUT && transfer.state() == State.COMPLETE) {
            home.execute(() -> outbox.partArrived(transfer));
        }
    }

    /** The peer does not go on with something that another link has left behind. */
    void disowned(UUID transfer, FailureReason reason) {
        diskPool.execute(() -> spool.disown(transfer));
        home.execute(() -> {
            Interrupted waits = interrupted.get(transfer);
            if (waits != null && waits.transfer().direction() == Direction.IN) {
                interrupted.remove(transfer);
                TransferSnapshot ended = waits.transfer().ended(reason);
                tellNow(new EngineEvent.TransferChanged(waits.peer(), ended, null));
            }
        });
    }

    void ended(PeerLink link, @Nullable Peer peer, CloseReason reason, boolean byUs) {
        home.execute(() -> {
            links.remove(link);
            if (peer != null) {
                ready.remove(peer.id());
                tell(new EngineEvent.PeerLeft(peer, reason, byUs));
            }
            hubListener.linkEnded(ending(peer, reason, byUs), reason, ready.size());
        });
    }

    private static HubListener.Ending ending(@Nullable Peer peer, CloseReason reason, boolean byUs) {
        if (peer == null) {
            return HubListener.Ending.NEVER_READY;
        }
        if (!reason.orderly()) {
            return HubListener.Ending.BROKEN;
        }
        return byUs ? HubListener.Ending.BY_US : HubListener.Ending.BY_PEER;
    }

    private void sayAutomatically(PeerLink link, Peer to, String text) {
        if (!text.isEmpty()) {
            UUID id = context.ids().get();
            tell(new EngineEvent.ChatSent(id, text, context.clock().instant(), List.of(to), true));
            link.session().say(id, text);
        }
    }

    private void tick() {
        links.forEach(link -> link.session().tick());
    }

    private void sayNow(UUID id, String text, Set<UUID> peers) {
        List<PeerLink> to = receivers(peers);
        List<Peer> chosen = peers.isEmpty()
                ? List.of()
                : to.stream().flatMap(link -> Stream.ofNullable(link.peer())).toList();
        tell(new EngineEvent.ChatSent(id, text, context.clock().instant(), chosen, false));
        to.forEach(link -> link.session().say(id, text));
    }

    private List<PeerLink> receivers(Set<UUID> peers) {
        Stream<PeerLink> links = peers.isEmpty()
                ? ready.values().stream()
                : peers.stream().flatMap(peer -> Stream.ofNullable(ready.get(peer)));
        return links.filter(link -> !link.hasGivenWay()).toList();
    }

    static ThreadFactory daemons(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }
}

package io.lamplink.common.engine;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.protocol.qt.QtDialect;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import io.lamplink.common.session.Introduction;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.session.SessionContext;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.JournalFile;
import io.lamplink.common.transfer.Lane;
import io.lamplink.common.transfer.TransferSnapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private final EngineListeners listeners = new EngineListeners();
    private final HubThreads threads = new HubThreads();
    private final Lane home = new Lane(threads.lanes());
    private final StateFolder state;
    private final DiskSpool spool;
    private final JournalFile sendJournal;
    private final Outbox outbox;
    private volatile SessionContext context;
    private final ReceivedFiles received;
    private final TransferNews transfers;
    private final Room room;
    private final OutgoingTexts texts;
    private final Deliveries deliveries = new Deliveries(home, listeners::tell);
    private final Set<PeerLink> links = new LinkedHashSet<>();
    private final Map<UUID, PeerLink> ready = new LinkedHashMap<>();
    private boolean restored;

    /**
     * A hub without links.
     *
     * @param holdsRoom whether its peers are in one room, which it holds; otherwise it visits the one of its peer
     */
    public PeerHub(HubSettings settings, HubListener hubListener, boolean holdsRoom) {
        this.settings = settings;
        this.hubListener = hubListener;
        this.state = StateFolder.take(settings.folder());
        this.spool = new DiskSpool(state.spool());
        this.sendJournal = new JournalFile(state.sends());
        this.context = SessionContext.real(
                settings.helloAs(state.identity()), threads.lanes(), threads.disk(), spool, threads::later);
        Lane openingLane = new Lane(threads.disk());
        SendBook book = new SendBook(sendJournal, openingLane);
        this.outbox = new Outbox(book, home, openingLane, context.clock(), context.ids(), this::tell);
        this.received = new ReceivedFiles(
                threads.disk(), spool, (peer, t) -> tell(new EngineEvent.TransferChanged(peer, t, null)));
        this.transfers = new TransferNews(outbox, received, spool, threads.disk(), listeners::tell);
        String name = settings.hello().name();
        this.room = holdsRoom
                ? new HeldRoom(name, () -> receivers(Set.of()), listeners::tell, context.nanoTime())
                : new VisitedRoom(name, listeners::tell);
        this.texts = new OutgoingTexts(room, () -> context, this::receivers, listeners::tell);
        spool.limit(settings.spoolLimit());
        spool.recover(context.clock().instant());
        outbox.load();
        threads.everySecond(() -> home.execute(this::tick));
    }

    /** Where the state of this program's links lives: runs tasks one after another. */
    public Executor home() {
        return home;
    }

    UUID identity() {
        return state.identity();
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

    /** Introduces itself by {@code name} from now on. */
    void call(String name) {
        home.execute(() -> {
            context = context.called(name);
            room.called(name);
        });
    }

    /** See {@link Engine#limitSending}. */
    void limitSending(long bytesPerSecond) {
        context.sendLimit().set(bytesPerSecond);
    }

    /** Lets at most so many bytes of received files wait. */
    void limitSpool(long bytes) {
        spool.limit(bytes);
    }

    /** Tells everybody, on {@link #home()}, after what was told before. */
    public void tell(EngineEvent event) {
        home.execute(() -> listeners.tell(event));
    }

    /** Runs what may wait for a disk or a name server; tasks run at the same time. */
    public void onDisk(Runnable task) {
        threads.disk().execute(task);
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
                texts.say(id, pieces.getFirst(), peers);
                pieces.stream().skip(1).forEach(piece -> texts.say(UUID.randomUUID(), piece, peers));
            });
        }
        return id;
    }

    /** See {@link Engine#writing}. */
    public void writing(boolean on, Set<UUID> peers) {
        home.execute(() -> Writers.tell("", on, receivers(peers)));
    }

    /** See {@link Engine#sayAgain}. */
    public void sayAgain(UUID id, String text, Instant time, Set<UUID> peers, boolean direct) {
        home.execute(() -> texts.again(new Message.Chat(id, text, time, "", false, direct), peers));
    }

    /** The lamp changes; on {@link #home()}. */
    void linkIs(LinkState now) {
        texts.linkIs(now);
    }

    /** See {@link Engine#sendFile}. */
    public void sendFile(Path file, Set<UUID> peers) {
        boolean lateOnesToo = peers.isEmpty() && room instanceof HeldRoom;
        home.execute(() -> outbox.send(file, () -> receivers(peers), lateOnesToo));
    }

    /** Ends the link of one peer because a person wants it so. */
    public void remove(UUID peer) {
        home.execute(() -> Optional.ofNullable(ready.get(peer))
                .ifPresent(link -> link.session().close(new CloseReason(CloseReason.NORMAL, LET_GO))));
    }

    /** Whether what one peer says goes to the others too; for a hub that holds the room. */
    public void share(boolean on) {
        home.execute(() -> held().ifPresent(held -> held.share(on)));
    }

    /** Whether who comes late gets what was said and sent to everyone before; for a hub that holds the room. */
    public void catchUp(boolean on) {
        home.execute(() -> held().ifPresent(held -> held.catchUp(on)));
    }

    private Optional<HeldRoom> held() {
        return room instanceof HeldRoom held ? Optional.of(held) : Optional.empty();
    }

    /** See {@link Engine#cancel}. */
    public void cancel(UUID transfer) {
        home.execute(() -> {
            links.forEach(link -> link.session().cancel(transfer));
            transfers.cancelled(transfer);
        });
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
        return CompletableFuture.supplyAsync(() -> List.copyOf(ready.values()), home)
                .thenCompose(PeerLink::statisticsOf);
    }

    /** Ends every link. */
    public void closeAll(CloseReason reason) {
        home.execute(() -> links.forEach(link -> link.session().close(reason)));
    }

    /**
     * Waits until the links have ended and everybody has heard of it, then ends the threads and leaves what was not saved or
     * not sent to the next run; 6 seconds at most. A second call does nothing.
     *
     * @param linksEnded completes when every link has been told of its end
     */
    public void closeAfter(CompletionStage<Void> linksEnded) {
        if (threads.ended()) {
            return;
        }
        threads.stopClock();
        try {
            linksEnded.thenCompose(ended -> settled()).toCompletableFuture().get(2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A link did not end in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.end();
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

    /** A peer is there and understood. */
    void joined(PeerLink link, Introduction said, Instant since) {
        home.execute(() -> {
            List<PeerLink> before = othersOf(link);
            before.forEach(PeerLink::gaveWay);
            Peer peer = link.known(room.nameOf(link, said), since);
            ready.put(peer.id(), link);
            listeners.tell(new EngineEvent.PeerJoined(peer));
            hubListener.peerJoined(peer);
            room.joined(link);
            texts.sayAutomatically(link, peer, settings.greeting().apply(peer));
            texts.joined(link, peer);
            var _ = PeerLink.gone(before).thenRunAsync(() -> offerWhatIsLeft(link), home);
        });
    }

    /** First what was interrupted, then what came before the peer did. */
    private void offerWhatIsLeft(PeerLink link) {
        UUID identity = link.identity();
        if (identity != null) {
            outbox.joined(link, identity);
        }
        if (held().filter(HeldRoom::catchesUp).isPresent()) {
            outbox.catchUp(link);
        }
    }

    /** Links that this peer has left behind without their knowing, or that another attempt of it made. */
    private List<PeerLink> othersOf(PeerLink link) {
        UUID identity = link.identity();
        return links.stream()
                .filter(other -> other != link && identity != null && identity.equals(other.identity()))
                .toList();
    }

    void askedForFile(PeerLink link) {
        with(
                link,
                peer -> texts.sayAutomatically(
                        link, peer, settings.fileRequestAnswer().apply(outbox.sentNames())));
    }

    /** What the peer of {@code link} says is the room's affair. */
    void inRoom(PeerLink link, BiConsumer<Room, Peer> action) {
        with(link, peer -> action.accept(room, peer));
    }

    void delivered(PeerLink link, UUID text) {
        deliveries.add(text, link);
    }

    void lost(PeerLink link, Message.Chat text) {
        with(link, peer -> texts.lost(link, peer, text));
    }

    void tellOf(PeerLink link, Function<Peer, EngineEvent> event) {
        with(link, peer -> listeners.tell(event.apply(peer)));
    }

    void transfer(PeerLink link, TransferSnapshot transfer) {
        with(link, peer -> transfers.changed(peer, transfer));
    }

    void partOfFolder(TransferSnapshot transfer) {
        home.execute(() -> transfers.partChanged(transfer));
    }

    void disowned(UUID transfer, FailureReason reason) {
        home.execute(() -> transfers.disowned(transfer, reason));
    }

    /** What a session tells before the hub knows its peer waits on this lane until it does. */
    private void with(PeerLink link, Consumer<Peer> action) {
        home.execute(() -> {
            Peer peer = link.peer();
            if (peer != null) {
                action.accept(peer);
            }
        });
    }

    void ended(PeerLink link, CloseReason reason, boolean byUs) {
        home.execute(() -> {
            Peer peer = link.peer();
            links.remove(link);
            if (peer != null) {
                ready.remove(peer.id());
                tell(new EngineEvent.PeerLeft(peer, reason, byUs));
                room.left(link, !reason.orderly());
                texts.gone(peer);
            }
            hubListener.linkEnded(HubListener.Ending.of(peer != null, reason, byUs), reason, ready.size());
            if (peer != null) {
                home.execute(() -> texts.over(link, peer, !byUs && !reason.orderly()));
            }
        });
    }

    private void tick() {
        links.forEach(link -> link.session().tick());
        room.tick();
        texts.tick();
    }

    private List<PeerLink> receivers(Set<UUID> peers) {
        Stream<PeerLink> links = peers.isEmpty()
                ? ready.values().stream()
                : peers.stream().flatMap(peer -> Stream.ofNullable(ready.get(peer)));
        return links.filter(link -> !link.hasGivenWay()).toList();
    }
}

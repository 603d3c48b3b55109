package io.lamplink.common.engine;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.session.LinkEvent;
import io.lamplink.common.session.LinkState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What the two engines have in common: everything but how a link comes about. The protected methods are called on the
 * hub's lane, where the state lives too.
 */
public abstract class HubEngine implements Engine {
    private final PeerHub hub;
    private LinkState state = LinkState.IDLE;

    /**
     * An engine without a link.
     *
     * @param holdsRoom whether its peers are in one room, which it holds; otherwise it visits the one of its peer
     */
    @SuppressWarnings("this-escape") // The hub calls back from its lane, when there is a link, and not before.
    protected HubEngine(HubSettings settings, boolean holdsRoom) {
        this.hub = new PeerHub(
                settings,
                new HubListener() {
                    @Override
                    public void peerJoined(Peer peer) {
                        become(LinkEvent.PEER_JOINED);
                        HubEngine.this.peerJoined(peer);
                    }

                    @Override
                    public void linkEnded(Ending ending, CloseReason reason, int left) {
                        HubEngine.this.linkEnded(ending, reason, left);
                    }
                },
                holdsRoom);
    }

    /** A peer is there and understood. An engine hears it here and is no listener of its own: the first one hears more. */
    protected void peerJoined(Peer peer) {}

    /** A link has ended; see {@link HubListener#linkEnded}. */
    protected abstract void linkEnded(HubListener.Ending ending, CloseReason reason, int left);

    /** The books of all links. */
    protected final PeerHub hub() {
        return hub;
    }

    /** What the lamp shows. */
    protected final LinkState state() {
        return state;
    }

    /** Takes the lamp where {@code event} leads, and tells it if that is elsewhere. */
    protected final void become(LinkEvent event) {
        LinkState after = state.after(event);
        if (after != state) {
            state = after;
            hub.linkIs(after);
            hub.tell(new EngineEvent.LinkChanged(after));
        }
    }

    @Override
    public final UUID identity() {
        return hub.identity();
    }

    @Override
    public final void addListener(EngineListener listener) {
        hub.addListener(listener);
    }

    @Override
    public final UUID say(String text, Set<UUID> peers) {
        return hub.say(text, peers);
    }

    @Override
    public final void writing(boolean on, Set<UUID> peers) {
        hub.writing(on, peers);
    }

    @Override
    public final void sayAgain(UUID id, String text, Instant time, Set<UUID> peers, boolean direct) {
        hub.sayAgain(id, text, time, peers, direct);
    }

    @Override
    public final void sendFile(Path file, Set<UUID> peers) {
        hub.sendFile(file, peers);
    }

    @Override
    public final void cancel(UUID transfer) {
        hub.cancel(transfer);
    }

    @Override
    public final void pause(UUID transfer) {
        hub.pause(transfer);
    }

    @Override
    public final void resume(UUID transfer) {
        hub.resume(transfer);
    }

    @Override
    public final CompletableFuture<SaveResult> save(UUID transfer, Path target) {
        return hub.save(transfer, target);
    }

    @Override
    public final CompletableFuture<SaveResult> saveInto(UUID transfer, Path folder) {
        return hub.saveInto(transfer, folder);
    }

    @Override
    public final void call(String name) {
        hub.onDisk(() -> hub.call(name.isEmpty() ? HubSettings.nameOfThisUser() : name));
    }

    @Override
    public final void limitSpool(long bytes) {
        hub.limitSpool(bytes);
    }

    @Override
    public final void limitSending(long bytesPerSecond) {
        hub.limitSending(bytesPerSecond);
    }

    @Override
    public final CompletableFuture<List<PeerStatistics>> statistics() {
        return hub.statistics();
    }
}

package io.lamplink.server.engine;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.PeerHub;
import io.lamplink.common.entry.AskedPin;
import io.lamplink.common.entry.PinDoor;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import io.lamplink.server.net.Visitor;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets clients in: at once, or after they have proved that they have the PIN. Any thread may call any method. */
final class Entrance implements PinDoor.House {
    private final PeerHub hub;
    private final Told cannot = new Told();
    private volatile @Nullable AskedPin asked;

    /** An entrance to {@code hub} that is open to all. */
    Entrance(PeerHub hub) {
        this.hub = hub;
    }

    /** From now on asks those who come for a PIN; with null for none. */
    void ask(@Nullable AskedPin pin) {
        asked = pin;
    }

    /** A client has shaken hands; says who hears the rest. */
    ChannelListener accept(Channel channel, Visitor visitor) {
        AskedPin now = asked;
        if (now == null || !channel.held()) {
            channel.letIn();
            return hub.admit(channel, visitor.lamplink());
        }
        if (visitor.page() || !visitor.lamplink()) {
            return turnAway(channel);
        }
        PinDoor door = new PinDoor(now, channel, this, Entrance::later);
        door.open();
        return door;
    }

    /** Other programs cannot prove a PIN, and a web page would have to be told it, which might tell others. */
    private ChannelListener turnAway(Channel channel) {
        InetAddress address = channel.remoteAddress().getAddress();
        hub.home().execute(() -> {
            if (cannot.first(address)) {
                hub.tell(new EngineEvent.PinMissing(address));
            }
        });
        channel.close(new CloseReason(
                CloseReason.PIN_NEEDED, "This server asks for a PIN, which only Lamplink's own windows can prove."));
        return new Deaf();
    }

    @Override
    public ChannelListener admit(Channel channel) {
        return hub.admit(channel, true);
    }

    @Override
    public void locked(InetAddress address, Duration left) {
        hub.tell(new EngineEvent.PinLocked(address, left));
    }

    @Override
    public void crowded() {
        hub.tell(new EngineEvent.PinCrowd());
    }

    private static void later(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(task);
    }

    private static final class Deaf implements ChannelListener {
        @Override
        public void onFrame(Frame frame) {}

        @Override
        public void onPong(long nanos) {}

        @Override
        public void onClosed(CloseReason reason) {}
    }
}

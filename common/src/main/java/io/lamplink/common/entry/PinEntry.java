package io.lamplink.common.entry;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.security.PinExchange;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import io.lamplink.common.session.Session;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The first words with a server that may ask for a PIN (docs/protocol.md). With a PIN in hand nothing is said of this side
 * before the server has shown that it has the PIN too; without one the session begins at once, and ends as with
 * {@link CloseReason#PIN_NEEDED} if the server asks. Frames come one after another; the time limit on a thread of its own.
 */
public final class PinEntry extends Doorway {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Where it leads. Called on any thread; exactly one of the others is called, once, unless there was no PIN in hand. */
    public interface Way {
        /** The session begins. */
        ChannelListener admit(Channel channel);

        /** The server has shown that it has the PIN, which it calls {@code id}; before {@link #admit}. */
        void proved(UUID id);

        /** It has ended: the server asks for another PIN than the one in hand. */
        void changed();

        /** It has ended: the server does not take the PIN. */
        void refused(PinRefusal reason, Duration left);

        /** It has ended: the server has not shown that it has the PIN. */
        void unproved();

        /** It has ended by itself. */
        void broken(CloseReason reason);
    }

    private enum State {
        LISTENING,
        SHARED,
        PROVED,
        OVER
    }

    private final @Nullable PinInHand hand;
    private final Way way;
    private final BiConsumer<Duration, Runnable> timer;
    private State state = State.LISTENING;
    private @Nullable PinExchange exchange;
    private @Nullable UUID id;
    private boolean asked;

    /**
     * An entry on an open connection.
     *
     * @param hand null if no PIN is known
     * @param timer runs a task after a while, on a thread of its own
     */
    public PinEntry(Channel channel, @Nullable PinInHand hand, Way way, BiConsumer<Duration, Runnable> timer) {
        super(channel);
        this.hand = hand;
        this.way = way;
        this.timer = timer;
    }

    /** Begins. */
    public void open() {
        if (hand == null) {
            enter(way.admit(channel()));
        } else {
            timer.accept(Session.HELLO_WITHIN, this::late);
        }
    }

    @Override
    public void onFrame(Frame frame) {
        ChannelListener session = inside();
        if (session == null) {
            hear(frame);
        } else if (state == State.LISTENING && message(frame) instanceof Message.PinAsked) {
            asked = true;
            state = State.OVER;
            channel().close(CloseReason.normal());
        } else if (!asked) {
            state = State.OVER; // What comes first has come.
            session.onFrame(frame);
        }
    }

    @Override
    public void onClosed(CloseReason reason) {
        ChannelListener session = inside();
        if (session == null) {
            end(() -> way.broken(reason));
        } else {
            session.onClosed(asked ? new CloseReason(CloseReason.PIN_NEEDED, "") : reason);
        }
    }

    private synchronized void hear(Frame frame) {
        PinInHand pin = hand;
        if (state == State.OVER || pin == null) {
            return;
        }
        Message message = message(frame);
        switch (message) {
            case Message.PinRefused(PinRefusal reason, int seconds) ->
                end(() -> way.refused(reason, Duration.ofSeconds(seconds)));
            case Message.PinAsked(UUID asksFor) when state == State.LISTENING -> share(pin, asksFor);
            case Message.PinShare(String share) when state == State.SHARED -> prove(share);
            case Message.PinProof(String proof) when state == State.PROVED -> judge(proof);
            case Message.Hello _
            when state == State.LISTENING && !pin.insist() -> {
                ChannelListener session = begin();
                session.onFrame(frame);
            }
            case null, default -> end(way::unproved);
        }
    }

    private void share(PinInHand pin, UUID asksFor) {
        if (pin.id() != null && !pin.id().equals(asksFor)) {
            end(way::changed);
            return;
        }
        PinExchange run = PinExchange.ofClient(pin.pin(), channel().binding(), RANDOM);
        id = asksFor;
        exchange = run;
        state = State.SHARED;
        say(new Message.PinShare(run.share()));
    }

    private void prove(String share) {
        PinExchange run = exchange;
        if (run != null && run.take(share)) {
            state = State.PROVED;
            say(new Message.PinProof(run.proof()));
        } else {
            end(way::unproved);
        }
    }

    private void judge(String proof) {
        PinExchange run = exchange;
        UUID proved = id;
        if (run != null && proved != null && run.isProof(proof)) {
            way.proved(proved);
            begin();
        } else {
            end(way::unproved);
        }
    }

    private ChannelListener begin() {
        state = State.OVER;
        ChannelListener session = way.admit(channel());
        enter(session);
        return session;
    }

    private void late() {
        end(() -> way.broken(new CloseReason(CloseReason.SILENT, "The server said nothing of the PIN in time.")));
    }

    private synchronized void end(Runnable told) {
        if (state != State.OVER) {
            state = State.OVER;
            told.run();
            channel().close(CloseReason.normal());
        }
    }
}

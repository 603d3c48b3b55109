package io.lamplink.common.entry;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.security.PinExchange;
import io.lamplink.common.security.PinGuard;
import io.lamplink.common.security.PinGuard.Verdict;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import io.lamplink.common.session.Session;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one client has to pass before anything is told to it: it proves that it has the PIN (docs/protocol.md), and nothing
 * else it says is heard before. Then its session begins. Frames come one after another; time limits on threads of their own.
 */
public final class PinDoor extends Doorway {
    /** From the handshake to the proof. */
    public static final Duration WITHIN = Session.HELLO_WITHIN;

    /** From this side's share to the proof: a program needs no time to think. */
    public static final Duration PROOF_WITHIN = Duration.ofSeconds(5);

    /** How often it is looked whether others have ended, where a client has to wait for them. */
    static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration SOON = Duration.ofSeconds(1);

    /** To whom the door belongs. Called on any thread. */
    public interface House {
        /** The client has the PIN. */
        ChannelListener admit(Channel channel);

        /** An address was wrong so often that it is locked. */
        void locked(InetAddress address, Duration left);

        /** So many addresses were wrong that no stranger is heard for a while. */
        void crowded();
    }

    private enum State {
        ASKED,
        WAITING,
        ANSWERED,
        OVER
    }

    private final AskedPin asked;
    private final House house;
    private final BiConsumer<Duration, Runnable> timer;
    private State state = State.ASKED;
    private @Nullable PinExchange exchange;
    private PinGuard.@Nullable Attempt attempt;

    /**
     * A door that is shut.
     *
     * @param timer runs a task after a while, on a thread of its own
     */
    public PinDoor(AskedPin asked, Channel channel, House house, BiConsumer<Duration, Runnable> timer) {
        super(channel);
        this.asked = asked;
        this.house = house;
        this.timer = timer;
    }

    /** Asks. */
    public void open() {
        say(new Message.PinAsked(asked.id()));
        timer.accept(WITHIN, this::late);
    }

    @Override
    public void onFrame(Frame frame) {
        ChannelListener session = inside();
        if (session == null) {
            hear(frame);
        } else {
            session.onFrame(frame);
        }
    }

    @Override
    public void onClosed(CloseReason reason) {
        ChannelListener session = inside();
        if (session == null) {
            leave();
        } else {
            session.onClosed(reason);
        }
    }

    private synchronized void hear(Frame frame) {
        if (state == State.OVER) {
            return;
        }
        switch (message(frame)) {
            case Message.PinShare share when state == State.ASKED -> begin(share.share());
            case Message.PinProof proof when state == State.ANSWERED -> judge(proof.proof());
            case Message.Hello _
            when state == State.ASKED -> shut(new CloseReason(CloseReason.PIN_NEEDED, "This server asks for a PIN."));
            case null, default ->
                shut(new CloseReason(CloseReason.MALFORMED, "Before a PIN is proved, nothing else is said."));
        }
    }

    private void begin(String share) {
        switch (asked.guard().begin(channel().remoteAddress().getAddress())) {
            case Verdict.Go(PinGuard.Attempt go) -> answer(go, share);
            case Verdict.Wait(Duration left) -> refuse(PinRefusal.WAIT, left);
            case Verdict.Crowd(Duration left, boolean first) -> {
                if (first) {
                    house.crowded();
                }
                refuse(PinRefusal.BUSY, left);
            }
            case Verdict.Busy() -> {
                state = State.WAITING;
                timer.accept(LOOK_AGAIN, () -> beginAgain(share));
            }
        }
    }

    private synchronized void beginAgain(String share) {
        if (state == State.WAITING) {
            begin(share);
        }
    }

    private void answer(PinGuard.Attempt go, String share) {
        attempt = go;
        PinExchange run = PinExchange.ofServer(asked.pin(), channel().binding(), RANDOM);
        if (run.take(share)) {
            exchange = run;
            state = State.ANSWERED;
            say(new Message.PinShare(run.share()));
            timer.accept(PROOF_WITHIN, this::late);
        } else {
            shut(new CloseReason(CloseReason.MALFORMED, "What should be a share is none."));
        }
    }

    private void judge(String proof) {
        PinExchange run = exchange;
        PinGuard.Attempt go = attempt;
        if (run == null || go == null) {
            throw new IllegalStateException("There is a state for that.");
        }
        if (run.isProof(proof)) {
            state = State.OVER;
            go.right();
            channel().letIn(); // Before the client hears that it may send what is large.
            say(new Message.PinProof(run.proof()));
            enter(house.admit(channel()));
        } else {
            refuse(PinRefusal.WRONG, giveUp(go));
        }
    }

    private Duration giveUp(PinGuard.Attempt go) {
        attempt = null;
        PinGuard.Wrong wrong = go.wrong();
        if (wrong.locked()) {
            house.locked(channel().remoteAddress().getAddress(), wrong.left());
        }
        return wrong.left();
    }

    private void refuse(PinRefusal reason, Duration left) {
        int seconds =
                (int) Math.min(ProtocolLimits.MAX_PIN_WAIT_SECONDS, Math.ceilDiv(left.toMillis(), SOON.toMillis()));
        say(new Message.PinRefused(reason, seconds));
        String sentence = reason == PinRefusal.WRONG ? "That PIN is wrong." : "No PIN is taken now.";
        shut(new CloseReason(CloseReason.PIN_REFUSED, sentence + " Try again in " + seconds + " s."));
    }

    private synchronized void late() {
        if (state == State.WAITING) {
            refuse(PinRefusal.BUSY, SOON);
        } else if (state != State.OVER) {
            shut(new CloseReason(CloseReason.PIN_NEEDED, "No PIN was proved in time."));
        }
    }

    private void shut(CloseReason reason) {
        leave();
        channel().close(reason);
    }

    /** Who goes in the middle of a try has tried. */
    private synchronized void leave() {
        state = State.OVER;
        PinGuard.Attempt open = attempt;
        if (open != null) {
            giveUp(open);
        }
    }
}

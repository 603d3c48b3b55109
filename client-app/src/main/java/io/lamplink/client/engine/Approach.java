package io.lamplink.client.engine;

import io.lamplink.client.net.ClientEndpoint;
import io.lamplink.client.net.ConnectAttempt;
import io.lamplink.client.net.ConnectFailure;
import io.lamplink.client.net.ConnectListener;
import io.lamplink.client.net.ServerAddress;
import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.PeerHub;
import io.lamplink.common.engine.PinReason;
import io.lamplink.common.entry.PinEntry;
import io.lamplink.common.entry.PinInHand;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.KnownServers;
import io.lamplink.common.security.Pin;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one server: whether to encrypt, whether it is the one that is meant, with which PIN to come in, and what to ask a
 * person about that. No connection waits for an answer: it is closed, and made again when the answer is there. Lives on the hub's lane.
 */
final class Approach {
    /** How long a person has to answer. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(Approach.class);

    /** Who wants the connection. Called on the hub's lane, but for {@link #opened}. */
    interface User {
        /** There is a connection; on a thread of its own. */
        ChannelListener opened(Channel channel, boolean lamplink);

        /** There will be none. */
        void failed(ConnectProblem problem);
    }

    private sealed interface Question {
        record Trust(Fingerprint seen) implements Question {}

        record Clear() implements Question {}

        record Pin(Optional<Fingerprint> server, ConnectProblem unanswered) implements Question {}
    }

    private final PeerHub hub;
    private final ClientEndpoint endpoint;
    private final KnownServers known;
    private final ClearAddresses clear;
    private final ServerAddress address;
    private final KnownPins pins;
    private final @Nullable String only;
    private final boolean offerLamplink;
    private final boolean again;
    private final User user;
    private @Nullable ConnectAttempt attempt;
    private @Nullable Question open;
    private volatile Optional<Fingerprint> reached = Optional.empty();
    private int asked;
    private boolean over;

    /**
     * A way that has not begun.
     *
     * @param only the one fingerprint that is wanted, as a person wrote it; null for those that are known or trusted
     * @param again whether it is one of many tries to get a link back, so that nobody is asked what time may tell
     */
    Approach(
            PeerHub hub,
            ClientEndpoint endpoint,
            KnownServers known,
            ClearAddresses clear,
            KnownPins pins,
            ServerAddress address,
            @Nullable String only,
            boolean offerLamplink,
            boolean again,
            User user) {
        this.hub = hub;
        this.endpoint = endpoint;
        this.known = known;
        this.clear = clear;
        this.pins = pins;
        this.address = address;
        this.only = only;
        this.offerLamplink = offerLamplink;
        this.again = again;
        this.user = user;
    }

    /** Begins. */
    void start() {
        if (only == null && clear.goesInClear(address)) {
            inClear();
        } else {
            encrypted(this::isKnown);
        }
    }

    /** Gives up, which the user hears as {@link ConnectProblem#CANCELLED} unless there is a connection already. */
    void cancel() {
        ConnectAttempt current = attempt;
        if (open != null) {
            failed(ConnectProblem.CANCELLED);
        } else if (current != null) {
            current.cancel();
        }
    }

    /** Answers whether the server is the one that is meant. */
    void trust(boolean trusted) {
        if (open instanceof Question.Trust(Fingerprint seen)) {
            open = null;
            if (trusted) {
                hub.onDisk(() -> {
                    known.trust(address.display(), seen);
                    hub.home().execute(() -> again(seen::equals));
                });
            } else {
                failed(ConnectProblem.NOT_TRUSTED);
            }
        }
    }

    /** Answers whether to go on unencrypted. */
    void goOnInClear(boolean goOn) {
        if (open instanceof Question.Clear) {
            open = null;
            if (goOn) {
                clear.agree(address);
                inClear();
            } else {
                failed(ConnectProblem.NOT_ENCRYPTED);
            }
        }
    }

    /** Answers which PIN to prove, with null for none. It is proved to the very server that has asked. */
    void pin(@Nullable Pin pin) {
        if (open instanceof Question.Pin(Optional<Fingerprint> server, ConnectProblem unanswered)) {
            open = null;
            if (pin == null) {
                failed(unanswered);
                return;
            }
            pins.typed(address.display(), pin);
            server.ifPresentOrElse(seen -> encrypted(seen::equals), this::inClear);
        }
    }

    /** The session has ended before it began, because the server asks for a PIN. */
    void pinNeeded() {
        askPin(PinReason.FIRST, Duration.ZERO);
    }

    private void inClear() {
        attempt = endpoint.connect(address, offerLamplink, new InClear());
    }

    private void again(Predicate<Fingerprint> trusted) {
        if (!over) {
            encrypted(trusted);
        }
    }

    private void encrypted(Predicate<Fingerprint> trusted) {
        attempt = endpoint.connectEncrypted(address, offerLamplink, trusted, new Encrypted());
    }

    /** A server that has moved is known by its key; one whose key has changed is not known. Not on the hub's lane. */
    private boolean isKnown(Fingerprint seen) {
        if (only != null) {
            return seen.isWrittenAs(only) && remembered(seen);
        }
        Optional<Fingerprint> expected = known.at(address.display());
        if (expected.isPresent()) {
            return expected.get().equals(seen);
        }
        return known.knows(seen) && remembered(seen);
    }

    private boolean remembered(Fingerprint seen) {
        known.trust(address.display(), seen);
        return true;
    }

    private void failed(ConnectProblem problem) {
        if (!over) {
            over = true;
            open = null;
            user.failed(problem);
        }
    }

    private void ask(Question question, EngineEvent event, ConnectProblem unanswered) {
        ask(question, event, unanswered, PATIENCE);
    }

    private void ask(Question question, EngineEvent event, ConnectProblem unanswered, Duration patience) {
        if (over) {
            return;
        }
        open = question;
        int number = ++asked;
        hub.tell(event);
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS, hub.home())
                .execute(() -> {
                    if (open != null && asked == number) {
                        failed(unanswered);
                    }
                });
    }

    private void askTrust(Fingerprint seen, @Nullable Fingerprint expected) {
        ask(
                new Question.Trust(seen),
                new EngineEvent.IdentityAsked(seen, expected, address.display()),
                ConnectProblem.NOT_TRUSTED);
    }

    /** A server that encrypted before and does not now may be somebody who only says that it is that server. */
    private void askClear(boolean encryptedBefore) {
        if (encryptedBefore || only != null || address.scheme() == ServerAddress.Scheme.WSS) {
            failed(ConnectProblem.NOT_ENCRYPTED);
        } else {
            ask(new Question.Clear(), new EngineEvent.ClearAsked(address.display()), ConnectProblem.NOT_ENCRYPTED);
        }
    }

    /** What a program that tries again and again could only be told by waiting, it is not asked. */
    private void askPin(PinReason why, Duration in) {
        if (why == PinReason.WRONG || why == PinReason.CHANGED) {
            pins.forget(address.display());
        }
        if (again && why.problem().passes()) {
            failed(why.problem());
        } else {
            ask(
                    new Question.Pin(reached, why.problem()),
                    new EngineEvent.PinAsked(address.display(), why, in),
                    why.problem(),
                    PATIENCE.plus(in));
        }
    }

    /** With a PIN in hand, the session begins when both sides have proved it. */
    private ChannelListener enter(Channel channel, boolean lamplink) {
        reached = channel.binding();
        PinInHand hand = pins.inHand(address.display(), reached);
        if (!lamplink && (hand == null || !hand.insist())) {
            return user.opened(channel, false);
        }
        PinEntry entry = new PinEntry(channel, hand, new WithPin(hand), Approach::later);
        entry.open();
        return entry;
    }

    private static void later(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(task);
    }

    /** What becomes of a PIN in hand. */
    private final class WithPin implements PinEntry.Way {
        private final @Nullable PinInHand hand;

        WithPin(@Nullable PinInHand hand) {
            this.hand = hand;
        }

        @Override
        public ChannelListener admit(Channel channel) {
            return user.opened(channel, true);
        }

        @Override
        public void proved(UUID id) {
            if (hand != null) {
                pins.proved(address.display(), hand.pin(), id, reached);
            }
        }

        @Override
        public void changed() {
            hub.home().execute(() -> askPin(PinReason.CHANGED, Duration.ZERO));
        }

        @Override
        public void refused(PinRefusal refusal, Duration left) {
            PinReason why = switch (refusal) {
                case WRONG -> PinReason.WRONG;
                case WAIT -> PinReason.LOCKED;
                case BUSY -> PinReason.BUSY;
            };
            hub.home().execute(() -> askPin(why, left));
        }

        @Override
        public void unproved() {
            pins.forget(address.display());
            hub.home().execute(() -> failed(ConnectProblem.PIN_UNPROVEN));
        }

        @Override
        public void broken(CloseReason reason) {
            LOG.info("The server ended the link before the PIN was proved: {}", reason);
            boolean ours = reason.code() == CloseReason.NORMAL;
            hub.home().execute(() -> failed(ours ? ConnectProblem.CANCELLED : ConnectProblem.NOT_A_SERVER));
        }
    }

    private class InClear implements ConnectListener {
        @Override
        public ChannelListener opened(Channel channel, boolean lamplink) {
            return enter(channel, lamplink);
        }

        @Override
        public void failed(ConnectFailure failure) {
            LOG.info("Connecting failed: {}", failure.detail());
            hub.home().execute(() -> Approach.this.failed(failure.problem()));
        }
    }

    private final class Encrypted extends InClear {
        @Override
        public void failed(ConnectFailure failure) {
            Fingerprint seen = failure.seen();
            if (seen != null) {
                Fingerprint expected = known.at(address.display()).orElse(null);
                hub.home().execute(() -> askTrust(seen, expected));
            } else if (failure.problem() == ConnectProblem.NOT_ENCRYPTED) {
                LOG.info("No encryption: {}", failure.detail());
                boolean before = known.at(address.display()).isPresent();
                hub.home().execute(() -> askClear(before));
            } else {
                super.failed(failure);
            }
        }
    }
}

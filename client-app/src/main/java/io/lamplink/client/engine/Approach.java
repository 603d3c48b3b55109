package io.lamplink.client.engine;

import io.lamplink.client.net.ClientEndpoint;
import io.lamplink.client.net.ConnectAttempt;
import io.lamplink.client.net.ConnectFailure;
import io.lamplink.client.net.ConnectListener;
import io.lamplink.client.net.ServerAddress;
import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.PeerHub;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.KnownServers;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one server: whether to encrypt, whether it is the one that is meant, and what to ask a person about that. No
 * connection waits for an answer: it is closed, and made again when the answer is there. Lives on the hub's lane.
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
    }

    private final PeerHub hub;
    private final ClientEndpoint endpoint;
    private final KnownServers known;
    private final ClearAddresses clear;
    private final ServerAddress address;
    private final @Nullable String only;
    private final boolean offerLamplink;
    private final User user;
    private @Nullable ConnectAttempt attempt;
    private @Nullable Question open;
    private int asked;
    private boolean over;

    /**
     * A way that has not begun.
     *
     * @param only the one fingerprint that is wanted, as a person wrote it; null for those that are known or trusted
     */
    Approach(
            PeerHub hub,
            ClientEndpoint endpoint,
            KnownServers known,
            ClearAddresses clear,
            ServerAddress address,
            @Nullable String only,
            boolean offerLamplink,
            User user) {
        this.hub = hub;
        this.endpoint = endpoint;
        this.known = known;
        this.clear = clear;
        this.address = address;
        this.only = only;
        this.offerLamplink = offerLamplink;
        this.user = user;
    }

    /** Begins. */
    void start() {
        if (only == null && clear.goesInClear(address)) {
            attempt = endpoint.connect(address, offerLamplink, new InClear());
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
                attempt = endpoint.connect(address, offerLamplink, new InClear());
            } else {
                failed(ConnectProblem.NOT_ENCRYPTED);
            }
        }
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
        if (over) {
            return;
        }
        open = question;
        int number = ++asked;
        hub.tell(event);
        CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, hub.home())
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

    private class InClear implements ConnectListener {
        @Override
        public ChannelListener opened(Channel channel, boolean lamplink) {
            return user.opened(channel, lamplink);
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

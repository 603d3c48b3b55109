package io.lamplink.client.engine;

import io.lamplink.client.net.BadAddressException;
import io.lamplink.client.net.ClientEndpoint;
import io.lamplink.client.net.ConnectAttempt;
import io.lamplink.client.net.ConnectFailure;
import io.lamplink.client.net.ConnectListener;
import io.lamplink.client.net.ServerAddress;
import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubEngine;
import io.lamplink.common.engine.HubListener;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import io.lamplink.common.session.LinkEvent;
import io.lamplink.common.session.LinkState;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The client's engine on real sockets: one link at a time. State lives on the hub's lane. */
public final class ConnectingEngine extends HubEngine implements ClientEngine {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectingEngine.class);
    private static final int MAX_PORT = 65_535;

    private final ClientEndpoint endpoint = new ClientEndpoint();
    private final boolean offerLamplink;
    private final CompletableFuture<Void> idleAfterClose = new CompletableFuture<>();
    private String target = "";
    private boolean closing;
    private @Nullable ConnectAttempt attempt;

    /**
     * An engine that is not connected yet.
     *
     * @param offerLamplink whether to offer {@code lamplink.v1}; without, it speaks as the original Qt client does
     */
    public ConnectingEngine(HubSettings settings, boolean offerLamplink) {
        super(settings);
        this.offerLamplink = offerLamplink;
    }

    @Override
    public void connect(String address, int defaultPort) {
        hub().home().execute(() -> {
            if (!state().canStart() || closing) {
                return;
            }
            target = address.strip();
            become(LinkEvent.START);
            try {
                if (defaultPort < 1 || defaultPort > MAX_PORT) {
                    failed(ConnectProblem.BAD_PORT);
                } else {
                    connect(ServerAddress.parse(address, defaultPort));
                }
            } catch (BadAddressException e) {
                failed(e.problem());
            }
        });
    }

    private void connect(ServerAddress address) {
        target = address.display();
        hub().tell(new EngineEvent.Connecting(target));
        attempt = endpoint.connect(address, offerLamplink, new Outcome());
    }

    private void failed(ConnectProblem problem) {
        hub().tell(new EngineEvent.ConnectFailed(problem, target));
        become(LinkEvent.START_FAILED);
        becomeIdle();
    }

    @Override
    public void trust(boolean trusted) {
        LOG.debug("Nothing was asked.");
    }

    @Override
    public void goOnInClear(boolean goOn) {
        LOG.debug("Nothing was asked.");
    }

    @Override
    public void disconnect() {
        hub().home().execute(this::disconnectNow);
    }

    private void disconnectNow() {
        hub().closeAll(closing ? new CloseReason(CloseReason.GOING_AWAY, "") : CloseReason.normal());
        ConnectAttempt current = attempt;
        if (current != null && state() == LinkState.WAITING) {
            current.cancel();
        }
        if (state() == LinkState.LOST) {
            become(LinkEvent.STOPPED);
        }
    }

    @Override
    public void close() {
        hub().home().execute(() -> {
            closing = true;
            disconnectNow();
            becomeIdle();
        });
        hub().closeAfter(idleAfterClose);
    }

    @Override
    protected void linkEnded(HubListener.Ending ending, CloseReason reason, int left) {
        attempt = null;
        switch (ending) {
            case BY_US, BY_PEER -> become(LinkEvent.STOPPED);
            case BROKEN -> become(LinkEvent.LINK_LOST);
            case NEVER_READY -> failed(reason.orderly() ? ConnectProblem.CANCELLED : ConnectProblem.NOT_A_SERVER);
        }
        becomeIdle();
    }

    /** A program that ends waits for its link. */
    private void becomeIdle() {
        if (closing && state().canStart()) {
            idleAfterClose.complete(null);
        }
    }

    /** What becomes of one attempt. */
    private final class Outcome implements ConnectListener {
        @Override
        public ChannelListener opened(Channel channel, boolean lamplink) {
            return hub().admit(channel, lamplink);
        }

        @Override
        public void failed(ConnectFailure failure) {
            LOG.info("Connecting failed: {}", failure.detail());
            hub().home().execute(() -> {
                attempt = null;
                ConnectingEngine.this.failed(failure.problem());
            });
        }
    }
}

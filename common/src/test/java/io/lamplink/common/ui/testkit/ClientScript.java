package io.lamplink.common.ui.testkit;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.PinReason;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.session.LinkState;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What happens before the client's window, whichever engine a test plays; how the window opens is left to those who can. */
public abstract class ClientScript<E extends FakeEngine> implements PlayedProgram<E> {
    private final E engine;

    /** Before a window that {@code engine} serves. */
    protected ClientScript(E engine) {
        this.engine = engine;
    }

    @Override
    public final E engine() {
        return engine;
    }

    @Override
    public List<EngineEvent> connecting(Peer peer) {
        return List.of(
                new EngineEvent.Connecting("192.168.1.5:8080"),
                new EngineEvent.LinkChanged(LinkState.WAITING),
                new EngineEvent.PeerJoined(peer),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
    }

    @Override
    public List<EngineEvent> crowding() {
        return List.of(
                new EngineEvent.RoomName("mei@studio (2)"),
                new EngineEvent.MemberJoined("Tomás", true),
                new EngineEvent.MemberJoined("王小明", false));
    }

    @Override
    public List<String> openers() {
        return List.of("#serversButton", "#membersButton");
    }

    @Override
    public Map<String, EngineEvent> questions() {
        String at = "192.168.1.5:8080";
        Fingerprint seen = new Fingerprint("0123456789abcdef".repeat(4));
        Fingerprint expected = new Fingerprint("fedcba9876543210".repeat(4));
        return Map.of(
                "first contact", new EngineEvent.IdentityAsked(seen, null, at),
                "changed key", new EngineEvent.IdentityAsked(seen, expected, at),
                "in clear", new EngineEvent.ClearAsked(at),
                "PIN", new EngineEvent.PinAsked(at, PinReason.FIRST, Duration.ZERO),
                "locked PIN", new EngineEvent.PinAsked(at, PinReason.LOCKED, Duration.ofMinutes(5)));
    }
}

package io.lamplink.common.ui.testkit;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.PinReason;
import io.lamplink.common.security.Fingerprint;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What happens before the client's window, whichever engine a test plays; how the window opens is left to those who can. */
public abstract class ClientScript<E extends FakeEngine> extends PlayedProgram<E> {
    private static final String PLACE = "192.168.1.5:8080";

    /** Before a window that {@code engine} serves. */
    protected ClientScript(E engine) {
        super(engine, new EngineEvent.Connecting(PLACE));
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
        Fingerprint seen = new Fingerprint("0123456789abcdef".repeat(4));
        Fingerprint expected = new Fingerprint("fedcba9876543210".repeat(4));
        return Map.of(
                "first contact", new EngineEvent.IdentityAsked(seen, null, PLACE),
                "changed key", new EngineEvent.IdentityAsked(seen, expected, PLACE),
                "in clear", new EngineEvent.ClearAsked(PLACE),
                "PIN", new EngineEvent.PinAsked(PLACE, PinReason.FIRST, Duration.ZERO),
                "locked PIN", new EngineEvent.PinAsked(PLACE, PinReason.LOCKED, Duration.ofMinutes(5)));
    }
}

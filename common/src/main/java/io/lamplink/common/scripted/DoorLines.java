package io.lamplink.common.scripted;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.host.AddressText;
import io.lamplink.common.security.Fingerprint;
import java.time.Duration;
import java.util.Locale;

/** The lines of who is let in and who is trusted. */
final class DoorLines {
    private final EventLines lines;

    DoorLines(EventLines lines) {
        this.lines = lines;
    }

    void identityAsked(EngineEvent.IdentityAsked e) {
        EventLines.Line line = lines.event("identity-asked")
                .with("address", e.address())
                .with("fingerprint", e.seen().hex())
                .with("words", e.seen().sentence());
        Fingerprint expected = e.expected();
        if (expected != null) {
            line.with("expected", expected.hex()).with("expectedWords", expected.sentence());
        }
        line.write();
    }

    void clearAsked(EngineEvent.ClearAsked e) {
        lines.event("clear-asked").with("address", e.address()).write();
    }

    void clearTurnedAway(EngineEvent.ClearTurnedAway e) {
        lines.event("clear-turned-away")
                .with("address", AddressText.withZone(e.address()))
                .write();
    }

    void pinAsked(EngineEvent.PinAsked e) {
        lines.event("pin-asked")
                .with("address", e.address())
                .with("reason", e.why().name().toLowerCase(Locale.ROOT))
                .with("in", e.in().toSeconds())
                .write();
    }

    void pinMissing(EngineEvent.PinMissing e) {
        pinTurnedAway(AddressText.withZone(e.address()), "no-pin", Duration.ZERO);
    }

    void pinLocked(EngineEvent.PinLocked e) {
        pinTurnedAway(AddressText.withZone(e.address()), "locked", e.left());
    }

    void pinCrowd() {
        pinTurnedAway("", "crowd", Duration.ZERO);
    }

    private void pinTurnedAway(String address, String reason, Duration left) {
        lines.event("pin-turned-away")
                .with("address", address)
                .with("reason", reason)
                .with("in", left.toSeconds())
                .write();
    }
}

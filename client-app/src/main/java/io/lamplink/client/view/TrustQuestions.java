package io.lamplink.client.view;

import io.lamplink.client.engine.ClientEngine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.window.Dialogs;
import org.jspecify.annotations.Nullable;

/** Asks the person whom to trust. Lives on the JavaFX thread; the event that asks is over before the question is shown. */
final class TrustQuestions {
    private final ClientEngine engine;
    private final Dialogs dialogs;
    private final FxDoor door;

    TrustQuestions(ClientEngine engine, Dialogs dialogs, FxDoor door) {
        this.engine = engine;
        this.dialogs = dialogs;
        this.door = door;
    }

    void ask(EngineEvent.IdentityAsked asked) {
        door.execute(() -> engine.trust(isTrusted(asked.seen(), asked.expected(), asked.address())));
    }

    void ask(EngineEvent.ClearAsked asked) {
        door.execute(() -> engine.goOnInClear(dialogs.confirm(
                Phrase.of("trust.clear.question"),
                Phrase.of("trust.clear.detail", asked.address()),
                Phrase.of("trust.clear.yes"))));
    }

    private boolean isTrusted(Fingerprint seen, @Nullable Fingerprint expected, String address) {
        if (expected == null) {
            return dialogs.confirm(
                    Phrase.of("trust.first.question"),
                    Phrase.of("trust.first.detail", address, seen.sentence(), seen.rows()),
                    Phrase.of("trust.first.yes"));
        }
        return dialogs.confirm(
                Phrase.of("trust.changed.question", address),
                Phrase.of("trust.changed.detail", expected.sentence(), seen.sentence(), seen.rows()),
                Phrase.of("trust.changed.yes"));
    }
}

package io.lamplink.client.view;

import io.lamplink.client.engine.ClientEngine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.PinReason;
import io.lamplink.common.security.Pin;
import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.window.Dialogs;
import io.lamplink.common.ui.window.PinPrompt;
import java.util.Optional;

/** Asks the person for the server's PIN. Lives on the JavaFX thread; the event that asks is over before the question is shown. */
final class PinQuestions {
    private final ClientEngine engine;
    private final Dialogs dialogs;
    private final FxDoor door;
    private String written = "";

    PinQuestions(ClientEngine engine, Dialogs dialogs, FxDoor door) {
        this.engine = engine;
        this.dialogs = dialogs;
        this.door = door;
    }

    void ask(EngineEvent.PinAsked asked) {
        door.execute(() -> engine.pin(answer(asked).orElse(null)));
    }

    /** What was not looked at need not be typed again. */
    private Optional<Pin> answer(EngineEvent.PinAsked asked) {
        boolean unread = asked.why() == PinReason.LOCKED || asked.why() == PinReason.BUSY;
        Optional<Pin> pin = dialogs.askPin(new PinPrompt(
                Phrase.of("pin.ask.question", asked.address()),
                detail(asked.why()),
                asked.in(),
                unread ? written : ""));
        written = pin.map(Pin::grouped).orElse("");
        return pin;
    }

    private static Phrase detail(PinReason why) {
        return switch (why) {
            case FIRST -> Phrase.of("pin.ask.first");
            case CHANGED -> Phrase.of("pin.ask.changed");
            case WRONG -> Phrase.of("pin.ask.wrong");
            case LOCKED -> Phrase.of("pin.ask.locked");
            case BUSY -> Phrase.of("pin.ask.busy");
        };
    }
}

package io.lamplink.server.view;

import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.server.engine.ServerEngine;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The PIN that the server asks for, as the window shows and sets it. Lives on the JavaFX thread. */
public final class PinModel {
    private final ServerEngine engine;
    private final SecureRandom random;
    private final ReadOnlyObjectWrapper<@Nullable PinSetting> setting = new ReadOnlyObjectWrapper<>(this, "setting");
    private final ReadOnlyObjectWrapper<@Nullable Phrase> problem = new ReadOnlyObjectWrapper<>(this, "problem");

    /** The PIN of {@code engine}, which is known a moment later. */
    PinModel(ServerEngine engine, FxDoor door, SecureRandom random) {
        this.engine = engine;
        this.random = random;
        door.receive(CompletableFuture.supplyAsync(engine::pin), this::known);
    }

    /** Whether a PIN is asked for, and which; null until that is known. */
    public ReadOnlyObjectProperty<@Nullable PinSetting> settingProperty() {
        return setting.getReadOnlyProperty();
    }

    /** What is wrong with the PIN that was typed, or null. */
    public ReadOnlyObjectProperty<@Nullable Phrase> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Asks those who come from now on for the PIN, or lets them in without. */
    public void ask(boolean asked) {
        PinSetting now = setting.get();
        if (now != null && now.asked() != asked) {
            set(new PinSetting(now.pin(), asked));
        }
    }

    /** Takes another PIN, which nobody has chosen. */
    public void renew() {
        PinSetting now = setting.get();
        if (now != null) {
            set(new PinSetting(Pin.fresh(random), now.asked()));
        }
    }

    /** Takes the PIN that a person has typed, if it is a good one. */
    public void type(String written) {
        PinSetting now = setting.get();
        Optional<Pin> pin = Pin.read(written);
        if (now == null) {
            return;
        }
        if (pin.isEmpty()) {
            problem.set(Phrase.of("listen.pin.problem.digits", Pin.MIN_DIGITS, Pin.MAX_DIGITS));
        } else if (pin.get().isObvious()) {
            problem.set(Phrase.of("listen.pin.problem.obvious"));
        } else if (pin.get().equals(now.pin())) {
            problem.set(null);
        } else {
            set(new PinSetting(pin.get(), now.asked()));
        }
    }

    private void known(PinSetting kept) {
        if (setting.get() == null) {
            setting.set(kept);
        }
    }

    private void set(PinSetting wanted) {
        problem.set(null);
        setting.set(wanted);
        engine.askForPin(wanted);
    }
}

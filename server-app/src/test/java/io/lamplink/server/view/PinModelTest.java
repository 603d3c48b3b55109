package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.theme.Phrase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PIN as the server's window sets it. */
final class PinModelTest {
    private static final Pin KEPT = new Pin("482913");

    private final FakeServerEngine engine = new FakeServerEngine();
    private final PinModel model = new PinModel(engine, new Waiting(), new SecureRandom());

    @Test
    void whatWasKeptIsShown() {
        assertEquals(new PinSetting(KEPT, false), model.settingProperty().get());
        assertEquals(List.of(), engine.asked);
    }

    @Test
    void theSwitchAsksForThePinThatIsThere() {
        model.ask(true);
        model.ask(true);
        model.ask(false);
        assertEquals(List.of("askForPin 482913 true", "askForPin 482913 false"), engine.asked);
    }

    @Test
    void aNewOneIsAnother() {
        model.ask(true);
        model.renew();
        PinSetting now = model.settingProperty().get();
        assertNotEquals(KEPT, now.pin());
        assertEquals("askForPin " + now.pin().digits() + " true", engine.asked.getLast());
    }

    @Test
    void aPersonMayTypeOne() {
        model.type(" 0048-2913 57");
        assertEquals(List.of("askForPin 0048291357 false"), engine.asked);
        assertEquals(new Pin("0048291357"), model.settingProperty().get().pin());
    }

    @Test
    void theSameAgainChangesNothing() {
        model.type("482 913");
        assertEquals(List.of(), engine.asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "letters", "123456", "777777"})
    void whatIsNoGoodPinIsSaidSoAndChangesNothing(String written) {
        model.type(written);
        Phrase problem = model.problemProperty().get();
        boolean digits = written.matches("[0-9]{6}");
        assertEquals(digits ? "listen.pin.problem.obvious" : "listen.pin.problem.digits", problem.key());
        assertEquals(List.of(), engine.asked);
        model.type("482914");
        assertNull(model.problemProperty().get());
    }

    /** A door behind which answers have come already. */
    private static final class Waiting implements FxDoor {
        @Override
        public void execute(Runnable work) {
            work.run();
        }

        @Override
        public void executeLater(Duration delay, Runnable work) {
            work.run();
        }

        @Override
        public <T> void receive(CompletionStage<T> answer, Consumer<? super T> receiver) {
            receiver.accept(answer.toCompletableFuture().join());
        }
    }
}

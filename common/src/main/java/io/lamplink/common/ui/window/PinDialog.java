package io.lamplink.common.ui.window;

import io.lamplink.common.security.Pin;
import io.lamplink.common.ui.control.FieldMenus;
import io.lamplink.common.ui.control.Ornament;
import io.lamplink.common.ui.fx.Ticker;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Look;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** Asks for a PIN: a field, and a sentence below it that counts down where none is taken yet. Used once. */
final class PinDialog {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Texts texts;
    private final InstantSource clock;
    private final Instant takenFrom;
    private final TextField field = new TextField();
    private final Label hint = new Label();
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType goOn;
    private final Button go;

    /**
     * A question that is not asked yet.
     *
     * @param room on the screen; where it is not enough, all but heading and buttons scrolls
     */
    PinDialog(Window owner, Look look, Texts texts, InstantSource clock, ScreenRoom room, PinPrompt prompt) {
        this.texts = texts;
        this.clock = clock;
        takenFrom = clock.instant().plus(prompt.in());
        goOn = new ButtonType(texts.get("pin.ask.yes"), ButtonBar.ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(texts.get("app.name"));
        DialogPane pane = dialog.getDialogPane();
        pane.getButtonTypes()
                .setAll(goOn, new ButtonType(texts.get("dialog.button.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        fill(pane, prompt, room);
        go = (Button) pane.lookupButton(goOn);
        go.getStyleClass().add("start");
        field.textProperty().subscribe(_ -> show());
        field.sceneProperty().subscribe(_ -> field.requestFocus());
        look.style(pane);
        FieldMenus.in(pane.getScene(), texts);
    }

    /** Waits for the answer; {@code ticker} counts meanwhile. */
    Optional<Pin> ask(Ticker ticker) {
        Subscription counting = ticker.every(SECOND, this::show);
        try {
            return dialog.showAndWait().filter(goOn::equals).flatMap(_ -> Pin.read(field.getText()));
        } finally {
            counting.unsubscribe();
        }
    }

    private void fill(DialogPane pane, PinPrompt prompt, ScreenRoom room) {
        Label detail = new Label(texts.get(prompt.detail()));
        detail.setWrapText(true);
        detail.getStyleClass().add("detail");
        field.setId("pinField");
        field.setText(prompt.written());
        field.setAccessibleText(texts.get("pin.ask.field"));
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        VBox content = new VBox(detail, field, hint);
        content.getStyleClass().add("pin-question");
        pane.getStyleClass().add("question");
        pane.setHeaderText(texts.get(prompt.question()));
        pane.setGraphic(Ornament.of(Feather.KEY));
        QuestionScroll scroll = new QuestionScroll(content, texts.get(prompt.question()), room);
        scroll.keepInSight(field);
        pane.setContent(scroll);
    }

    private void show() {
        long millis = Duration.between(clock.instant(), takenFrom).toMillis();
        boolean waits = millis > 0;
        go.setDisable(waits || Pin.read(field.getText()).isEmpty());
        Phrase words = waits
                ? Phrase.of(
                        "pin.ask.wait", new Amount.Span(Duration.ofSeconds(Math.ceilDiv(millis, SECOND.toMillis()))))
                : Phrase.of("pin.ask.hint", Pin.MIN_DIGITS);
        hint.setText(texts.get(words));
    }
}

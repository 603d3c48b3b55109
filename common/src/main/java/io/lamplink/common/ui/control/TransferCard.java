package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One file under way or arrived. */
final class TransferCard extends VBox {

    private static final PseudoClass COMPLETE = PseudoClass.getPseudoClass("complete");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Texts texts;
    private final TransferActions actions;
    private final FontIcon icon = new FontIcon(Feather.FILE);
    private final Label name = new Label();
    private final Label about = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label state = new Label();
    private final Button cancel;
    private final Button download;
    private final Button open;
    private final Button show;
    private final Button dismiss;
    private final Subscription following;
    private TransferItem item;

    TransferCard(TransferItem item, Texts texts, TransferActions actions) {
        this.texts = texts;
        this.actions = actions;
        this.item = item;
        getStyleClass().add("transfer-card");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setFocusTraversable(false);
        cancel = button("transfer.cancel.button", "cancel", TransferActions::cancel);
        download = button("transfer.download.button", "download", TransferActions::download);
        open = button("transfer.open.button", "open", TransferActions::open);
        show = button("transfer.show.button", "show", TransferActions::showInFolder);
        dismiss = dismissButton();
        getChildren().addAll(head(), bar, foot());
        bar.setMaxWidth(Double.MAX_VALUE);
        following = texts.languageProperty().subscribe(this::refresh);
        refresh();
    }

    private HBox head() {
        name.getStyleClass().add("name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip());
        about.getStyleClass().add("about");
        VBox words = new VBox(name, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(icon, words, dismiss);
        head.getStyleClass().add("head");
        return head;
    }

    private HBox foot() {
        state.getStyleClass().add("state");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        HBox foot = new HBox(state, cancel, download, open, show);
        foot.getStyleClass().add("foot");
        return foot;
    }

    private Button button(String key, String styleClass, BiConsumer<TransferActions, UUID> action) {
        Button button = new Button();
        button.getStyleClass().addAll("link-button", styleClass);
        button.textProperty().bind(texts.bind(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> action.accept(actions, item.id()));
        return button;
    }

    private Button dismissButton() {
        Button button = button("transfer.dismiss.button", "dismiss", TransferActions::dismiss);
        button.getStyleClass().setAll("button", "icon-button", "dismiss");
        button.setGraphic(new FontIcon(Feather.X));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }

    /** Ends what keeps a card alive that is no longer shown. */
    void forget() {
        following.unsubscribe();
    }

    void show(TransferItem now) {
        item = now;
        refresh();
    }

    private void refresh() {
        TransferItem.Stage stage = item.stage();
        pseudoClassStateChanged(COMPLETE, stage.ended() && stage != TransferItem.Stage.FAILED);
        pseudoClassStateChanged(FAILED, stage == TransferItem.Stage.FAILED);
        icon.setIconCode(
                switch (stage) {
                    case COMPLETE, SAVED -> Feather.CHECK_CIRCLE;
                    case FAILED -> Feather.ALERT_CIRCLE;
                    case WAITING, MOVING, CHECKING, SAVING ->
                        item.incoming() ? Feather.ARROW_DOWN_CIRCLE : Feather.ARROW_UP_CIRCLE;
                });
        name.setText(item.name());
        name.getTooltip().setText(item.name());
        about.setText(texts.get(
                item.incoming() ? "transfer.about.in" : "transfer.about.out",
                new Amount.Bytes(item.size()),
                item.peer()));
        bar.setProgress(stage == TransferItem.Stage.SAVING ? ProgressBar.INDETERMINATE_PROGRESS : item.progress());
        state.setText(texts.get(sentence()));
        setAccessibleText(texts.get("transfer.card.accessible", name.getText(), about.getText(), state.getText()));
        showButtons(stage);
    }

    private void showButtons(TransferItem.Stage stage) {
        boolean saved = stage == TransferItem.Stage.SAVED;
        boolean sent = stage == TransferItem.Stage.COMPLETE && !item.incoming();
        cancel.setVisible(stage.compareTo(TransferItem.Stage.COMPLETE) < 0);
        download.setVisible(item.downloadable());
        open.setVisible(saved && item.openable());
        show.setVisible(saved || sent);
        dismiss.setVisible(stage.ended() && !item.downloadable());
    }

    private Phrase sentence() {
        return switch (item.stage()) {
            case WAITING -> Phrase.of("transfer.state.waiting");
            case MOVING -> moving(item.timeLeft());
            case CHECKING -> Phrase.of("transfer.state.checking");
            case COMPLETE -> item.incoming() ? arrived() : sent();
            case SAVING -> Phrase.of("transfer.state.saving");
            case SAVED -> Phrase.of("transfer.state.saved");
            case FAILED -> failed(item.failure());
        };
    }

    private Phrase moving(@Nullable Duration left) {
        Amount.Speed speed = new Amount.Speed(item.speed());
        return left == null
                ? Phrase.of("transfer.state.starting")
                : Phrase.of("transfer.state.moving", speed, new Amount.Span(left));
    }

    private Phrase arrived() {
        return switch (item.proof()) {
            case VERIFIED -> Phrase.of("transfer.state.arrived.verified");
            case NOT_POSSIBLE -> Phrase.of("transfer.state.arrived.unverifiable");
            case NONE -> Phrase.of("transfer.state.arrived");
        };
    }

    private Phrase sent() {
        return switch (item.proof()) {
            case VERIFIED -> Phrase.of("transfer.state.sent.verified");
            case NOT_POSSIBLE -> Phrase.of("transfer.state.sent.unverifiable");
            case NONE -> Phrase.of("transfer.state.sent");
        };
    }

    private static Phrase failed(@Nullable Phrase failure) {
        Phrase why = failure == null ? Phrase.of("transfer.failure.other") : failure;
        return Phrase.of("transfer.state.failed", why);
    }
}

package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Texts;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How far a file has come to one of its receivers. All rows have the same height. */
final class ReceiverCell extends ListCell<TransferRow> {

    private static final PseudoClass COMPLETE = PseudoClass.getPseudoClass("complete");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");

    private final Texts texts;
    private final TransferActions actions;
    private final NextPulse pulse;
    private final Label name = ColourEmoji.in(new Label());
    private final Label state = new Label();
    private final ThinBar bar = new ThinBar();
    private final Button pause;
    private final Button resume;
    private final Button cancel;
    private final Tooltip whole = ColourEmoji.in(new Tooltip());
    private final Island row;
    private final Runnable fill = this::fill;
    private final Runnable check;
    private Subscription following = Subscription.EMPTY;
    private @Nullable TransferRow followed;

    ReceiverCell(Texts texts, TransferActions actions, NextPulse pulse) {
        this.texts = texts;
        this.actions = actions;
        this.pulse = pulse;
        getStyleClass().add("receiver-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        pause = button(Feather.PAUSE, "transfer.pause.button", "pause", TransferActions::pause);
        resume = button(Feather.PLAY, "transfer.resume.button", "resume", TransferActions::resume);
        cancel = button(Feather.X, "transfer.cancel.button", "cancel", TransferActions::cancel);
        name.getStyleClass().add("name");
        name.setMinWidth(40);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        state.getStyleClass().add("state");
        state.setMinWidth(0);
        HBox line = new HBox(name, state);
        line.getStyleClass().add("line");
        VBox words = new VBox(line, bar);
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(words, pause, resume, cancel);
        content.getStyleClass().add("row");
        content.setAlignment(Pos.CENTER_LEFT);
        row = new Island(content);
        check = row::askIfUnheard;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    private Button button(Feather glyph, String key, String styleClass, BiConsumer<TransferActions, UUID> action) {
        Button button = IconButtons.make(texts, glyph, key);
        button.getStyleClass().add(styleClass);
        button.setFocusTraversable(false); // Keys of the list do the same; three stops for each row would be too many.
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> {
            if (followed != null) {
                action.accept(actions, followed.id());
            }
        });
        return button;
    }

    @Override
    protected void updateItem(@Nullable TransferRow transfer, boolean empty) {
        super.updateItem(transfer, empty);
        TransferRow now = empty ? null : transfer;
        if (now != followed) {
            following.unsubscribe();
            followed = now;
            following = now == null ? Subscription.EMPTY : now.onChange(this::growStale);
            fill();
        }
    }

    /** What the cell says is no longer so; it is put right at the next pulse. */
    void growStale() {
        pulse.add(fill);
    }

    private void fill() {
        TransferRow transfer = followed;
        if (transfer == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        show(transfer.item());
        if (getGraphic() == null) {
            setGraphic(row);
            setTooltip(whole);
        }
        pulse.add(check);
    }

    private void show(TransferItem item) {
        TransferItem.Stage stage = item.stage();
        pseudoClassStateChanged(COMPLETE, stage.ended() && stage != TransferItem.Stage.FAILED);
        pseudoClassStateChanged(FAILED, stage == TransferItem.Stage.FAILED);
        pseudoClassStateChanged(PAUSED, stage == TransferItem.Stage.PAUSED);
        name.setText(SafeText.line(item.peer()));
        state.setText(texts.get(TransferWords.brief(item)));
        bar.setProgress(item.progress());
        pause.setVisible(item.pausable());
        resume.setVisible(item.resumable());
        cancel.setVisible(item.cancellable());
        String spoken = name.getText() + " · " + texts.get(TransferWords.state(item));
        whole.setText(spoken);
        setAccessibleText(spoken);
    }
}

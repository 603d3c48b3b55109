package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How far a message of this side has come: marks, a word where it needs one, and a button to send it once more. */
final class DeliveryMarks extends HBox {

    private final Texts texts;
    private final FontIcon first = new FontIcon(Feather.CHECK);
    private final FontIcon second = new FontIcon(Feather.CHECK);
    private final HBox marks = new HBox(first, second);
    private final Label note = new Label();
    private final Button retry = new Button();
    private final Tooltip fate = new Tooltip();

    /**
     * Marks that say nothing yet.
     *
     * @param onRetry called when somebody wants the message sent once more
     */
    DeliveryMarks(Texts texts, Runnable onRetry) {
        this.texts = texts;
        getStyleClass().add("delivery");
        marks.getStyleClass().add("marks");
        second.getStyleClass().add("second");
        note.getStyleClass().add("note");
        retry.getStyleClass().add("retry");
        retry.setGraphic(new FontIcon(Feather.ROTATE_CW));
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(_ -> onRetry.run());
        Tooltip.install(marks, fate);
        note.managedProperty().bind(note.visibleProperty());
        retry.managedProperty().bind(retry.visibleProperty());
        getChildren().addAll(marks, note, retry);
    }

    /**
     * Shows what became of {@code entry}.
     *
     * @param words the first words of the message, by which somebody who listens knows it
     */
    void show(ChatEntry.Own entry, String words) {
        ChatEntry.Delivery delivery = entry.delivery();
        boolean failed = delivery == ChatEntry.Delivery.FAILED;
        boolean waiting = delivery == ChatEntry.Delivery.WAITING;
        first.setIconCode(failed ? Feather.ALERT_CIRCLE : waiting ? Feather.CLOCK : Feather.CHECK);
        second.setVisible(delivery == ChatEntry.Delivery.DELIVERED);
        second.setManaged(second.isVisible());
        note.setVisible(failed || waiting);
        note.setText(texts.get(failed ? "chat.delivery.failed.short" : "chat.delivery.waiting.short"));
        retry.setVisible(failed);
        retry.setText(texts.get("chat.retry.button"));
        retry.setAccessibleText(texts.get("chat.retry.accessible", words));
        fate.setText(fate(entry));
        marks.setAccessibleText(fate.getText());
    }

    /** A sentence about what became of it. */
    String fate() {
        return fate.getText();
    }

    private String fate(ChatEntry.Own entry) {
        return switch (entry.delivery()) {
            case WAITING -> texts.get("chat.delivery.waiting");
            case SENT -> texts.get("chat.delivery.sent", entry.delivered(), entry.recipients());
            case DELIVERED -> texts.get("chat.delivery.delivered");
            case FAILED -> texts.get("chat.delivery.failed");
        };
    }
}

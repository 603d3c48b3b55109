package io.lamplink.common.ui.control;

import io.lamplink.common.history.HistoryQuery;
import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Texts;
import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A message in its frame: author, text, time, and how far it has come. */
final class Bubble extends VBox {

    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    /** How many letters of a message are read out to tell which one it is. */
    private static final int WORDS = 60;

    private HistoryQuery looked = HistoryQuery.of("");

    private final Texts texts;
    private final Label author = ColourEmoji.in(new Label());
    private final SelectableText text = new SelectableText(18, 40);
    private final Hyperlink more = new Hyperlink();
    private final Label time = new Label();
    private final FontIcon first = new FontIcon(Feather.CHECK);
    private final FontIcon second = new FontIcon(Feather.CHECK);
    private final Label note = new Label();
    private final HBox marks = new HBox(first, second);
    private final Button retry = new Button();
    private final Tooltip fate = new Tooltip();

    Bubble(Texts texts) {
        this.texts = texts;
        getStyleClass().add("bubble");
        author.getStyleClass().add("author");
        more.getStyleClass().add("more");
        time.getStyleClass().add("time");
        note.getStyleClass().add("note");
        marks.getStyleClass().add("marks");
        second.getStyleClass().add("second");
        retry.getStyleClass().add("retry");
        retry.setGraphic(new FontIcon(Feather.ROTATE_CW));
        retry.setMinWidth(USE_PREF_SIZE);
        HBox foot = new HBox(time, marks, note, retry);
        foot.getStyleClass().add("foot");
        getChildren().addAll(author, text, more, foot);
        Tooltip.install(marks, fate);
        author.managedProperty().bind(author.visibleProperty());
        more.managedProperty().bind(more.visibleProperty());
        marks.managedProperty().bind(marks.visibleProperty());
        note.managedProperty().bind(note.visibleProperty());
        retry.managedProperty().bind(retry.visibleProperty());
    }

    SelectableText text() {
        return text;
    }

    /** What is to be marked in the texts that are shown from now on. */
    void mark(HistoryQuery query) {
        looked = query;
    }

    void setOnMore(Runnable action) {
        more.setOnAction(_ -> action.run());
    }

    /** What happens when somebody wants a message sent once more. */
    void setOnRetry(Runnable action) {
        retry.setOnAction(_ -> action.run());
    }

    void show(ChatEntry.Theirs entry, Excerpt excerpt) {
        pseudoClassStateChanged(OWN, false);
        pseudoClassStateChanged(FAILED, false);
        String name = SafeText.line(entry.author());
        author.setText(entry.direct() ? texts.get("chat.message.direct", name) : name);
        author.setVisible(true);
        NameColour.show(author, entry.member() ? NameColour.of(entry.author()) : null);
        marks.setVisible(false);
        note.setVisible(false);
        retry.setVisible(false);
        showBody(excerpt, entry.time());
        setAccessibleText(texts.get("chat.message.theirs", author.getText(), time.getText(), excerpt.text()));
    }

    void show(ChatEntry.Own entry, Excerpt excerpt) {
        ChatEntry.Delivery delivery = entry.delivery();
        pseudoClassStateChanged(OWN, true);
        pseudoClassStateChanged(FAILED, delivery == ChatEntry.Delivery.FAILED);
        author.setVisible(!entry.to().isEmpty());
        author.setText(to(entry.to()));
        NameColour.show(author, null);
        showBody(excerpt, entry.time());
        showDelivery(entry, delivery);
        setAccessibleText(texts.get("chat.message.own", fate.getText(), time.getText(), excerpt.text()));
    }

    private String to(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> texts.get("chat.message.to.one", SafeText.line(names.getFirst()));
            case 2 -> texts.get("chat.message.to.two", SafeText.line(names.getFirst()), SafeText.line(names.getLast()));
            default -> texts.get("chat.message.to.some", names.size());
        };
    }

    private void showBody(Excerpt excerpt, Instant instant) {
        text.show(excerpt.text(), looked.marksIn(excerpt.text()));
        String key = excerpt.grows() ? "chat.message.more" : "chat.message.copy-rest";
        more.setVisible(excerpt.hidden() > 0);
        more.setText(excerpt.hidden() > 0 ? texts.get(key, excerpt.hidden()) : "");
        time.setText(texts.get(new Amount.TimeOfDay(instant)));
    }

    private void showDelivery(ChatEntry.Own entry, ChatEntry.Delivery delivery) {
        boolean failed = delivery == ChatEntry.Delivery.FAILED;
        boolean waiting = delivery == ChatEntry.Delivery.WAITING;
        marks.setVisible(true);
        first.setIconCode(failed ? Feather.ALERT_CIRCLE : waiting ? Feather.CLOCK : Feather.CHECK);
        second.setVisible(delivery == ChatEntry.Delivery.DELIVERED);
        second.setManaged(second.isVisible());
        note.setVisible(failed || waiting);
        note.setText(texts.get(failed ? "chat.delivery.failed.short" : "chat.delivery.waiting.short"));
        retry.setVisible(failed);
        retry.setText(texts.get("chat.retry.button"));
        retry.setAccessibleText(texts.get("chat.retry.accessible", firstOf(text.getAccessibleText())));
        fate.setText(
                switch (delivery) {
                    case WAITING -> texts.get("chat.delivery.waiting");
                    case SENT -> texts.get("chat.delivery.sent", entry.delivered(), entry.recipients());
                    case DELIVERED -> texts.get("chat.delivery.delivered");
                    case FAILED -> texts.get("chat.delivery.failed");
                });
        marks.setAccessibleText(fate.getText());
    }

    /** The first words: who listens knows which message it is. */
    private static String firstOf(String said) {
        int letters = said.codePointCount(0, said.length());
        return letters <= WORDS ? said : said.substring(0, said.offsetByCodePoints(0, WORDS)) + "…";
    }
}

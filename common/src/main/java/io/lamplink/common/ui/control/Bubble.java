package io.lamplink.common.ui.control;

import io.lamplink.common.history.HistoryQuery;
import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.fx.OnDemand;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Texts;
import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A message in its frame: author, text, time, and how far it has come. */
final class Bubble extends VBox {

    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    /** How many letters of a message are read out to tell which one it is. */
    private static final int WORDS = 60;

    private HistoryQuery looked = HistoryQuery.of("");
    private Runnable onMore = () -> {};
    private Runnable onRetry = () -> {};

    private final Texts texts;
    private final Label author = ColourEmoji.in(new Label());
    private final SelectableText text = new SelectableText(18, 40);
    private final Label time = new Label();
    private final HBox foot = new HBox(time);
    private final OnDemand<Hyperlink> more = new OnDemand<>(this::makeMore);
    private final OnDemand<DeliveryMarks> delivery = new OnDemand<>(this::makeDelivery);

    Bubble(Texts texts) {
        this.texts = texts;
        getStyleClass().add("bubble");
        author.getStyleClass().add("author");
        time.getStyleClass().add("time");
        foot.getStyleClass().add("foot");
        getChildren().addAll(author, text, foot);
        author.managedProperty().bind(author.visibleProperty());
    }

    private Hyperlink makeMore() {
        Hyperlink link = new Hyperlink();
        link.getStyleClass().add("more");
        link.setOnAction(_ -> onMore.run());
        link.managedProperty().bind(link.visibleProperty());
        getChildren().add(getChildren().indexOf(foot), link);
        return link;
    }

    private DeliveryMarks makeDelivery() {
        DeliveryMarks marks = new DeliveryMarks(texts, () -> onRetry.run());
        marks.managedProperty().bind(marks.visibleProperty());
        foot.getChildren().add(marks);
        return marks;
    }

    SelectableText text() {
        return text;
    }

    /** What is to be marked in the texts that are shown from now on. */
    void mark(HistoryQuery query) {
        looked = query;
    }

    void setOnMore(Runnable action) {
        onMore = action;
    }

    /** What happens when somebody wants a message sent once more. */
    void setOnRetry(Runnable action) {
        onRetry = action;
    }

    void show(ChatEntry.Theirs entry, Excerpt excerpt) {
        pseudoClassStateChanged(OWN, false);
        pseudoClassStateChanged(FAILED, false);
        String name = SafeText.line(entry.author());
        author.setText(entry.direct() ? texts.get("chat.message.direct", name) : name);
        author.setVisible(true);
        NameColour.show(author, entry.member() ? NameColour.of(entry.author()) : null);
        delivery.ifMade(marks -> marks.setVisible(false));
        showBody(excerpt, entry.time());
        setAccessibleText(texts.get("chat.message.theirs", author.getText(), time.getText(), excerpt.text()));
    }

    void show(ChatEntry.Own entry, Excerpt excerpt) {
        pseudoClassStateChanged(OWN, true);
        pseudoClassStateChanged(FAILED, entry.delivery() == ChatEntry.Delivery.FAILED);
        author.setVisible(!entry.to().isEmpty());
        author.setText(to(entry.to()));
        NameColour.show(author, null);
        showBody(excerpt, entry.time());
        DeliveryMarks marks = delivery.get();
        marks.show(entry, firstOf(excerpt.text()));
        marks.setVisible(true);
        setAccessibleText(texts.get("chat.message.own", marks.fate(), time.getText(), excerpt.text()));
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
        if (excerpt.hidden() > 0) {
            String key = excerpt.grows() ? "chat.message.more" : "chat.message.copy-rest";
            more.get().setText(texts.get(key, excerpt.hidden()));
        }
        more.ifMade(link -> link.setVisible(excerpt.hidden() > 0));
        time.setText(texts.get(new Amount.TimeOfDay(instant)));
    }

    /** The first words: who listens knows which message it is. */
    private static String firstOf(String said) {
        int letters = said.codePointCount(0, said.length());
        return letters <= WORDS ? said : said.substring(0, said.offsetByCodePoints(0, WORDS)) + "…";
    }
}

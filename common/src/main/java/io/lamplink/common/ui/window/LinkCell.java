package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.Whole;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A link in the list of them: its name and its last round trip. */
final class LinkCell extends ListCell<LinkRow> {
    private final Texts texts;
    private final Label name = Whole.inTooltip(ColourEmoji.in(new Label()));
    private final Label delay = new Label();
    private final HBox line = new HBox(name, delay);

    /** A cell that is filled anew whenever there are {@code news}. */
    LinkCell(Texts texts, ObservableValue<?> news) {
        this.texts = texts;
        getStyleClass().add("link-cell");
        line.getStyleClass().add("line");
        name.getStyleClass().add("name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        delay.getStyleClass().add("delay");
        delay.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0); // as wide as the list, however long the name is
        news.addListener((_, _, _) -> fill());
    }

    @Override
    protected void updateItem(@Nullable LinkRow link, boolean empty) {
        super.updateItem(link, empty);
        setGraphic(link == null || empty ? null : line);
        fill();
    }

    private void fill() {
        LinkRow link = getItem();
        if (link != null) {
            name.setText(link.name());
            delay.setText(link.roundTrip()
                    .map(last -> texts.get(new Amount.Delay(last)))
                    .orElse(""));
            setAccessibleText(link.name() + " " + delay.getText());
        }
    }
}

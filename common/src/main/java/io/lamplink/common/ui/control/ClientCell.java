package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.Duration;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One client: lamp, name, address and delay. */
final class ClientCell extends ListCell<ClientItem> {

    private static final PseudoClass EVERYONE = PseudoClass.getPseudoClass("everyone");
    private static final PseudoClass NOBODY = PseudoClass.getPseudoClass("nobody");

    private final Texts texts;
    private final List<ClientItem> rows;
    private final Region dot = new Region();
    private final Label name = new Label();
    private final Label about = new Label();
    private final HBox row = new HBox();

    ClientCell(Texts texts, List<ClientItem> rows) {
        this.texts = texts;
        this.rows = rows;
        getStyleClass().add("client-cell");
        dot.getStyleClass().add("dot");
        name.getStyleClass().add("name");
        about.getStyleClass().add("about");
        VBox words = new VBox(name, about);
        words.setMinWidth(0);
        row.getChildren().addAll(dot, words);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ClientItem client, boolean empty) {
        super.updateItem(client, empty);
        if (client == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        pseudoClassStateChanged(EVERYONE, client.isEveryone());
        pseudoClassStateChanged(NOBODY, client.isEveryone() && rows.size() < 2);
        name.setText(client.isEveryone() ? texts.get("client.everyone.name") : SafeText.line(client.name()));
        about.setText(texts.get(about(client, client.roundTrip())));
        setAccessibleText(name.getText() + ", " + about.getText());
        setGraphic(row);
    }

    private Phrase about(ClientItem client, @Nullable Duration roundTrip) {
        if (client.isEveryone()) {
            return Phrase.of("client.everyone.about", rows.size() - 1);
        }
        if (client.original() && client.name().equals(client.address())) {
            return Phrase.of("client.about.nameless");
        }
        String key = client.original() ? "client.about.original" : "client.about.plain";
        Phrase where = Phrase.of(key, client.address());
        return roundTrip == null ? where : Phrase.of("client.about.delay", where, new Amount.Delay(roundTrip));
    }
}

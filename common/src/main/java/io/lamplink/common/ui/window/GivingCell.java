package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Survey;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A file or a folder in the sheet: picture or icon, name, what is in it, and a button that takes it away. */
final class GivingCell extends ListCell<GivingRow> {

    /** Pixels of a picture, in both directions. */
    static final int PICTURE = 32;

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Texts texts;
    private final Previews previews;
    private final FontIcon icon = new FontIcon(Feather.FILE);
    private final ImageView picture = new ImageView();
    private final Label name = ColourEmoji.in(new Label());
    private final Label about = new Label();
    private final Button remove = new Button();
    private final Tooltip whole = ColourEmoji.in(new Tooltip());
    private final HBox row;
    private Subscription following = Subscription.EMPTY;

    GivingCell(Texts texts, Previews previews, Consumer<GivingRow> onRemove) {
        this.texts = texts;
        this.previews = previews;
        getStyleClass().add("giving-cell");
        name.getStyleClass().add("name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        about.getStyleClass().add("about");
        remove.getStyleClass().add("icon-button");
        remove.setGraphic(new FontIcon(Feather.X));
        remove.setFocusTraversable(false); // The keyboard has Delete; a stop for each row would be too many.
        Tooltip removes = new Tooltip();
        removes.textProperty().bind(remove.accessibleTextProperty());
        remove.setTooltip(removes);
        remove.setOnAction(_ -> {
            if (getItem() != null) {
                onRemove.accept(getItem());
            }
        });
        StackPane sign = new StackPane(icon, picture);
        sign.getStyleClass().add("sign");
        VBox words = new VBox(name, about);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(sign, words, remove);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0); // as wide as the list, however long the name is
    }

    @Override
    protected void updateItem(@Nullable GivingRow item, boolean empty) {
        super.updateItem(item, empty);
        following.unsubscribe();
        if (item == null || empty) {
            following = Subscription.EMPTY;
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
        } else {
            following = item.surveyProperty().subscribe(_ -> show(item));
            setGraphic(row);
            setTooltip(whole);
        }
    }

    private void show(GivingRow item) {
        Survey survey = item.surveyProperty().get();
        name.setText(item.name());
        about.setText(item.about().stream().map(texts::get).collect(Collectors.joining(" · ")));
        pseudoClassStateChanged(FAILED, item.problem() != null);
        Optional<Image> image = previews.of(item);
        picture.setImage(image.orElse(null));
        icon.setVisible(image.isEmpty());
        icon.setIconCode(
                item.problem() != null
                        ? Feather.ALERT_TRIANGLE
                        : survey != null && survey.kind() == Survey.Kind.FOLDER ? Feather.FOLDER : Feather.FILE);
        remove.setAccessibleText(texts.get("give.remove.button", item.name()));
        whole.setText(item.path() + "\n" + about.getText());
        setAccessibleText(item.name() + ", " + about.getText());
    }
}

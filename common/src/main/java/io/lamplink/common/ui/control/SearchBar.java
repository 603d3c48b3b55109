package io.lamplink.common.ui.control;

import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.NamedArg;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Above the log: what to look for, which hit is shown, and the ways to the next ones. It is away while nobody searches. */
public final class SearchBar extends HBox {

    private final Texts texts;
    private final TextField field = new TextField();
    private final ObjectProperty<@Nullable Phrase> position = new SimpleObjectProperty<>(this, "position");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private Runnable onOlder = () -> {};
    private Runnable onNewer = () -> {};
    private Runnable onClose = () -> {};

    /** A bar that speaks as {@code texts} does. */
    public SearchBar(@NamedArg("texts") Texts texts) {
        this.texts = texts;
        getStyleClass().add("search-bar");
        field.setId("searchField");
        field.promptTextProperty().bind(texts.bind("history.search.prompt"));
        field.accessibleTextProperty().bind(texts.bind("history.search.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Label where = new Label();
        where.setId("searchPosition");
        where.getStyleClass().add("position");
        where.setMinWidth(Region.USE_PREF_SIZE);
        where.textProperty().bind(texts.bind(position));
        where.managedProperty().bind(where.textProperty().isNotEmpty());
        Button close = button("searchClose", Feather.X, "history.search.close", () -> onClose.run());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!close.equals(event.getTarget())) {
                press(event);
            }
        });
        getChildren()
                .addAll(
                        Ornament.of(Feather.SEARCH),
                        field,
                        where,
                        button("searchOlder", Feather.CHEVRON_UP, "history.search.older", () -> onOlder.run()),
                        button("searchNewer", Feather.CHEVRON_DOWN, "history.search.newer", () -> onNewer.run()),
                        close);
        visibleProperty().bind(open);
        managedProperty().bind(open);
    }

    private Button button(String id, Feather icon, String key, Runnable action) {
        Button button = IconButtons.make(texts, icon, key);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void press(KeyEvent event) {
        if (Shortcut.NEWER.in(event)) {
            onNewer.run();
            event.consume();
        } else if (Shortcut.OLDER.in(event) && field.equals(event.getTarget())) { // A button is pressed.
            onOlder.run();
            event.consume();
        }
    }

    /** What is looked for. */
    public StringProperty textProperty() {
        return field.textProperty();
    }

    /** Which of how many hits is shown, in words; null for no word. */
    public ObjectProperty<@Nullable Phrase> positionProperty() {
        return position;
    }

    /** Whether the bar is there. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Lets a person type, over what was typed before. */
    public void focusText() {
        field.requestFocus();
        field.selectAll();
    }

    /** Called when the next older hit is wanted. */
    public void setOnOlder(Runnable action) {
        onOlder = action;
    }

    /** Called when the next newer hit is wanted. */
    public void setOnNewer(Runnable action) {
        onNewer = action;
    }

    /** Called when the search is to end. */
    public void setOnClose(Runnable action) {
        onClose = action;
    }
}

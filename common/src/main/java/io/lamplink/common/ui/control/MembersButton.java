package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.NamedArg;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many others are in the room; pressed, who they are. It is away while there is nobody to tell of. */
public final class MembersButton extends Button {

    private static final double ROW_HEIGHT = 28;
    private static final int MOST_ROWS = 10;
    private static final double WIDTH = 240;

    private final Texts texts;
    private final StringProperty ownName = new SimpleStringProperty(this, "ownName", "");
    private final Popup popup = new Popup();
    private final Label heading = new Label();
    private final Label own = ColourEmoji.in(new Label());
    private final ListView<String> list = new ListView<>();
    private final LastSeen lastSeen;
    private final VBox pane = new VBox(heading, own, list);

    /** A button that speaks as {@code texts} does. */
    public MembersButton(@NamedArg("texts") Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("icon-button", "members-button");
        setGraphic(new FontIcon(Feather.USERS));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("members.button.tooltip"));
        setTooltip(tooltip);
        setOnAction(_ -> toggle());
        lastSeen = new LastSeen(texts);
        arrange();
        show(FXCollections.emptyObservableList(), FXCollections.emptyObservableList());
    }

    private void arrange() {
        pane.getStyleClass().add("members");
        pane.setPrefWidth(WIDTH);
        heading.getStyleClass().add("heading");
        own.getStyleClass().add("own");
        own.setWrapText(true);
        own.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("members.own.name", SafeText.line(ownName.get())),
                        ownName,
                        texts.languageProperty()));
        own.visibleProperty().bind(ownName.isNotEmpty());
        own.managedProperty().bind(own.visibleProperty());
        lastSeen.setWrapText(true);
        pane.getChildren().add(lastSeen);
        list.getStyleClass().add("names");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new NameCell());
        list.accessibleTextProperty().bind(heading.textProperty());
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(pane);
    }

    /** Tells of those who are there and of those who have left, and whatever becomes of them. */
    public void show(ObservableList<String> names, ObservableList<LastSeen.Gone> gone) {
        list.setItems(names);
        lastSeen.show(gone);
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(() -> Math.min(names.size(), MOST_ROWS) * ROW_HEIGHT + 2, names));
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("members.button.count", names.size()), names, texts.languageProperty()));
        heading.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("members.list.heading", names.size()), names, texts.languageProperty()));
        accessibleTextProperty().bind(heading.textProperty());
        visibleProperty()
                .bind(Bindings.isNotEmpty(names).or(ownName.isNotEmpty()).or(Bindings.isNotEmpty(gone)));
        managedProperty().bind(visibleProperty());
        visibleProperty().subscribe(visible -> {
            if (!visible) {
                popup.hide();
            }
        });
    }

    /** What this side is called in the room, if that is not its own name; else empty. */
    public StringProperty ownNameProperty() {
        return ownName;
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        pane.getStylesheets().setAll(getScene().getStylesheets());
        Bounds bounds = localToScreen(getBoundsInLocal());
        popup.show(this, bounds.getMaxX() - WIDTH, bounds.getMaxY() + 4);
        list.requestFocus();
    }

    private static final class NameCell extends ListCell<String> {
        private final Tooltip whole = ColourEmoji.in(new Tooltip());

        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            String safe = name == null || empty ? "" : SafeText.line(name);
            setText(safe);
            whole.setText(safe);
            setTooltip(safe.isEmpty() ? null : whole);
            NameColour.show(this, safe.isEmpty() || name == null ? null : NameColour.of(name));
        }

        NameCell() {
            getStyleClass().add("name-cell");
            ColourEmoji.in(this);
            setPrefWidth(0);
        }
    }
}

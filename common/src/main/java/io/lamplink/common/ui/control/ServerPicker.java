package io.lamplink.common.ui.control;

import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.NamedArg;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The button in the address field that opens the list of servers: those on the network, and those that were used before.
 * Alt+Down, Down and F4 in the field open it too. In the list, arrows move, Enter chooses, Delete removes, Escape closes.
 */
public final class ServerPicker extends Button {

    private static final double WIDTH = 320;
    private static final double GAP = 4;

    private static final double TEXT_WIDTH = WIDTH - 24;

    private final Texts texts;
    private final Popup popup = new Popup();
    private final VBox found = new VBox();
    private final VBox recent = new VBox();
    private final Label recentHeading;
    private final Label hint = new Label();
    private final ObjectProperty<@Nullable Phrase> hintPhrase = new SimpleObjectProperty<>(this, "hint");
    private final VBox pane = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private ObservableList<ServerChoice> recentChoices = FXCollections.emptyObservableList();
    private Consumer<ServerChoice> onChoose = _ -> {};
    private Consumer<ServerChoice> onForget = _ -> {};
    private Runnable onOpen = () -> {};
    private Runnable onClose = () -> {};
    private @Nullable TextField field;

    /** A button that speaks as {@code texts} does. */
    public ServerPicker(@NamedArg("texts") Texts texts) {
        this.texts = texts;
        recentHeading = heading("find.recent.heading");
        getStyleClass().addAll("icon-button", "server-picker");
        setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        setFocusTraversable(false); // The field's own keys do the same.
        accessibleTextProperty().bind(texts.bind("find.list.button"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("find.list.button", Shortcut.SERVERS));
        setTooltip(tooltip);
        setOnAction(_ -> toggle());
        arrange();
    }

    private void arrange() {
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.setPrefWidth(TEXT_WIDTH);
        hint.textProperty().bind(texts.bind(hintPhrase));
        hint.visibleProperty().bind(hintPhrase.isNotNull());
        hint.managedProperty().bind(hint.visibleProperty());
        VBox rows = new MenuColumn(heading("find.network.heading"), found, hint, recentHeading, recent);
        rows.getStyleClass().add("rows");
        scroll.setContent(rows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("server-list");
        pane.getChildren().add(scroll);
        pane.setPrefWidth(WIDTH);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(pane);
        popup.setOnHidden(_ -> onClose.run());
    }

    private Label heading(String key) {
        Label label = new Label();
        label.getStyleClass().add("heading");
        label.textProperty().bind(texts.bind(key));
        return label;
    }

    /** Opens below {@code address}, and by its keys. Called once. */
    public void attachTo(TextField address) {
        field = address;
        address.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.SERVERS.in(event) && !isDisabled()) {
                toggle();
                event.consume();
            }
        });
    }

    /** Shows these and whatever becomes of them. Called once. */
    public void show(ObservableList<ServerChoice> onNetwork, ObservableList<ServerChoice> usedBefore) {
        recentChoices = usedBefore;
        onNetwork.subscribe(() -> fill(found, onNetwork, false));
        usedBefore.subscribe(this::fillRecent);
        texts.languageProperty().subscribe(() -> {
            found.getChildren().clear();
            recent.getChildren().clear();
            fill(found, onNetwork, false);
            fillRecent();
        });
        fill(found, onNetwork, false);
        fillRecent();
    }

    /** What is said where no server on the network is listed, or null. */
    public void hint(ObservableValue<@Nullable Phrase> phrase) {
        hintPhrase.bind(phrase);
    }

    /** Called with what was chosen. */
    public void setOnChoose(Consumer<ServerChoice> action) {
        onChoose = action;
    }

    /** Called with what is to be removed from those that were used before. */
    public void setOnForget(Consumer<ServerChoice> action) {
        onForget = action;
    }

    /** Called when the list opens and when it closes. */
    public void setOnOpenAndClose(Runnable opened, Runnable closed) {
        onOpen = opened;
        onClose = closed;
    }

    private void fillRecent() {
        fill(recent, recentChoices, true);
        recentHeading.setVisible(!recentChoices.isEmpty());
        recentHeading.setManaged(!recentChoices.isEmpty());
    }

    /** Rows that stay are the same nodes as before, so that the focus stays where it is. */
    private void fill(VBox rows, List<ServerChoice> choices, boolean removable) {
        List<Node> wanted = new ArrayList<>();
        for (ServerChoice choice : choices) {
            wanted.add(rows(rows)
                    .filter(row -> row.choice().equals(choice))
                    .findFirst()
                    .orElseGet(() -> row(choice, removable)));
        }
        boolean hadFocus = rows(rows).anyMatch(row -> row.button().isFocused() && !wanted.contains(row));
        rows.getChildren().setAll(wanted);
        if (hadFocus) {
            focusFirst();
        }
        if (popup.isShowing()) {
            popup.sizeToScene();
        }
    }

    private ServerRow row(ServerChoice choice, boolean removable) {
        ServerRow row = new ServerRow(choice, texts, () -> choose(choice));
        return removable ? row.withRemove(texts, () -> onForget.accept(choice)) : row;
    }

    private void choose(ServerChoice choice) {
        popup.hide();
        onChoose.accept(choice);
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        Node anchor = field == null ? this : field;
        pane.getStylesheets().setAll(getScene().getStylesheets());
        Bounds bounds = anchor.localToScreen(anchor.getBoundsInLocal());
        onOpen.run();
        popup.show(this, bounds.getMinX(), bounds.getMaxY() + GAP);
        focusFirst();
    }

    private void focusFirst() {
        all().findFirst().ifPresentOrElse(row -> row.button().requestFocus(), pane::requestFocus);
    }

    private void onKey(KeyEvent event) {
        List<ServerRow> rows = all().toList();
        int at = rows.stream().map(row -> row.button().isFocused()).toList().indexOf(true);
        int last = rows.size() - 1;
        switch (event.getCode()) {
            case DOWN -> focus(rows, Math.min(at + 1, last));
            case UP -> focus(rows, Math.max(at - 1, 0));
            case HOME -> focus(rows, 0);
            case END -> focus(rows, last);
            case F4 -> popup.hide();
            case ENTER -> {
                if (at >= 0) {
                    rows.get(at).button().fire();
                }
            }
            default -> {
                if (Shortcut.FORGET.in(event)) {
                    forget(rows, at);
                    break;
                }
                return;
            }
        }
        event.consume();
    }

    private void forget(List<ServerRow> rows, int at) {
        if (at >= 0 && recent.getChildren().contains(rows.get(at))) {
            onForget.accept(rows.get(at).choice());
            focus(all().toList(), Math.min(at, rows.size() - 2));
        }
    }

    private void focus(List<ServerRow> rows, int index) {
        if (index >= 0 && index < rows.size()) {
            Button button = rows.get(index).button();
            button.requestFocus();
            bringIntoSight(rows.get(index));
        }
    }

    private void bringIntoSight(Node row) {
        Node content = scroll.getContent();
        double hidden = content.getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            double top = content.sceneToLocal(row.localToScene(0, 0)).getY();
            scroll.setVvalue(Math.clamp((top - scroll.getViewportBounds().getHeight() / 2) / hidden, 0, 1));
        }
    }

    private Stream<ServerRow> all() {
        return Stream.concat(rows(found), rows(recent));
    }

    private static Stream<ServerRow> rows(VBox box) {
        return box.getChildren().stream().map(ServerRow.class::cast);
    }
}

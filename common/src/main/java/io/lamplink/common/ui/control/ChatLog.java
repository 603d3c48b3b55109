package io.lamplink.common.ui.control;

import io.lamplink.common.history.HistoryQuery;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Texts;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.beans.NamedArg;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The chat log: what was said and what happened, oldest first. Only the lines in sight are nodes. It follows the newest
 * line while that is in sight, and otherwise offers to go there.
 */
public final class ChatLog extends StackPane {

    private static final int PULSES_TO_SETTLE = 4;

    private final Texts texts;
    private final ListView<ChatEntry> list = new ListView<>();
    private final Button toNewest = new Button();
    private final Settling settling = new Settling();
    private final LinePlace place = new LinePlace(list, this::requestLayout);
    private final Map<UUID, Integer> steps = new HashMap<>();
    private Consumer<URI> onLink = _ -> {};
    private HistoryQuery looked = HistoryQuery.of("");
    private @Nullable UUID found;
    private final IntegerProperty look = new SimpleIntegerProperty(this, "look");
    private Runnable onOldest = () -> {};
    private boolean followsNewest = true;
    private boolean byHand;
    private @Nullable ScrollBar scrollBar;

    /** A log that speaks as {@code texts} does. */
    public ChatLog(@NamedArg("texts") Texts texts) {
        this.texts = texts;
        getStyleClass().add("chat-log");
        list.getStyleClass().add("entries");
        list.setCellFactory(_ -> new ChatCell(this, texts, address -> onLink.accept(address)));
        list.accessibleTextProperty().bind(texts.bind("chat.log.accessible"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnKey);
        list.setContextMenu(menu());
        list.setPlaceholder(nothingYet());
        list.addEventFilter(ScrollEvent.ANY, this::scrollByHand);
        list.addEventFilter(KeyEvent.KEY_PRESSED, _ -> takeOver());
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            takeOver();
            cells().forEach(ChatCell::clearSelection);
        });
        list.heightProperty().subscribe(this::stayAtNewest);
        list.widthProperty().subscribe(this::stayAtNewest);
        toNewest.getStyleClass().addAll("to-newest");
        toNewest.setGraphic(new FontIcon(Feather.ARROW_DOWN));
        toNewest.textProperty().bind(texts.bind("chat.log.newest"));
        toNewest.setOnAction(_ -> goToNewest());
        toNewest.setVisible(false);
        setAlignment(toNewest, Pos.BOTTOM_CENTER);
        getChildren().addAll(list, toNewest);
        texts.languageProperty().subscribe(this::refresh);
        setItems(FXCollections.observableArrayList());
    }

    /** Shows {@code entries} and whatever becomes of them. */
    public void setItems(ObservableList<ChatEntry> entries) {
        list.setItems(entries);
        entries.addListener((ListChangeListener<ChatEntry>) this::onChange);
        goToNewest();
    }

    /** Opens what was clicked; web addresses only. */
    public void setOnLink(Consumer<URI> opener) {
        onLink = opener;
    }

    /** Called when somebody scrolls to the oldest lines. */
    public void setOnOldest(Runnable action) {
        onOldest = action;
    }

    /** Marks the words of {@code query} wherever they stand. */
    public void mark(HistoryQuery query) {
        looked = query;
        look.set(look.get() + 1);
    }

    /** Shows the line with that id as what was looked for; none for null. */
    public void reveal(@Nullable UUID line) {
        found = line;
        look.set(look.get() + 1);
        byHand = false;
        for (int i = 0; line != null && i < list.getItems().size(); i++) {
            if (list.getItems().get(i).id().equals(line)) {
                followsNewest = i == list.getItems().size() - 1;
                toNewest.setVisible(!followsNewest);
                place.show(i, list.getHeight() / 3);
                return;
            }
        }
    }

    /** Changes whenever the same lines look otherwise than before. */
    ReadOnlyIntegerProperty lookProperty() {
        return look;
    }

    HistoryQuery looked() {
        return looked;
    }

    boolean isFound(ChatEntry entry) {
        return entry.id().equals(found);
    }

    /** What the log says, one string a line, in the present language. */
    public List<String> lines() {
        return list.getItems().stream().map(this::written).toList();
    }

    Excerpt excerpt(UUID id, String whole) {
        return Excerpt.of(whole, steps.getOrDefault(id, 0));
    }

    /** Shows more of a message, or copies it where it is too long to be shown. */
    void showMore(ChatEntry entry, String whole) {
        if (!excerpt(entry.id(), whole).grows()) {
            toClipboard(text(entry));
            return;
        }
        steps.merge(entry.id(), 1, Integer::sum);
        followsNewest = false;
        list.refresh();
    }

    private void onChange(ListChangeListener.Change<? extends ChatEntry> change) {
        byHand = false;
        while (change.next()) {
            boolean before = change.wasAdded()
                    && change.getFrom() == 0
                    && change.getTo() < list.getItems().size();
            if (before && !followsNewest) {
                place.keep(change.getAddedSize());
            }
        }
        if (list.getItems().isEmpty()) {
            steps.clear();
            followsNewest = true;
        }
        stayAtNewest();
        toNewest.setVisible(!followsNewest);
    }

    private void goToNewest() {
        followsNewest = true;
        toNewest.setVisible(false);
        settling.begin();
    }

    /**
     * The heights of lines that were never laid out are guesses, and the list corrects them pulse by pulse; so one jump to
     * the end falls short of it. This jumps again until the guesses are none.
     */
    private final class Settling extends AnimationTimer {
        private int pulses;

        void begin() {
            pulses = PULSES_TO_SETTLE;
            start();
        }

        @Override
        public void handle(long now) {
            if (!followsNewest || pulses-- <= 0) {
                stop();
            } else {
                jump();
            }
        }

        private void jump() {
            int newest = list.getItems().size() - 1;
            if (newest < 0 || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
                return;
            }
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (last == null || last.getIndex() != newest) {
                flow.scrollTo(newest);
            } else {
                flow.scrollPixels(last.getLayoutY() + last.getHeight() - flow.getHeight());
            }
        }
    }

    private void refresh() {
        list.refresh();
        stayAtNewest();
    }

    private void stayAtNewest() {
        byHand = false;
        if (followsNewest) {
            goToNewest();
        }
    }

    /** From now on somebody else decides what is in sight. */
    private void takeOver() {
        byHand = true;
        place.forget();
    }

    /** Where everything fits in, nothing scrolls, and still there may be more. */
    private void scrollByHand(ScrollEvent event) {
        takeOver();
        if (event.getDeltaY() > 0) {
            askForEarlier();
        }
    }

    private void askForEarlier() {
        if (place.isNearTheFirst()) {
            onOldest.run();
        }
    }

    private void followByHand() {
        if (byHand) {
            followsNewest = isAtEnd();
            toNewest.setVisible(!followsNewest && toNewest.isVisible());
            askForEarlier();
        }
    }

    private boolean isAtEnd() {
        ScrollBar bar = scrollBar;
        return bar == null || !bar.isVisible() || bar.getValue() >= bar.getMax() - 1e-3;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (scrollBar == null) {
            findScrollBar();
        }
        place.layOut();
    }

    private void findScrollBar() {
        for (Node node : list.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                scrollBar = bar;
                bar.valueProperty().subscribe(this::followByHand);
            }
        }
    }

    private void copyOnKey(KeyEvent event) {
        if (Shortcut.COPY.in(event)) {
            copy();
            event.consume();
        }
    }

    /** Copies what is selected with the mouse, or else the chosen line as a whole. */
    private void copy() {
        String selected = cells().map(ChatCell::selectedText).collect(Collectors.joining());
        ChatEntry chosen = list.getSelectionModel().getSelectedItem();
        if (!selected.isEmpty()) {
            toClipboard(selected);
        } else if (chosen != null) {
            toClipboard(text(chosen));
        }
    }

    private VBox nothingYet() {
        Label title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(texts.bind("chat.empty.title"));
        Label detail = new Label();
        detail.getStyleClass().add("detail");
        detail.textProperty().bind(texts.bind("chat.empty.detail"));
        VBox nothing = new VBox(title, detail);
        nothing.getStyleClass().add("empty-state");
        return nothing;
    }

    private Stream<ChatCell> cells() {
        return list.lookupAll(".chat-cell").stream()
                .filter(ChatCell.class::isInstance)
                .map(ChatCell.class::cast);
    }

    private static void toClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private ContextMenu menu() {
        MenuItem copy = new MenuItem();
        copy.textProperty().bind(texts.bind("chat.menu.copy"));
        copy.setAccelerator(Shortcut.COPY.keys());
        copy.setOnAction(_ -> copy());
        MenuItem copyAll = new MenuItem();
        copyAll.textProperty().bind(texts.bind("chat.menu.copy-all"));
        copyAll.setOnAction(_ -> toClipboard(String.join("\n", lines())));
        ContextMenu menu = new ContextMenu(copy, copyAll);
        menu.setOnShowing(_ -> {
            menu.getItems().setAll(copy, copyAll);
            menu.getItems().addAll(linkItems());
        });
        return menu;
    }

    private List<MenuItem> linkItems() {
        ChatEntry chosen = list.getSelectionModel().getSelectedItem();
        return chosen == null
                ? List.of()
                : ChatLines.links(chosen).stream().limit(5).map(this::linkItem).toList();
    }

    private MenuItem linkItem(URI address) {
        MenuItem item = new MenuItem(texts.get("chat.menu.open", address.toString()));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> onLink.accept(address));
        return item;
    }

    private String text(ChatEntry entry) {
        return ChatLines.text(entry, texts);
    }

    private String written(ChatEntry entry) {
        return ChatLines.written(entry, texts);
    }
}

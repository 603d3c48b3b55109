package io.lamplink.common.ui.control;

import io.lamplink.common.history.HistoryQuery;
import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Texts;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.NamedArg;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The chat log: what was said and what happened, oldest first. Only the lines in sight are nodes. It follows the newest
 * line while that is in sight, and otherwise offers to go there and says how many messages have come.
 */
public final class ChatLog extends StackPane {

    private final Texts texts;
    private final ListView<ChatEntry> list = new ListView<>();
    private final Button toNewest = new Button();
    private final LogTail tail = new LogTail(list, this::scrolled);
    private final LinePlace place = new LinePlace(list, this::requestLayout);
    private final LogSelection selection = new LogSelection();
    private final Unread unread = new Unread();
    private final Map<UUID, Integer> steps = new HashMap<>();
    private final ObjectProperty<@Nullable LocalDate> today = new SimpleObjectProperty<>(this, "today");
    private final BooleanProperty inFront = new SimpleBooleanProperty(this, "inFront");
    private Consumer<URI> onLink = _ -> {};
    private HistoryQuery looked = HistoryQuery.of("");
    private @Nullable UUID found;
    private final IntegerProperty look = new SimpleIntegerProperty(this, "look");
    private Runnable onOldest = () -> {};
    private Consumer<ChatEntry.Own> onRetry = _ -> {};
    private @Nullable Thumbnails pictures;
    private Consumer<UUID> onPicture = _ -> {};

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
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> takeOver());
        new SelectingHand(list, selection);
        ListFlow.chooseOnEntry(list);
        toNewest.getStyleClass().addAll("to-newest");
        toNewest.setGraphic(new FontIcon(Feather.ARROW_DOWN));
        toNewest.setOnAction(_ -> showNewest());
        setAlignment(toNewest, Pos.BOTTOM_CENTER);
        getChildren().addAll(list, toNewest);
        tail.followsProperty().subscribe(this::look);
        inFront.bind(sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .orElse(false));
        inFront.subscribe(this::look);
        today.subscribe(this::lookAgain);
        texts.languageProperty().subscribe(this::refresh);
        setItems(FXCollections.observableArrayList());
    }

    /** Shows {@code entries} and whatever becomes of them. */
    public void setItems(ObservableList<ChatEntry> entries) {
        list.setItems(entries);
        entries.addListener((ListChangeListener<ChatEntry>) this::onChange);
        tail.go();
    }

    /** Goes to the newest line, and shows each that comes until somebody scrolls. */
    public void showNewest() {
        place.forget();
        tail.go();
    }

    /** Opens what was clicked; web addresses only. */
    public void setOnLink(Consumer<URI> opener) {
        onLink = opener;
    }

    /** Called when somebody scrolls to the oldest lines. */
    public void setOnOldest(Runnable action) {
        onOldest = action;
    }

    /** Sends a message once more that did not reach everybody. */
    public void setOnRetry(Consumer<ChatEntry.Own> action) {
        onRetry = action;
    }

    /**
     * Shows files that have arrived small.
     *
     * @param opener gets the transfer of a picture that was pressed
     */
    public void setPictures(Thumbnails thumbnails, Consumer<UUID> opener) {
        pictures = thumbnails;
        onPicture = opener;
        thumbnails.setOnChange(this::lookAgain);
    }

    /** What is known of a picture; nothing while it is read. */
    Optional<Thumbnails.Picture> picture(UUID transfer) {
        return pictures == null ? Optional.of(new Thumbnails.Picture(null)) : pictures.of(transfer);
    }

    void openPicture(UUID transfer) {
        onPicture.accept(transfer);
    }

    /** Whether the newest line is kept in sight. */
    public ReadOnlyBooleanProperty newestInSightProperty() {
        return tail.followsProperty();
    }

    /** Which day it is; while that is not known, no lines say where a day begins. */
    public ObjectProperty<@Nullable LocalDate> todayProperty() {
        return today;
    }

    /** Marks the words of {@code query} wherever they stand. */
    public void mark(HistoryQuery query) {
        looked = query;
        lookAgain();
    }

    /** Shows the line with that id as what was looked for; none for null. */
    public void reveal(@Nullable UUID line) {
        found = line;
        lookAgain();
        for (int i = 0; line != null && i < list.getItems().size(); i++) {
            if (list.getItems().get(i).id().equals(line)) {
                tail.leave(i == list.getItems().size() - 1);
                place.show(i, list.getHeight() / 3);
                return;
            }
        }
    }

    /** Changes whenever the same lines look otherwise than before. */
    ReadOnlyIntegerProperty lookProperty() {
        return look;
    }

    private void lookAgain() {
        look.set(look.get() + 1);
    }

    HistoryQuery looked() {
        return looked;
    }

    boolean isFound(ChatEntry entry) {
        return entry.id().equals(found);
    }

    /** Whether its window has the keyboard. */
    BooleanProperty inFrontProperty() {
        return inFront;
    }

    LogSelection selection() {
        return selection;
    }

    /** What to write above line {@code index} because a day begins there; empty if none does. */
    String dayAbove(int index) {
        LocalDate now = today.get();
        return now == null || index < 0 || index >= list.getItems().size()
                ? ""
                : DayLines.before(list.getItems(), index, now, texts)
                        .map(day -> DayLines.name(day, now, texts))
                        .orElse("");
    }

    boolean isFirstUnread(ChatEntry entry) {
        return unread.isFirst(entry);
    }

    void retry(ChatEntry.Own message) {
        list.requestFocus(); // Before its button goes: the next one may be anywhere.
        onRetry.accept(message);
    }

    /** What the log says, one string a line, in the present language. */
    public List<String> lines() {
        return list.getItems().stream()
                .map(entry -> ChatLines.written(entry, texts))
                .toList();
    }

    Excerpt excerpt(UUID id, String whole) {
        return Excerpt.of(whole, steps.getOrDefault(id, 0));
    }

    /** Shows more of a message, or copies it where it is too long to be shown. */
    void showMore(ChatEntry entry, String whole) {
        if (!excerpt(entry.id(), whole).grows()) {
            CopyButton.copy(ChatLines.text(entry, texts));
            return;
        }
        steps.merge(entry.id(), 1, Integer::sum);
        tail.leave(false);
        list.refresh();
    }

    private void onChange(ListChangeListener.Change<? extends ChatEntry> change) {
        while (change.next()) {
            selection.shift(change.getFrom(), change.getRemovedSize(), change.getAddedSize());
            int lines = list.getItems().size();
            if (change.wasAdded() && !change.wasReplaced()) {
                added(change, lines);
            }
        }
        if (list.getItems().isEmpty()) {
            steps.clear();
            unread.clear();
            tail.leave(true);
        }
        tail.stay();
        showToNewest();
    }

    private void added(ListChangeListener.Change<? extends ChatEntry> change, int lines) {
        if (change.getFrom() == 0 && change.getTo() < lines) {
            if (!tail.follows()) {
                place.keep(change.getAddedSize());
            }
        } else if (change.getFrom() > 0 && change.getTo() == lines && unread.came(change.getAddedSubList())) {
            lookAgain();
        }
    }

    /** Whether somebody sees the newest line may be another matter now. */
    private void look() {
        unread.look(tail.follows() && inFront.get());
        showToNewest();
    }

    private void showToNewest() {
        toNewest.setVisible(!tail.follows());
        int count = unread.count();
        toNewest.setText(texts.get(count == 0 ? "chat.log.newest" : "chat.log.new", count));
    }

    private void refresh() {
        list.refresh();
        showToNewest();
        tail.stay();
    }

    /** From now on somebody else decides what is in sight. */
    private void takeOver() {
        tail.takeOver();
        place.forget();
    }

    /** Where everything fits in, nothing scrolls, and still there may be more. */
    private void scrollByHand(ScrollEvent event) {
        takeOver();
        if (event.getDeltaY() > 0) {
            scrolled();
        }
    }

    private void scrolled() {
        if (place.isNearTheFirst()) {
            onOldest.run();
        }
    }

    @Override
    protected void layoutChildren() {
        tail.aim();
        super.layoutChildren();
        tail.watch();
        place.layOut();
    }

    private void copyOnKey(KeyEvent event) {
        if (Shortcut.COPY.in(event)) {
            copy();
            event.consume();
        }
    }

    /** Copies what is selected, or else the chosen line as a whole. */
    private void copy() {
        ChatEntry chosen = list.getSelectionModel().getSelectedItem();
        if (!selection.isEmpty()) {
            CopyButton.copy(SelectedLines.copy(list.getItems(), selection, this::shown, texts));
        } else if (chosen != null) {
            CopyButton.copy(ChatLines.text(chosen, texts));
        }
    }

    /** The text of a line as far as it is shown; null for a line whose text is not shown as one. */
    private @Nullable String shown(ChatEntry entry) {
        return switch (entry) {
            case ChatEntry.ThisComputer _, ChatEntry.Divider _ -> null;
            case ChatEntry.Notice notice -> SafeText.line(texts.get(notice.phrase()));
            case ChatEntry.Own own -> excerpt(own.id(), own.text()).text();
            case ChatEntry.Theirs theirs -> excerpt(theirs.id(), theirs.text()).text();
        };
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

    private ContextMenu menu() {
        MenuItem copy = new MenuItem();
        copy.textProperty().bind(texts.bind("chat.menu.copy"));
        copy.setAccelerator(Shortcut.COPY.keys());
        copy.setOnAction(_ -> copy());
        MenuItem copyAll = new MenuItem();
        copyAll.textProperty().bind(texts.bind("chat.menu.copy-all"));
        copyAll.setOnAction(_ -> CopyButton.copy(String.join("\n", lines())));
        ContextMenu menu = new ContextMenu(copy, copyAll);
        menu.setOnShowing(_ -> {
            menu.getItems().setAll(copy, copyAll);
            menu.getItems().addAll(retryItems());
            menu.getItems().addAll(linkItems());
        });
        return menu;
    }

    private List<MenuItem> retryItems() {
        if (!(list.getSelectionModel().getSelectedItem() instanceof ChatEntry.Own own)
                || own.delivery() != ChatEntry.Delivery.FAILED) {
            return List.of();
        }
        MenuItem item = new MenuItem(texts.get("chat.retry.button"));
        item.setOnAction(_ -> retry(own));
        return List.of(item);
    }

    private List<MenuItem> linkItems() {
        ChatEntry chosen = list.getSelectionModel().getSelectedItem();
        return chosen == null
                ? List.of()
                : ChatLines.links(chosen).stream().limit(5).map(this::linkItem).toList();
    }

    private MenuItem linkItem(URI address) {
        MenuItem item = new MenuItem(texts.get("chat.menu.open", ChatLines.brief(address)));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> onLink.accept(address));
        return item;
    }
}

package io.lamplink.common.ui.control;

import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.NamedArg;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The server's clients, below "Everyone". The chosen ones are those who are written to; with none chosen that is everyone.
 * Only rows in sight are nodes. With many clients there is a field to find one; who is not found stays chosen.
 */
public final class ClientList extends VBox {

    /** From how many clients on there is a field to find one. */
    static final int FILTER_FROM = 9;

    private final Texts texts;
    private final EveryoneButton everyone;
    private final TextField filter = new TextField();
    private final ListView<ClientRow> list = new ListView<>();
    private final ClientMenu menu;
    private final NextPulse pulse = new NextPulse();
    private final ObjectProperty<Set<UUID>> chosen = new SimpleObjectProperty<>(this, "chosen", Set.of());
    private final ObjectProperty<Phrase> hint =
            new SimpleObjectProperty<>(this, "hint", Phrase.of("client.empty.idle"));
    private FilteredList<ClientRow> shown = new FilteredList<>(FXCollections.observableArrayList());
    private @Nullable ClientActions actions;
    private boolean applying;
    private long fills;

    /** A list that speaks as {@code texts} does. */
    public ClientList(@NamedArg("texts") Texts texts) {
        this.texts = texts;
        menu = new ClientMenu(texts);
        everyone = new EveryoneButton(texts);
        everyone.setOnAction(_ -> choose(Set.of()));
        takeDrops(everyone, Set::of);
        getStyleClass().add("client-list");
        filter.setId("clientFilter");
        filter.promptTextProperty().bind(texts.bind("client.filter.prompt"));
        filter.accessibleTextProperty().bind(texts.bind("client.filter.prompt"));
        filter.textProperty().subscribe(this::find);
        filter.setOnAction(_ -> list.requestFocus());
        filter.setMinHeight(USE_PREF_SIZE);
        arrangeList();
        getChildren().addAll(everyone, filter, list);
        Stream.of(everyone, filter).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        chosen.subscribe(this::apply);
        texts.languageProperty().subscribe(this::refresh);
    }

    /**
     * Lets files be dropped on a row.
     *
     * @param clients whose row it is, an empty set for everyone; null if it is nobody's
     */
    void takeDrops(Node row, Supplier<@Nullable Set<UUID>> clients) {
        FileDrop.on(
                row,
                () -> clients.get() != null,
                over -> {
                    if (actions != null) {
                        actions.pointAt(over ? clients.get() : null);
                    }
                },
                files -> {
                    Set<UUID> them = clients.get();
                    if (actions != null && them != null) {
                        actions.give(them, files);
                    }
                });
    }

    /** Whether so many clients have a field to find one of them. */
    public static boolean hasFilter(int clients) {
        return clients >= FILTER_FROM;
    }

    private void arrangeList() {
        list.getStyleClass().add("clients");
        list.accessibleTextProperty().bind(texts.bind("client.list.accessible"));
        list.setCellFactory(_ -> new ClientCell(texts, this));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<ClientRow>) _ -> tell());
        list.setPlaceholder(nobody());
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.isSecondaryButtonDown()) {
                press.consume(); // Looking at what can be done with a client must not change who is written to.
            }
        });
        list.setOnContextMenuRequested(this::showMenu);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        setVgrow(list, Priority.ALWAYS);
    }

    private Node nobody() {
        Label title = new Label();
        title.getStyleClass().add("title");
        Label detail = new Label();
        detail.getStyleClass().add("detail");
        detail.setWrapText(true);
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(filter.getText().isBlank() ? "client.empty.title" : "client.filter.nobody"),
                        texts.languageProperty(),
                        filter.textProperty()));
        detail.textProperty().bind(texts.bind(hint));
        detail.visibleProperty().bind(filter.visibleProperty().not());
        detail.managedProperty().bind(detail.visibleProperty());
        VBox nothing = new VBox(title, detail);
        nothing.getStyleClass().add("empty-state");
        return nothing;
    }

    /** Shows {@code clients} and whatever becomes of them. Called once. */
    public void show(ObservableList<ClientRow> clients, ClientActions actions) {
        this.actions = actions;
        menu.setActions(actions);
        // While rows come and go the selection of the list wanders; nobody must be written to for that. So this
        // listener is
        // the first of all, and the one that puts the selection right is the last.
        clients.addListener((ListChangeListener<ClientRow>) _ -> applying = true);
        shown = new FilteredList<>(clients);
        list.setItems(shown);
        clients.addListener((ListChangeListener<ClientRow>) _ -> counted(clients.size()));
        counted(clients.size());
    }

    /** Who is written to; nobody in particular means everyone. Who follows what a person chose sets it. */
    public ObjectProperty<Set<UUID>> chosenProperty() {
        return chosen;
    }

    /** What to do while there are no clients. */
    public ObjectProperty<Phrase> hintProperty() {
        return hint;
    }

    private void counted(int clients) {
        everyone.count(clients);
        everyone.setVisible(clients > 0);
        filter.setVisible(hasFilter(clients));
        if (!hasFilter(clients)) {
            filter.clear();
        }
        apply();
    }

    private void find() {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        applying = true;
        shown.setPredicate(wanted.isEmpty() ? null : row -> matches(row.item(), wanted));
        apply();
    }

    private static boolean matches(ClientItem client, String wanted) {
        return client.name().toLowerCase(Locale.ROOT).contains(wanted)
                || client.address().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Lets the rows of those who are chosen be selected, and no others. */
    private void apply() {
        applying = true;
        Set<UUID> wanted = chosen.get();
        everyone.setSelected(wanted.isEmpty());
        if (!selected().equals(wanted)) {
            list.getSelectionModel().clearSelection();
            for (int i = 0; i < shown.size() && !wanted.isEmpty(); i++) {
                if (wanted.contains(shown.get(i).id())) {
                    list.getSelectionModel().select(i);
                }
            }
        }
        applying = false;
    }

    private Set<UUID> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(ClientRow::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void tell() {
        if (!applying) {
            choose(selected());
        }
    }

    private void choose(Set<UUID> clients) {
        if (actions != null) {
            actions.choose(clients);
        }
        everyone.setSelected(chosen.get().isEmpty());
    }

    private void onKey(KeyEvent event) {
        int at = list.getFocusModel().getFocusedIndex();
        boolean plain = !event.isShiftDown() && !event.isShortcutDown();
        boolean handled = switch (event.getCode()) {
            case SPACE -> Shortcut.CHOOSE.in(event) && toggle(at);
            case ENTER -> Shortcut.WRITE.in(event) && act(at);
            case DOWN -> plain && selected().isEmpty() && select(Math.max(0, at));
            case UP -> plain && at <= 0 && backToEveryone();
            default -> false;
        };
        if (handled) {
            event.consume();
        }
    }

    private boolean toggle(int index) {
        if (index < 0 || index >= shown.size()) {
            return false;
        }
        Set<UUID> now = new HashSet<>(chosen.get());
        UUID id = shown.get(index).id();
        if (!now.remove(id)) {
            now.add(id);
        }
        choose(Set.copyOf(now));
        list.getFocusModel().focus(index);
        return true;
    }

    private boolean act(int index) {
        if (actions == null || index < 0 || index >= shown.size()) {
            return false;
        }
        actions.write(shown.get(index).id());
        return true;
    }

    private boolean select(int index) {
        if (index >= shown.size()) {
            return false;
        }
        list.getSelectionModel().clearAndSelect(index);
        return true;
    }

    private boolean backToEveryone() {
        choose(Set.of());
        everyone.requestFocus();
        return true;
    }

    private void showMenu(ContextMenuEvent event) {
        int index = list.getFocusModel().getFocusedIndex();
        ClientRow row = event.isKeyboardTrigger()
                ? index >= 0 && index < shown.size() ? shown.get(index) : null
                : cellAt(event.getTarget());
        if (row == null) {
            return;
        }
        if (event.isKeyboardTrigger()) {
            cells().filter(cell -> cell.getItem() == row).findFirst().ifPresent(cell -> showMenu(row, cell));
        } else {
            menu.show(row.item(), list, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private static @Nullable ClientRow cellAt(Object target) {
        Node node = target instanceof Node start ? start : null;
        while (node != null && !(node instanceof ClientCell)) {
            node = node.getParent();
        }
        return node instanceof ClientCell cell ? cell.getItem() : null;
    }

    /** Opens what can be done with a client, below {@code anchor}. */
    void showMenu(ClientRow row, Node anchor) {
        Bounds bounds = anchor.localToScreen(anchor.getBoundsInLocal());
        menu.show(row.item(), anchor, bounds.getMinX(), bounds.getMaxY());
    }

    /** Called when somebody who was chosen is to be written to: a row was clicked twice, or a letter typed, which follows. */
    public void setOnPicked(Runnable action) {
        addEventFilter(
                MouseEvent.MOUSE_CLICKED,
                click -> { // A cell keeps its clicks to itself.
                    if (click.getButton() == MouseButton.PRIMARY
                            && click.getClickCount() == 2
                            && isRow(click.getTarget())) {
                        action.run();
                    }
                });
        addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (isLetter(event) && !(event.getTarget() instanceof TextInputControl)) {
                event.consume();
                action.run();
                Node owner = getScene().getFocusOwner();
                owner.fireEvent(event.copyFor(owner, owner));
            }
        });
    }

    /** Whether it begins a word; Space chooses a row. */
    private static boolean isLetter(KeyEvent event) {
        String typed = event.getCharacter();
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        return plain && !typed.isEmpty() && !Character.isISOControl(typed.charAt(0)) && !typed.isBlank();
    }

    /** Whether it is the row of somebody or of everyone, and no button in it. */
    private boolean isRow(Object target) {
        Node node = target instanceof Node start ? start : null;
        while (node != null && !(node instanceof ButtonBase) && !(node instanceof ClientCell)) {
            node = node.getParent();
        }
        return everyone.equals(node) || (node instanceof ClientCell cell && cell.getItem() != null);
    }

    /** Lets a cell be filled at the next pulse. */
    void fillSoon(Runnable fill) {
        pulse.add(fill);
    }

    void countFill() {
        fills++;
    }

    /** How often a cell was filled, for tests. */
    long fills() {
        return fills;
    }

    private void refresh() {
        cells().forEach(ClientCell::growStale);
    }

    private Stream<ClientCell> cells() {
        return List.copyOf(list.lookupAll(".client-cell")).stream()
                .filter(ClientCell.class::isInstance)
                .map(ClientCell.class::cast);
    }
}

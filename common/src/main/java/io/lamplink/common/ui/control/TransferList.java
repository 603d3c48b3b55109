package io.lamplink.common.ui.control;

import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.beans.NamedArg;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Transfers, one card each, in the order of the rows. Only cards in sight are nodes, and they are filled anew at most some
 * 30 times a second, however fast their transfers move. A button that has the focus keeps it: while its transfer moves, and
 * while its card is pushed along by new ones.
 */
public final class TransferList extends VBox {

    static final Duration ARRIVAL = Duration.millis(220);
    private static final long LEAST_NANOS_BETWEEN = 25_000_000; // every other pulse of a usual screen
    private static final int PULSES_TO_FIND = 6;

    private final Texts texts;
    private final ListView<TransferRow> list = new ListView<>();
    private final ObjectProperty<Phrase> heading =
            new SimpleObjectProperty<>(this, "heading", Phrase.of("transfer.list.heading"));
    private final Map<UUID, Long> arrivals = new LinkedHashMap<>();
    private final ListChangeListener<TransferRow> onChange = this::note;
    private final Filler filler = new Filler();
    private final Set<UUID> expanded = new HashSet<>();
    private int cellsMade;
    private long fills;

    /** A list that speaks as {@code texts} does. */
    public TransferList(@NamedArg("texts") Texts texts) {
        this.texts = texts;
        getStyleClass().add("transfer-list");
        Label title = new Label();
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.textProperty().bind(texts.bind(heading));
        list.getStyleClass().add("cards");
        list.accessibleTextProperty().bind(title.textProperty());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::enterCard);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveCard);
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, list);
        texts.languageProperty().subscribe(() -> cells().forEach(TransferCell::growStale));
    }

    /** Shows {@code transfers}, the first one at the top, and whatever becomes of them; buttons ask {@code actions}. */
    public void show(ObservableList<TransferRow> transfers, TransferActions actions) {
        list.getItems().removeListener(onChange);
        list.setCellFactory(_ -> {
            cellsMade++;
            return new TransferCell(this, new TransferCard(texts, actions, list));
        });
        list.setItems(transfers);
        transfers.addListener(onChange);
    }

    /** What stands above the cards. */
    public ObjectProperty<Phrase> headingProperty() {
        return heading;
    }

    /** How many cells there are or have been, for tests. */
    int cellsMade() {
        return cellsMade;
    }

    /** How often a card was filled, for tests. */
    long fills() {
        return fills;
    }

    void countFill() {
        fills++;
    }

    /** What its words are written in. */
    Language language() {
        return texts.languageProperty().get();
    }

    /** Lets {@code cell} be filled when it is time. */
    void fillSoon(TransferCell cell) {
        filler.add(cell);
    }

    /** Whether the card of the row shows each receiver. */
    boolean isExpanded(TransferRow row) {
        return expanded.contains(row.id());
    }

    /** Lets the card show each receiver, or no longer. */
    void expand(TransferRow row, TransferCell cell) {
        if (!expanded.remove(row.id())) {
            expanded.add(row.id());
        }
        cell.growStale();
        cell.requestLayout();
    }

    /** Lets {@code button} of the row have the focus again as soon as another cell shows it; meanwhile the list has it. */
    void keepFocus(TransferRow row, Button button) {
        String styleClass = button.getStyleClass().getLast();
        filler.keep(new Kept(row, card -> card.button(styleClass), FocusRing.of(button)));
        list.requestFocus();
    }

    /** Whether the card of the row with that id is in sight, or most of it. */
    public boolean isInSight(UUID row) {
        Bounds room = list.getLayoutBounds();
        return getScene() != null
                && cells().anyMatch(cell -> cell.getItem() != null
                        && cell.getItem().id().equals(row)
                        && !cell.outOfSight()
                        && room.contains(list.sceneToLocal(cell.localToScene(new Point2D(1, cell.getHeight() / 2)))));
    }

    /** How long ago the row came. */
    Duration age(TransferRow row) {
        @Nullable Long arrival = arrivals.get(row.id());
        return arrival == null ? ARRIVAL : Duration.millis((System.nanoTime() - arrival) / 1e6);
    }

    private void note(ListChangeListener.Change<? extends TransferRow> change) {
        long now = System.nanoTime();
        arrivals.values().removeIf(arrival -> now - arrival > ARRIVAL.toMillis() * 1_000_000);
        while (change.next()) {
            change.getAddedSubList().forEach(row -> arrivals.put(row.id(), now));
        }
    }

    /** Enter on a row goes to its first button; the list itself is walked through with the arrow keys. */
    private void enterCard(KeyEvent event) {
        if (Shortcut.ENTER_CARD.in(event) && list.isFocused()) {
            goTo(list.getFocusModel().getFocusedIndex(), TransferCard::firstButton);
            event.consume();
        }
    }

    /** Tab goes on from the last card in sight to the next one, and back from the first one. */
    private void leaveCard(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            cells().filter(cell -> cell.card().focused().isPresent())
                    .findFirst()
                    .filter(cell -> event.isShiftDown() ? goBack(cell) : goOn(cell))
                    .ifPresent(_ -> event.consume());
        }
    }

    private boolean goOn(TransferCell from) {
        boolean atEnd = from.card().focused().equals(from.card().lastButton());
        return atEnd && goTo(from.getIndex() + 1, TransferCard::firstButton);
    }

    private boolean goBack(TransferCell from) {
        boolean atStart = from.card().focused().equals(from.card().firstButton());
        return atStart && goTo(from.getIndex() - 1, TransferCard::lastButton);
    }

    /** Moves the focus to a card, which is brought into sight if need be. */
    private boolean goTo(int index, Function<TransferCard, Optional<Button>> button) {
        boolean there = index >= 0 && index < list.getItems().size();
        if (there) {
            ListFlow.of(list).ifPresent(flow -> flow.scrollTo(index));
            filler.keep(new Kept(list.getItems().get(index), button, new FocusRing(true)));
            list.requestFocus();
            filler.giveBack();
        }
        return there;
    }

    private Stream<TransferCell> cells() {
        return list.lookupAll(".transfer-cell").stream()
                .filter(TransferCell.class::isInstance)
                .map(TransferCell.class::cast);
    }

    /** A button that shall have the focus as soon as a cell shows its row. */
    private record Kept(TransferRow row, Function<TransferCard, Optional<Button>> button, FocusRing ring) {}

    /** Fills the cells that are stale, before the layout of a pulse. Rests while there are none. */
    private final class Filler extends AnimationTimer {
        private final Set<TransferCell> stale = new LinkedHashSet<>();
        private @Nullable Kept kept;
        private int pulsesLeft;
        private long last;

        void add(TransferCell cell) {
            stale.add(cell);
            start();
        }

        void keep(Kept focus) {
            kept = focus;
            pulsesLeft = PULSES_TO_FIND;
            start();
        }

        @Override
        public void handle(long now) {
            if (now - last < LEAST_NANOS_BETWEEN) {
                return;
            }
            last = now;
            List<TransferCell> due = new ArrayList<>(stale);
            stale.clear();
            due.removeIf(TransferCell::outOfSight); // They are filled when they come into sight.
            due.forEach(TransferCell::fill);
            giveBack();
            if (stale.isEmpty() && kept == null) {
                stop();
            }
        }

        void giveBack() {
            if (kept != null) {
                giveBack(kept);
            }
        }

        private void giveBack(Kept focus) {
            if (!list.isFocused() || pulsesLeft-- <= 0) {
                kept = null; // Somebody went elsewhere, or the row is out of sight.
                list.getFocusModel().focus(list.getItems().indexOf(focus.row()));
                return;
            }
            cells().filter(cell -> cell.shown() == focus.row() && cell.isVisible())
                    .flatMap(cell -> focus.button().apply(cell.card()).stream())
                    .findFirst()
                    .ifPresent(button -> {
                        kept = null;
                        focus.ring().moveTo(button);
                    });
        }
    }
}

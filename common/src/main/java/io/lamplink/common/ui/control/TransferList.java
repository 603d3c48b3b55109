package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.beans.NamedArg;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Transfers, one card each, newest first. A card stays the same node while its transfer moves, so it keeps the focus. */
public final class TransferList extends VBox {

    private static final Duration ARRIVAL = Duration.millis(220);

    private final Texts texts;
    private final VBox cards = new VBox();
    private final Map<UUID, TransferCard> byId = new HashMap<>();
    private ObservableList<TransferItem> items = FXCollections.observableArrayList();
    private @Nullable TransferActions actions;
    private final ListChangeListener<TransferItem> onChange = _ -> refresh();

    /** A list that speaks as {@code texts} does. */
    public TransferList(@NamedArg("texts") Texts texts) {
        this.texts = texts;
        getStyleClass().add("transfer-list");
        Label heading = new Label();
        heading.getStyleClass().add("heading");
        heading.textProperty().bind(texts.bind("transfer.list.heading"));
        cards.getStyleClass().add("cards");
        cards.setAccessibleRole(AccessibleRole.LIST_VIEW);
        cards.accessibleTextProperty().bind(heading.textProperty());
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(heading, scroll);
    }

    /** Shows {@code transfers} and whatever becomes of them; buttons ask {@code actions}. */
    public void show(ObservableList<TransferItem> transfers, TransferActions actions) {
        items.removeListener(onChange);
        items = transfers;
        this.actions = actions;
        items.addListener(onChange);
        refresh();
    }

    private void refresh() {
        TransferActions asked = actions;
        if (asked == null) {
            return;
        }
        Set<UUID> gone = new HashSet<>(byId.keySet());
        for (TransferItem item : items) {
            gone.remove(item.id());
            byId.computeIfAbsent(item.id(), _ -> arrive(new TransferCard(item, texts, asked)))
                    .show(item);
        }
        gone.forEach(id -> Objects.requireNonNull(byId.remove(id)).forget());
        List<Node> wanted = List.copyOf(
                items.stream().map(item -> byId.get(item.id())).toList().reversed());
        if (!cards.getChildren().equals(wanted)) {
            cards.getChildren().setAll(wanted);
        }
    }

    private static TransferCard arrive(TransferCard card) {
        if (!Platform.getPreferences().isReducedMotion()) {
            FadeTransition fade = new FadeTransition(ARRIVAL, card);
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.play();
        }
        return card;
    }
}

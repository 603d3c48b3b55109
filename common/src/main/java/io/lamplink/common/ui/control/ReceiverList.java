package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Texts;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The receivers of one file in its card, each with a bar and buttons of its own. A few rows high, however many there are; only
 * rows in sight are nodes. Space holds the one with the cursor up or lets it go on, Delete cancels it.
 */
final class ReceiverList extends ListView<TransferRow> {

    private static final double ROW_HEIGHT = 40;
    private static final int MOST_ROWS = 5;

    private final TransferActions actions;
    private final NextPulse pulse = new NextPulse();
    private final ListChangeListener<TransferRow> onChange = _ -> fit();
    private final WeakListChangeListener<TransferRow> weakOnChange = new WeakListChangeListener<>(onChange);

    ReceiverList(Texts texts, TransferActions actions) {
        this.actions = actions;
        getStyleClass().add("receivers");
        accessibleTextProperty().bind(texts.bind("transfer.receivers.accessible"));
        setFixedCellSize(ROW_HEIGHT);
        setCellFactory(_ -> new ReceiverCell(texts, actions, pulse));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        texts.languageProperty().subscribe((_, _) -> growStale());
    }

    private void growStale() {
        lookupAll(".receiver-cell").forEach(cell -> ((ReceiverCell) cell).growStale());
    }

    /** Shows {@code rows} and whatever becomes of them. */
    @SuppressWarnings("ReferenceEquality") // Lists that hold the same rows may still grow apart.
    void show(ObservableList<TransferRow> rows) {
        if (getItems() != rows) {
            getItems().removeListener(weakOnChange);
            setItems(rows);
            rows.addListener(weakOnChange);
            fit();
        }
    }

    private void fit() {
        double height = Math.min(getItems().size(), MOST_ROWS) * ROW_HEIGHT + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private void onKey(KeyEvent event) {
        TransferRow row = getFocusModel().getFocusedItem();
        if (!isFocused() || row == null) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            if (row.item().resumable()) {
                actions.resume(row.id());
            } else if (row.item().pausable()) {
                actions.pause(row.id());
            }
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && row.item().cancellable()) {
            actions.cancel(row.id());
            event.consume();
        }
    }
}

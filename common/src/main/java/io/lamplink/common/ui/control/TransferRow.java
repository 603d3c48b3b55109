package io.lamplink.common.ui.control;

import java.util.UUID;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A transfer's place in the list; or that of a file that went to several, with a row for each of them. */
public final class TransferRow extends LiveRow<TransferItem> {

    private final ObservableList<TransferRow> receivers;

    /** A row whose card shows what {@code item} gives at the time. */
    public TransferRow(UUID id, Supplier<TransferItem> item) {
        this(id, item, FXCollections.emptyObservableList());
    }

    /** The same for a file that went to several; {@code receivers} may grow. */
    public TransferRow(UUID id, Supplier<TransferItem> item, ObservableList<TransferRow> receivers) {
        super(id, item);
        this.receivers = receivers;
    }

    /** One row for each receiver; empty where a card stands for one transfer. */
    public ObservableList<TransferRow> receivers() {
        return receivers;
    }
}

package io.lamplink.common.ui.control;

import java.util.UUID;
import java.util.function.Supplier;

/** A client's place in the server's list. */
public final class ClientRow extends LiveRow<ClientItem> {

    /** A row whose cell shows what {@code item} gives at the time. */
    public ClientRow(UUID id, Supplier<ClientItem> item) {
        super(id, item);
    }
}

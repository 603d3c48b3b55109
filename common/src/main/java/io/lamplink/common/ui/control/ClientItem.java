package io.lamplink.common.ui.control;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client in the server's list. Immutable.
 *
 * @param id names its link, or null for everyone
 * @param name as it calls itself
 * @param address where it is
 * @param original whether it is the original Qt program, or another one that speaks its wire
 * @param roundTrip how long a message and its answer take, or null while unknown
 */
public record ClientItem(
        @Nullable UUID id,
        String name,
        String address,
        boolean original,
        @Nullable Duration roundTrip) {

    /** All clients at once. */
    public static final ClientItem EVERYONE = new ClientItem(null, "", "", false, null);

    /** Whether it stands for all clients. */
    public boolean isEveryone() {
        return id == null;
    }
}

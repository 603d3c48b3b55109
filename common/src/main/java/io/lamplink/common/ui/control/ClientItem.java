package io.lamplink.common.ui.control;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client in the server's list. Immutable.
 *
 * @param id names its link
 * @param name as the room calls it
 * @param address where it is
 * @param original whether it is the original Qt program, or another one that speaks its wire
 * @param encrypted whether what goes to it and comes from it is encrypted
 * @param roundTrip how long a message and its answer take, or null while unknown
 * @param receiving what goes to it at the moment, or null for nothing
 */
public record ClientItem(
        UUID id,
        String name,
        String address,
        boolean original,
        boolean encrypted,
        @Nullable Duration roundTrip,
        @Nullable Receiving receiving) {

    /**
     * Files on their way to it.
     *
     * @param files how many, 1 or more
     * @param name of the first
     * @param progress of all of them together, 0 to 1
     */
    public record Receiving(int files, String name, double progress) {}
}

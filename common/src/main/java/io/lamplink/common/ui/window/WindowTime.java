package io.lamplink.common.ui.window;

import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.fx.Ticker;
import java.time.Clock;
import java.time.ZoneId;

/**
 * How time passes for a window, and how work gets onto its thread. Immutable.
 *
 * @param clock for the time of day; its zone is the one in which times are told
 * @param door to the JavaFX thread
 * @param ticker for what is asked again and again
 */
public record WindowTime(Clock clock, FxDoor door, Ticker ticker) {

    /** As it passes for everybody here. */
    public static WindowTime real() {
        FxDoor door = FxDoor.real();
        return new WindowTime(Clock.system(ZoneId.systemDefault()), door, Ticker.through(door));
    }

    /** The same time, told in another zone. */
    WindowTime in(ZoneId zone) {
        return new WindowTime(clock.withZone(zone), door, ticker);
    }
}

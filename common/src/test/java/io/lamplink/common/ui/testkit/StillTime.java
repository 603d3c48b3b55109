package io.lamplink.common.ui.testkit;

import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.fx.Ticker;
import io.lamplink.common.ui.window.WindowTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * Time that stands still for a window: it is always {@link Samples#NOON}, what would wait for a moment comes at once, and
 * nothing is asked again. What a test has told is shown after {@link Fx#settle()}, on whatever machine.
 */
public final class StillTime {
    private StillTime() {}

    /** What the window gets. */
    public static WindowTime time() {
        FxDoor real = FxDoor.real();
        FxDoor door = new FxDoor() {
            @Override
            public void execute(Runnable work) {
                real.execute(work);
            }

            @Override
            public void executeLater(Duration delay, Runnable work) {
                real.execute(work);
            }
        };
        Ticker never = (_, _) -> () -> {};
        return new WindowTime(Clock.fixed(Samples.NOON, ZoneOffset.UTC), door, never);
    }
}

package io.lamplink.common.ui.testkit;

import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.history.HistoryAccess;
import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.fx.Ticker;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.window.WindowPorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** All that a view-model needs besides its engine, driven by the test: time stands still, and the door is open unless it is shut. */
public final class FakeWorld {

    public final FakeDialogs dialogs = new FakeDialogs();
    public final FakeOpener opener = new FakeOpener();
    public final Settings settings = Settings.inMemory();
    public HistoryAccess history = HistoryAccess.none();
    public final FakeSurroundings surroundings = new FakeSurroundings();
    public ThisProgram program = ThisProgram.forgetful();
    private final List<Runnable> beats = new ArrayList<>();
    private Instant now = Samples.NOON;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final List<Runnable> behind = new ArrayList<>();
    private boolean shut;

    private final FxDoor door = new FxDoor() {
        @Override
        public void execute(Runnable work) {
            if (shut) {
                behind.add(work);
            } else {
                work.run();
            }
        }

        @Override
        public void executeLater(Duration delay, Runnable work) {
            now = now.plus(delay);
            work.run();
        }
    };

    private final Ticker ticker = (_, work) -> {
        beats.add(work);
        return () -> beats.remove(work);
    };

    /** From now on what comes waits, as it does while the JavaFX thread has something else to do. */
    public void shutDoor() {
        shut = true;
    }

    /** Lets in what waits, in order. */
    public void openDoor() {
        shut = false;
        List<Runnable> due = List.copyOf(behind);
        behind.clear();
        due.forEach(Runnable::run);
    }

    /** What the view-model gets. */
    public WindowPorts ports() {
        return new WindowPorts(clock, door, ticker, dialogs, opener, settings, history, surroundings, program);
    }

    /** Everything that happens again and again happens once. */
    public void beat() {
        List.copyOf(beats).forEach(Runnable::run);
    }

    /** How many things happen again and again. */
    public int beating() {
        return beats.size();
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }
}

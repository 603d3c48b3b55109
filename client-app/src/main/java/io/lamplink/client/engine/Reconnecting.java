package io.lamplink.client.engine;

import io.lamplink.common.host.NetworkWatch;
import io.lamplink.common.host.SleepWatch;
import io.lamplink.common.session.ReconnectPolicy;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Waits after a lost link and says when to try again: when the pause is over, at once after this machine slept or its
 * network changed, or when a person wants it. Confined to one lane, on which its timer calls back.
 */
final class Reconnecting {
    /** How often it looks whether the machine slept. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Every how many looks it asks for the machine's addresses. */
    private static final int LOOKS_PER_NETWORK_LOOK = 3;

    /**
     * What it needs of the world.
     *
     * @param nanoTime a clock for durations
     * @param timer runs a task on the lane after a delay
     * @param lane where this object lives
     * @param disk where what may take a while is done
     */
    record World(
            LongSupplier nanoTime,
            BiConsumer<Duration, Runnable> timer,
            Executor lane,
            Executor disk,
            SleepWatch sleep,
            NetworkWatch network) {}

    private final ReconnectPolicy policy;
    private final World world;
    private final Consumer<ReconnectPolicy.Pause> told;
    private final Runnable attempt;
    private boolean waiting;
    private int round;
    private int looks;
    private long dueAt;

    /**
     * One that waits for nothing yet.
     *
     * @param told hears of each wait as it begins
     * @param attempt called when it is time to try
     */
    Reconnecting(ReconnectPolicy policy, World world, Consumer<ReconnectPolicy.Pause> told, Runnable attempt) {
        this.policy = policy;
        this.world = world;
        this.told = told;
        this.attempt = attempt;
    }

    /** A person asked for a new link. */
    void startOver() {
        policy.startOver();
    }

    /** There is a link. */
    void up() {
        policy.up();
    }

    /** The link was lost: the first wait begins. */
    void lost() {
        policy.lost();
        lookAtNetwork();
        waitAgain();
    }

    /** A try was in vain: the next wait begins. */
    void waitAgain() {
        ReconnectPolicy.Pause pause = policy.next();
        waiting = true;
        round++;
        looks = 0;
        dueAt = world.nanoTime().getAsLong() + pause.length().toNanos();
        world.sleep().slept(Duration.ZERO); // from here on, not from the last wait on
        told.accept(pause);
        lookIn(pause.length());
    }

    /** Waits no longer. */
    void tryNow() {
        if (waiting) {
            stop();
            attempt.run();
        }
    }

    /** Neither waits nor tries. */
    void stop() {
        waiting = false;
        round++;
    }

    private void lookIn(Duration left) {
        Duration pause = left.compareTo(LOOK) < 0 ? left : LOOK;
        int current = round;
        world.timer().accept(pause, () -> {
            if (current == round) {
                look(pause);
            }
        });
    }

    private void look(Duration after) {
        if (world.sleep().slept(after)) {
            tryAnew();
            return;
        }
        long left = dueAt - world.nanoTime().getAsLong();
        if (left <= 0) {
            tryNow();
            return;
        }
        looks++;
        if (looks % LOOKS_PER_NETWORK_LOOK == 0) {
            lookAtNetwork();
        }
        lookIn(Duration.ofNanos(left));
    }

    /** What stood in the way may be gone; it may also take a moment, so the pauses are short again. */
    private void tryAnew() {
        policy.startOver();
        tryNow();
    }

    private void lookAtNetwork() {
        world.disk().execute(() -> {
            if (world.network().changed()) {
                world.lane().execute(this::tryAnewIfWaiting);
            }
        });
    }

    private void tryAnewIfWaiting() {
        if (waiting) {
            tryAnew();
        }
    }
}

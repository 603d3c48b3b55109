package io.lamplink.common.power;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.EngineListener;
import io.lamplink.common.transfer.TransferSnapshot;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the computer awake while files move in either direction. Nothing falls asleep within half a minute, so what is over by
 * then never asks for it, and a thousand small files ask once. What waits, for its peer or because somebody paused it, keeps
 * nobody awake. From any thread.
 */
public final class AwakeWhileMoving implements EngineListener {
    /** How often it looks whether something has moved. */
    static final Duration STEP = Duration.ofSeconds(20);

    private final SleepInhibitor inhibitor;
    private final Later later;
    private final Set<UUID> moving = new HashSet<>();
    private boolean awake;
    private boolean moved;
    private boolean watching;

    /** Runs something after a while. */
    @FunctionalInterface
    interface Later {
        void run(Duration delay, Runnable task);
    }

    AwakeWhileMoving(SleepInhibitor inhibitor, Later later) {
        this.inhibitor = inhibitor;
        this.later = later;
    }

    /** Keeps this computer awake for {@code engine}, until the program ends. */
    public static void begin(Engine engine) {
        engine.addListener(new AwakeWhileMoving(
                InhibitingCommand.ofSystem(),
                (delay, task) -> CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS)
                        .execute(task)));
    }

    @Override
    public synchronized void onEvent(EngineEvent event) {
        if (event instanceof EngineEvent.TransferChanged change) {
            UUID id = change.transfer().id();
            if (moves(change.transfer().state())) {
                moving.add(id);
                moved = true;
                watch();
            } else {
                moving.remove(id);
            }
        }
    }

    private static boolean moves(TransferSnapshot.State state) {
        return switch (state) {
            case ACTIVE, VERIFYING -> true;
            case OFFERED, PAUSED, COMPLETE, SAVED, FAILED -> false;
        };
    }

    private void watch() {
        if (!watching) {
            watching = true;
            later.run(STEP, this::look);
        }
    }

    private synchronized void look() {
        boolean asks = !moving.isEmpty() || (awake && moved);
        if (asks) {
            inhibitor.inhibit();
        } else if (awake) {
            inhibitor.release();
        }
        awake = asks;
        watching = false;
        if (asks || moved) {
            moved = false;
            watch();
        }
    }
}

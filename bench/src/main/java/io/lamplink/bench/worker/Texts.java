package io.lamplink.bench.worker;

import io.lamplink.common.engine.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Says texts at even intervals and takes the time of each, from the call that asks for it to the event that tells that the
 * peer has it. Asking never waits, so a text that is late makes no later one late.
 */
final class Texts {
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
    private static final long GLANCE = Duration.ofMillis(5).toNanos();

    private final Engine engine;
    private final Voice voice;
    private final Map<UUID, Long> saidAt = new ConcurrentHashMap<>();
    private final Map<UUID, Long> deliveredAt = new ConcurrentHashMap<>();
    private volatile boolean going;

    Texts(Engine engine, Voice voice) {
        this.engine = engine;
        this.voice = voice;
    }

    /** Says {@code count} texts, one every {@code interval}, then reports {@code texts} with the time of each. */
    void start(long count, Duration interval) {
        going = true;
        Thread.ofPlatform().daemon().name("texts").start(() -> sayAll(count, interval.toNanos()));
    }

    /** No further texts. */
    void stop() {
        going = false;
    }

    /** The peer has a text. */
    void delivered(UUID text) {
        deliveredAt.putIfAbsent(text, System.nanoTime());
    }

    private void sayAll(long count, long interval) {
        saidAt.clear();
        deliveredAt.clear();
        long first = System.nanoTime();
        for (long i = 0; i < count && going; i++) {
            waitUntil(first + i * interval);
            long now = System.nanoTime();
            saidAt.put(engine.say("A text of ordinary length, number " + i + ".", Set.of()), now);
        }
        long deadline = System.nanoTime() + PATIENCE;
        while (!deliveredAt.keySet().containsAll(saidAt.keySet()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(GLANCE);
        }
        report();
    }

    private void report() {
        List<Long> times = saidAt.entrySet().stream()
                .filter(said -> deliveredAt.containsKey(said.getKey()))
                .map(said -> deliveredAt.getOrDefault(said.getKey(), 0L) - said.getValue())
                .toList();
        if (times.size() < saidAt.size()) {
            voice.say("failed", saidAt.size() - times.size() + " texts were not delivered.");
        } else {
            voice.say("texts", times.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
    }

    private static void waitUntil(long when) {
        for (long wait = when - System.nanoTime(); wait > 0; wait = when - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}

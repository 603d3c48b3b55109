package io.lamplink.common.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Gathers which peers have which text, so that a text that goes to a thousand is not told of a thousand times: the first is
 * told at once, and all that come until its turn on the hub's lane with it. May be used from any thread.
 */
final class Deliveries {
    private final Executor home;
    private final Consumer<EngineEvent> tell;
    private final Queue<Delivery> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean due = new AtomicBoolean();

    private record Delivery(UUID text, PeerLink by) {}

    Deliveries(Executor home, Consumer<EngineEvent> tell) {
        this.home = home;
        this.tell = tell;
    }

    void add(UUID text, PeerLink by) {
        waiting.add(new Delivery(text, by));
        if (due.compareAndSet(false, true)) {
            home.execute(this::tellAll);
        }
    }

    private void tellAll() {
        due.set(false);
        Map<UUID, List<Peer>> byText = new LinkedHashMap<>();
        for (Delivery one = waiting.poll(); one != null; one = waiting.poll()) {
            Peer peer = one.by().peer();
            if (peer != null) {
                byText.computeIfAbsent(one.text(), _ -> new ArrayList<>()).add(peer);
            }
        }
        byText.forEach((text, by) -> tell.accept(new EngineEvent.ChatDelivered(text, by)));
    }
}

package io.lamplink.bench.crowd;

import io.lamplink.bench.worker.Voice;
import io.lamplink.bench.worker.Worker;
import java.io.IOException;
import java.util.List;

/**
 * A crowd as a worker. Obeys {@code grow COUNT}, {@code shrink COUNT}, {@code stall}, {@code talk MILLIS}, {@code hush},
 * {@code await COUNT} and {@code state}, which do what the methods of the crowd with these names do.
 */
public final class CrowdWorker implements Worker {
    private final Crowd crowd;
    private final Voice voice;

    /** A crowd of nobody at {@code port} of this computer. */
    public CrowdWorker(int port, Voice voice) throws IOException {
        this.voice = voice;
        this.crowd = new Crowd(port, voice);
    }

    @Override
    public void obey(List<String> order) {
        crowd.later(() -> obeyNow(order));
    }

    private void obeyNow(List<String> order) {
        switch (order.getFirst()) {
            case "grow" -> crowd.grow(Integer.parseInt(order.get(1)));
            case "shrink" -> crowd.shrink(Integer.parseInt(order.get(1)));
            case "stall" -> crowd.stall();
            case "talk" -> crowd.talk(Long.parseLong(order.get(1)));
            case "hush" -> crowd.hush();
            case "await" -> crowd.await(Long.parseLong(order.get(1)));
            case "state" -> crowd.tellState();
            default -> voice.say("failed", "There is no order " + order.getFirst() + ".");
        }
    }

    @Override
    public void close() {
        // Its connections end with the process.
    }
}

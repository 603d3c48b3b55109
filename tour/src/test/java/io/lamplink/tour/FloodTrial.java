package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.session.Rate;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.engine.ListeningEngine;
import io.lamplink.server.view.ServerViewModel;
import io.lamplink.server.view.ServerWindow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How far the log of a server's window is behind while 24 clients write as much as they may, by a clock, and so not for every
 * build: {@code ./mvnw -pl tour -am -Dtest=FloodTrial test}. Figures are in the test's output, in milliseconds.
 */
@Timeout(600)
@ExtendWith(Fx.class)
final class FloodTrial {
    private static final int CLIENTS = 24;
    private static final long EACH_WRITES_EVERY = 1_000_000_000L / Rate.TEXTS.perSecond();
    private static final Duration FLOOD = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final List<Double> toLog = new ArrayList<>();
    private final List<Double> toSight = new ArrayList<>();
    private final List<Double> pulses = new ArrayList<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final AtomicInteger texts = new AtomicInteger();
    private volatile boolean over;

    @ParameterizedTest
    @ValueSource(ints = {200, 2_000, 32_000})
    void flood(int characters) throws Exception {
        ListeningEngine engine = new ListeningEngine(new HubSettings(
                new Message.Hello("Server", "trial", HubSettings.CAPABILITIES),
                folder.resolve("state"),
                DiskSpool.UNLIMITED,
                peer -> "",
                sent -> ""));
        engine.addListener(this::hear);
        Stage stage = Fx.get(Stage::new);
        ServerViewModel model = Fx.get(() -> ServerWindow.open(stage, engine, options()));
        engine.share(false); // All that they write is for the window.
        engine.listen("127.0.0.1", 0);
        Watch watch = new Watch(stage, model.conversation().entries());
        List<Thread> writers = new ArrayList<>();
        int at = port.get();
        for (int i = 0; i < CLIENTS; i++) {
            writers.add(Thread.ofPlatform().daemon().start(() -> write(at, characters)));
        }
        Fx.run(() -> stage.getScene().addPostLayoutPulseListener(watch));
        LockSupport.parkNanos(FLOOD.toNanos());
        over = true;
        for (Thread writer : writers) {
            writer.join();
        }
        Fx.run(() -> stage.getScene().removePostLayoutPulseListener(watch));
        report(characters);
        Fx.run(stage::hide);
        engine.close();
    }

    private static WindowOptions options() {
        return WindowOptions.forgetful(Stand.HOST).with(Language.ENGLISH).with(new Rectangle2D(0, 0, 1000, 680));
    }

    private void hear(EngineEvent event) {
        switch (event) {
            case EngineEvent.Listening listening ->
                port.complete(listening.address().getPort());
            case EngineEvent.ChatReceived chat -> {
                texts.incrementAndGet();
                heard.add(new Heard(chat.id(), System.nanoTime()));
            }
            default -> {}
        }
    }

    private void write(int at, int characters) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocket socket = http.newWebSocketBuilder()
                    .subprotocols("lamplink.v1")
                    .buildAsync(URI.create("ws://127.0.0.1:" + at + "/"), new Deaf())
                    .join();
            socket.sendText(
                            "{\"type\":\"HELLO\",\"name\":\"flood\",\"version\":\"1\",\"capabilities\":[\"chat\"]}",
                            true)
                    .join();
            String words = "All work and no play makes a long text. ".repeat(characters / 40);
            while (!over) {
                socket.sendText(
                                "{\"type\":\"CHAT\",\"id\":\"%s\",\"time\":\"2026-11-23T14:02:00Z\",\"text\":\"%s\"}"
                                        .formatted(UUID.randomUUID(), words),
                                true)
                        .join();
                LockSupport.parkNanos(EACH_WRITES_EVERY);
            }
            socket.abort();
            http.shutdownNow();
        }
    }

    /** Reads everything and makes nothing of it. */
    private static final class Deaf implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            System.out.println("closed " + code + " " + reason);
            return null;
        }
    }

    private record Heard(UUID id, long at) {}

    /** At each pulse: how old is what is not in the log by now, or not in sight. */
    private final class Watch implements Runnable {
        private final Stage stage;
        private final List<ChatEntry> entries;
        private final List<Heard> inOrder = new ArrayList<>();
        private final Map<UUID, Integer> places = new HashMap<>();
        private long last;

        Watch(Stage stage, List<ChatEntry> entries) {
            this.stage = stage;
            this.entries = entries;
        }

        /** After the layout of a pulse. */
        @Override
        public void run() {
            long now = System.nanoTime();
            if (last != 0) {
                pulses.add((now - last) / 1e6);
            }
            last = now;
            for (Heard text = heard.poll(); text != null; text = heard.poll()) {
                places.put(text.id(), inOrder.size());
                inOrder.add(text);
            }
            lag(toLog, entries.getLast(), now);
            ListView<?> list = (ListView<?>) stage.getScene().lookup(".chat-log .entries");
            if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                IndexedCell<?> cell = flow.getLastVisibleCell();
                if (cell != null && cell.getItem() instanceof ChatEntry seen) {
                    lag(toSight, seen, now);
                }
            }
        }

        private void lag(List<Double> to, ChatEntry there, long now) {
            int next = places.getOrDefault(there.id(), inOrder.size()) + 1;
            to.add(next >= inOrder.size() ? 0 : (now - inOrder.get(next).at()) / 1e6);
        }
    }

    private void report(int characters) {
        assertTrue(!toLog.isEmpty());
        System.out.printf("%d characters each, %d texts heard%n", characters, texts.get());
        line("until it is in the log", toLog);
        line("until it is in sight", toSight);
        line("from pulse to pulse", pulses);
    }

    private static void line(String what, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length > 0) {
            System.out.printf(
                    "  %-24s %5d pulses, p50 %.1f, p99 %.1f, max %.1f, last %.1f%n",
                    what,
                    sorted.length,
                    sorted[sorted.length / 2],
                    sorted[sorted.length * 99 / 100],
                    sorted[sorted.length - 1],
                    millis.getLast());
        }
    }
}

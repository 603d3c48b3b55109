package io.lamplink.bench.worker;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.history.History;
import io.lamplink.common.history.HistoryAccess;
import io.lamplink.common.history.Keeping;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.window.ConversationViewModel;
import io.lamplink.server.engine.ListeningEngine;
import io.lamplink.server.view.ServerWindow;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The real window of a server that nobody visits, and texts that come to it as if an engine told them. Reports {@code shown} with
 * the milliseconds since Java began, when the window has been drawn with the last page of its history. Obeys {@code append PULSES
 * EACH} and {@code scroll PULSES PIXELS}, and reports {@code frames} with the milliseconds that each pulse took.
 */
final class LogWindow implements Worker {
    /** A timer runs before its pulse draws; the third comes after the first was drawn. */
    private static final int DRAWN_AFTER = 3;

    private final ListeningEngine engine;
    private final HistoryAccess history;
    private final @Nullable History kept;
    private final Voice voice;
    private final CompletableFuture<Stage> shown = new CompletableFuture<>();
    private final CompletableFuture<ConversationViewModel> model = new CompletableFuture<>();
    private final Peer mei = new Peer(
            UUID.randomUUID(),
            "Mei",
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 2),
            "lamplink.v1",
            Instant.EPOCH);
    private int number;

    /** A window with what {@link PastWorker} has made in {@code folder}, or with nothing. */
    LogWindow(Path folder, boolean past, Voice voice) {
        this.voice = voice;
        this.engine = new ListeningEngine(EngineWorkers.settings("server", folder));
        this.kept = past ? new History(PastWorker.file(folder), Keeping.EVERYTHING) : null;
        this.history = kept == null ? HistoryAccess.none() : kept;
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            open(past);
        });
    }

    private void open(boolean past) {
        Stage stage = new Stage();
        ConversationViewModel opened = ServerWindow.open(
                        stage, engine, WindowWorkers.options(0).with(history))
                .conversation();
        model.complete(opened);
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                boolean there = !past || opened.entries().stream().anyMatch(ChatEntry.Divider.class::isInstance);
                pulses = there ? pulses + 1 : 0;
                if (pulses == DRAWN_AFTER) {
                    stop();
                    voice.say("shown", System.currentTimeMillis() - begin());
                    shown.complete(stage);
                }
            }
        }.start();
    }

    private static long begin() {
        return ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    @Override
    public void obey(List<String> order) {
        int pulses = Integer.parseInt(order.get(1));
        int amount = Integer.parseInt(order.get(2));
        switch (order.getFirst()) {
            case "append" -> report(FrameTimes.of(shown.join().getScene(), pulses, _ -> append(amount)));
            case "scroll" -> report(FrameTimes.of(shown.join().getScene(), pulses, _ -> scroll(amount)));
            default -> voice.say("failed", "There is no order " + order.getFirst() + ".");
        }
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            model.join()
                    .handle(new EngineEvent.ChatReceived(
                            mei, UUID.randomUUID(), Passages.of(number++), Instant.now(), "", false, false));
        }
    }

    private void scroll(int pixels) {
        ListView<?> lines = (ListView<?>) shown.join().getScene().lookup(".chat-log .entries");
        if (lines.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            if (number > 0) { // From the middle, so that there is as much above as below.
                flow.scrollTo(number / 2);
                number = 0;
            }
            flow.scrollPixels(-pixels);
        }
    }

    private void report(List<Double> millis) {
        voice.say("frames", millis.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    @Override
    public void close() {
        engine.close();
        if (kept != null) {
            kept.close();
        }
    }
}

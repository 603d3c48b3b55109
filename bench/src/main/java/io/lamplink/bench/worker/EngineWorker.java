package io.lamplink.bench.worker;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.EngineListener;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * An engine as a worker. Obeys {@code send PATH} (to everyone), {@code texts COUNT MILLIS} and {@code hush}. Times are taken
 * where events are heard; what costs time is done elsewhere.
 */
final class EngineWorker implements Worker, EngineListener {
    private final Engine engine;
    private final Consumer<Path> sender;
    private final Voice voice;
    private final Texts texts;
    private final Arrivals arrivals;
    private final ExecutorService cleaning = Executors.newSingleThreadExecutor();

    /** A worker on {@code engine} that gives files to {@code sender}. */
    EngineWorker(Engine engine, Consumer<Path> sender, Voice voice) {
        this.engine = engine;
        this.sender = sender;
        this.voice = voice;
        this.texts = new Texts(engine, voice);
        this.arrivals = new Arrivals(voice);
    }

    @Override
    public void obey(List<String> order) {
        switch (order.getFirst()) {
            case "send" -> send(Path.of(order.get(1)));
            case "texts" -> texts.start(Long.parseLong(order.get(1)), Duration.ofMillis(Long.parseLong(order.get(2))));
            case "hush" -> texts.stop();
            default -> voice.say("failed", "There is no order " + order.getFirst() + ".");
        }
    }

    private void send(Path file) {
        long began = System.nanoTime();
        sender.accept(file);
        voice.say("began", began);
    }

    @Override
    public void onEvent(EngineEvent event) {
        long now = System.nanoTime();
        switch (event) {
            case EngineEvent.Listening e -> voice.say("listening", e.address().getPort());
            case EngineEvent.PeerJoined _ -> voice.say("joined");
            case EngineEvent.ChatDelivered e -> texts.delivered(e.id());
            case EngineEvent.TransferChanged e -> transfer(e.transfer(), now);
            case EngineEvent.ListenFailed e -> voice.say("failed", "Listening: " + e.problem());
            case EngineEvent.ConnectFailed e -> voice.say("failed", "Connecting: " + e.problem());
            case EngineEvent.SendFailed e -> voice.say("failed", "Sending: " + e.problem());
            case EngineEvent.ChatFailed _ -> voice.say("failed", "A text did not arrive.");
            case EngineEvent.PeerLeft _ -> voice.say("failed", "The other side has gone.");
            default -> {
                return; // Nothing else is measured.
            }
        }
    }

    private void transfer(TransferSnapshot t, long now) {
        if (t.state() == State.FAILED) {
            voice.say("failed", "A transfer: " + t.failure() + " " + t.detail());
        } else if (t.state() == State.COMPLETE && t.direction() == Direction.OUT) {
            voice.say("sent", String.valueOf(t.sha256()));
        } else if (t.state() == State.COMPLETE) {
            Path file = t.file();
            Sha256 sha256 = t.sha256();
            if (file != null && sha256 != null) {
                cleaning.execute(() -> arrivals.arrived(now, file, sha256.hex()));
            }
        }
    }

    @Override
    public void close() {
        engine.close();
        cleaning.close();
    }
}

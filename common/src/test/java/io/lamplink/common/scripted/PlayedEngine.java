package io.lamplink.common.scripted;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.EngineListener;
import io.lamplink.common.engine.PeerStatistics;
import io.lamplink.common.engine.SaveResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** An engine that only remembers what was asked of it; a test says what happens. */
final class PlayedEngine implements Engine {
    final List<UUID> said = new ArrayList<>();
    final List<Path> sent = new ArrayList<>();
    final List<CompletableFuture<SaveResult>> saves = new ArrayList<>();
    private final List<EngineListener> listeners = new ArrayList<>();

    void tell(EngineEvent event) {
        listeners.forEach(listener -> listener.onEvent(event));
    }

    @Override
    public UUID identity() {
        return new UUID(0, 1);
    }

    @Override
    public void addListener(EngineListener listener) {
        listeners.add(listener);
    }

    @Override
    public UUID say(String text, Set<UUID> peers) {
        said.add(UUID.randomUUID());
        return said.getLast();
    }

    @Override
    public void writing(boolean on, Set<UUID> peers) {}

    @Override
    public void sayAgain(UUID id, String text, Instant time, Set<UUID> peers, boolean direct) {}

    @Override
    public void sendFile(Path file, Set<UUID> peers) {
        sent.add(file);
    }

    @Override
    public void cancel(UUID transfer) {}

    @Override
    public void pause(UUID transfer) {}

    @Override
    public void resume(UUID transfer) {}

    @Override
    public CompletableFuture<SaveResult> save(UUID transfer, Path target) {
        return saveInto(transfer, target);
    }

    @Override
    public CompletableFuture<SaveResult> saveInto(UUID transfer, Path folder) {
        saves.add(new CompletableFuture<>());
        return saves.getLast();
    }

    @Override
    public void call(String name) {}

    @Override
    public void limitSpool(long bytes) {}

    @Override
    public void limitSending(long bytesPerSecond) {}

    @Override
    public CompletableFuture<List<PeerStatistics>> statistics() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public void close() {}
}

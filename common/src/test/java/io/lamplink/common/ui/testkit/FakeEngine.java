package io.lamplink.common.ui.testkit;

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
import java.util.concurrent.CopyOnWriteArrayList;

/** An engine that notes what it is asked and tells what the test wants. */
public class FakeEngine implements Engine {

    /** A text that was sent, and to whom. */
    public record Said(String text, Set<UUID> peers) {}

    /** That the person here writes or has ended, and who hears of it. */
    public record Writing(boolean on, Set<UUID> peers) {}

    /** A file that was sent, and to whom. */
    public record Sent(Path file, Set<UUID> peers) {}

    /** What was asked for, one line each, in order. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    public final List<Said> said = new ArrayList<>();
    public final List<Writing> writing = new ArrayList<>();
    public final List<Said> saidAgain = new ArrayList<>();
    public final List<Sent> sent = new ArrayList<>();
    public final List<CompletableFuture<SaveResult>> saves = new ArrayList<>();
    public List<PeerStatistics> statistics = List.of();
    private final List<EngineListener> listeners = new CopyOnWriteArrayList<>();

    /** Tells the listeners. */
    public void tell(EngineEvent... events) {
        for (EngineEvent event : events) {
            listeners.forEach(listener -> listener.onEvent(event));
        }
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
        said.add(new Said(text, peers));
        return UUID.randomUUID();
    }

    @Override
    public void writing(boolean on, Set<UUID> peers) {
        writing.add(new Writing(on, peers));
    }

    @Override
    public void sayAgain(UUID id, String text, Instant time, Set<UUID> peers, boolean direct) {
        asked.add("say again " + id + " " + text + (direct ? " directly" : ""));
        saidAgain.add(new Said(text, peers));
    }

    @Override
    public void sendFile(Path file, Set<UUID> peers) {
        sent.add(new Sent(file, peers));
    }

    @Override
    public void cancel(UUID transfer) {
        asked.add("cancel " + transfer);
    }

    @Override
    public void pause(UUID transfer) {
        asked.add("pause " + transfer);
    }

    @Override
    public void resume(UUID transfer) {
        asked.add("resume " + transfer);
    }

    @Override
    public CompletableFuture<SaveResult> save(UUID transfer, Path target) {
        asked.add("save " + transfer + " " + target);
        return begun();
    }

    @Override
    public CompletableFuture<SaveResult> saveInto(UUID transfer, Path folder) {
        asked.add("save into " + transfer + " " + folder);
        return begun();
    }

    private CompletableFuture<SaveResult> begun() {
        CompletableFuture<SaveResult> save = new CompletableFuture<>();
        saves.add(save);
        return save;
    }

    @Override
    public void call(String name) {
        asked.add("call " + name);
    }

    @Override
    public void limitSpool(long bytes) {
        asked.add("limit " + bytes);
    }

    @Override
    public void limitSending(long bytesPerSecond) {
        asked.add("send at most " + bytesPerSecond);
    }

    @Override
    public CompletableFuture<List<PeerStatistics>> statistics() {
        asked.add("statistics");
        return CompletableFuture.completedFuture(statistics);
    }

    @Override
    public void close() {
        asked.add("close");
    }
}

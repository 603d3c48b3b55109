package io.lamplink.common.recorder;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.EngineListener;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.history.History;
import io.lamplink.common.history.HistoryEntry.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Sends what an earlier run has written to a peer that was away, as soon as that peer is there, and to nobody else. Each
 * text goes out under the id that it had, so a peer that has it already does not show it twice.
 */
final class WaitingTexts implements EngineListener {
    private final Engine engine;
    private final History history;
    private final Set<UUID> begun = new HashSet<>();

    WaitingTexts(Engine engine, History history) {
        this.engine = engine;
        this.history = history;
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (event instanceof EngineEvent.PeerJoined(Peer peer) && peer.identity() != null) {
            var _ = history.waiting(engine.identity(), peer.identity()).thenAccept(texts -> send(texts, peer));
        }
    }

    /** From here on the engine knows of them, and lets them wait itself if the link is lost again. */
    private synchronized void send(List<Text> texts, Peer peer) {
        for (Text text : texts) {
            if (begun.add(text.id())) {
                engine.sayAgain(
                        text.id(),
                        text.text(),
                        text.time(),
                        Set.of(peer.id()),
                        !text.to().isEmpty());
            }
        }
    }
}

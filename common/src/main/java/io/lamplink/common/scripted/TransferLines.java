package io.lamplink.common.scripted;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The lines of transfers: one start, progress at most four times a second, one end. Confined to one thread at a time. */
final class TransferLines {
    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();

    private final EventLines lines;
    private final LongSupplier nanoTime;
    private final Map<UUID, Long> toldAt = new HashMap<>();
    private final Map<UUID, TransferSnapshot.Pause> pauses = new HashMap<>();

    TransferLines(EventLines lines, LongSupplier nanoTime) {
        this.lines = lines;
        this.nanoTime = nanoTime;
    }

    void active(Peer peer, TransferSnapshot t) {
        long now = nanoTime.getAsLong();
        Long last = toldAt.get(t.id());
        if (pauses.remove(t.id()) != null) {
            toldAt.put(t.id(), now);
            line("transfer-resumed", peer, t)
                    .with("transferred", t.transferred())
                    .write();
            return;
        }
        if (last == null) {
            started(peer, t, now);
        } else if (now - last >= PAUSE_NANOS) {
            toldAt.put(t.id(), now);
            line("transfer-progress", peer, t)
                    .with("transferred", t.transferred())
                    .write();
        }
    }

    /** What holds it up; once for each cause. */
    void paused(Peer peer, TransferSnapshot t) {
        TransferSnapshot.Pause pause = t.pause();
        if (pause != null && !pause.equals(pauses.put(t.id(), pause))) {
            line("transfer-paused", peer, t)
                    .with("transferred", t.transferred())
                    .with("reason", pause.reason().token())
                    .with("by", pause.byUs() ? "us" : pause.byPeer() ? "peer" : "link")
                    .with("detail", pause.detail())
                    .write();
        }
    }

    private void started(Peer peer, TransferSnapshot t, long now) {
        toldAt.put(t.id(), now);
        line("transfer-started", peer, t).write();
    }

    /** Whether something of it was told in this run. */
    boolean begun(TransferSnapshot t) {
        return toldAt.containsKey(t.id());
    }

    /** Where it is; null for a folder that waits to be saved, whose files are not in one place yet. */
    void complete(Peer peer, TransferSnapshot t, @Nullable Path path) {
        pauses.remove(t.id());
        if (toldAt.remove(t.id()) == null) {
            line("transfer-started", peer, t).write();
        }
        EventLines.Line line = line("transfer-complete", peer, t);
        if (path != null) {
            line.with("path", path.toString());
        }
        TransferSnapshot.FolderContents contents = t.contents();
        if (contents == null) {
            line.with("sha256", String.valueOf(t.sha256()));
        } else {
            line.with("files", contents.done()).with("missing", contents.missing());
        }
        line.with("verified", t.verified())
                .with("seconds", t.active().toNanos() / 1e9)
                .write();
    }

    void failed(Peer peer, TransferSnapshot t) {
        FailureReason reason = t.failure();
        failed(peer, t, reason == null ? FailureReason.OTHER.token() : reason.token());
    }

    void failed(Peer peer, TransferSnapshot t, String reason) {
        pauses.remove(t.id());
        toldAt.remove(t.id());
        line("transfer-failed", peer, t)
                .with("reason", reason)
                .with("detail", t.detail())
                .write();
    }

    private EventLines.Line line(String event, Peer peer, TransferSnapshot t) {
        return lines.event(event)
                .with("direction", t.direction() == Direction.IN ? "in" : "out")
                .with("name", t.name())
                .with("bytes", t.size())
                .with("peer", peer.name());
    }
}

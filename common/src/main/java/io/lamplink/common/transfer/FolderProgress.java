package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.transfer.TransferSnapshot.Pause;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a folder stands, summed up from its files; told like a file's progress. Confined to the link's home lane. */
final class FolderProgress {
    private final TransferLink link;
    private final UUID id;
    private final Direction direction;
    private final String name;
    private final int files;
    private final long size;
    private final @Nullable Path path;
    private final Holds holds;
    private final Map<UUID, TransferSnapshot> underWay = new LinkedHashMap<>();
    private State state = State.OFFERED;
    private @Nullable Pause held;
    private boolean hushed;
    private int done;
    private int missing;
    private long bytesDone;
    private boolean verified = true;
    private long activeNanos;
    private long lastMoveAt;
    private long toldAt;
    private @Nullable FailureReason failure;
    private String detail = "";

    FolderProgress(
            TransferLink link, UUID id, Direction direction, String name, int files, long size, @Nullable Path path) {
        this.link = link;
        this.id = id;
        this.direction = direction;
        this.name = name;
        this.files = files;
        this.size = size;
        this.path = path;
        this.lastMoveAt = link.nanoTime();
        this.holds = new Holds(link, id);
    }

    boolean ended() {
        return state == State.COMPLETE || state == State.FAILED;
    }

    State state() {
        return state;
    }

    void offered() {
        tell();
    }

    /** So much of it is there from before. */
    void active(int filesBefore, long bytesBefore) {
        state = State.ACTIVE;
        done = filesBefore;
        bytesDone = bytesBefore;
        lastMoveAt = link.nanoTime();
        tell();
    }

    /** One of its files moved or ended, which after the end of the folder nobody is to hear of. */
    void file(TransferSnapshot file) {
        if (ended()) {
            return;
        }
        Pause before = pause();
        switch (file.state()) {
            case COMPLETE, SAVED -> {
                underWay.remove(file.id());
                done++;
                bytesDone += file.size();
                verified &= file.verified();
            }
            case FAILED -> {
                underWay.remove(file.id());
                missing++;
            }
            case OFFERED, ACTIVE, PAUSED, VERIFYING -> underWay.put(file.id(), file);
        }
        countTime();
        if (lastMoveAt - toldAt >= Progress.PAUSE_NANOS || !Objects.equals(before, pause())) {
            tell();
        }
    }

    /** A person pauses it, or lets it go on. */
    void hold(boolean pause) {
        holds.person(pause);
        held(holds.pause());
    }

    /** The peer holds it up, or with null lets it go on. */
    void heldByPeer(@Nullable FailureReason reason, String detail) {
        holds.theirs(reason, detail);
        held(holds.pause());
    }

    /** Whether somebody holds all of it up. */
    boolean isHeld() {
        return holds.any();
    }

    /** It ends on this link without a word: it may go on over another one. */
    void suspended() {
        if (!ended()) {
            held(new Pause(false, false, FailureReason.LINK_LOST, ""));
            forgotten();
        }
    }

    private void held(@Nullable Pause by) {
        held = by;
        lastMoveAt = link.nanoTime();
        tell();
    }

    /** Everything that will come has come: files that nobody heard of are missing. */
    void complete() {
        missing = files - done;
        state = State.COMPLETE;
        held = null;
        tell();
    }

    void failed(FailureReason reason, String sentence) {
        state = State.FAILED;
        held = null;
        failure = reason;
        detail = sentence;
        tell();
    }

    /** It has ended, and nobody is to hear of it. */
    void forgotten() {
        state = State.FAILED;
    }

    private void countTime() {
        long now = link.nanoTime();
        activeNanos += now - lastMoveAt;
        lastMoveAt = now;
    }

    /** Nobody is to hear of it at all. */
    void hush() {
        hushed = true;
    }

    private void tell() {
        toldAt = link.nanoTime();
        if (!hushed) {
            link.changed(snapshot());
        }
    }

    private TransferSnapshot snapshot() {
        Pause pause = ended() ? null : pause();
        long moving = underWay.values().stream()
                .mapToLong(TransferSnapshot::transferred)
                .sum();
        return new TransferSnapshot(
                id,
                direction,
                name,
                size,
                Math.min(size, bytesDone + moving),
                pause == null ? state : State.PAUSED,
                Duration.ofNanos(activeNanos),
                null,
                state == State.COMPLETE && verified,
                path,
                failure,
                detail,
                pause,
                new FolderContents(files, done, missing));
    }

    /** A file that is in trouble is told for the folder. */
    private @Nullable Pause pause() {
        if (held != null) {
            return held;
        }
        return underWay.values().stream()
                .map(TransferSnapshot::pause)
                .filter(pause -> pause != null && pause.reason() != FailureReason.CHECKING)
                .findFirst()
                .orElse(null);
    }
}

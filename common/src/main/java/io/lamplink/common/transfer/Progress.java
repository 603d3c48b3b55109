package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.Pause;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one transfer stands, and when to tell so: every change of state, and progress at most 30 times a second. */
final class Progress {
    static final long PAUSE_NANOS = 1_000_000_000L / 30;

    private final TransferLink link;
    private final UUID id;
    private final Direction direction;
    private final String name;
    private final long size;
    private State state = State.OFFERED;
    private @Nullable Pause pause;
    private long transferred;
    private long activeNanos;
    private long lastMoveAt;
    private long toldAt;
    private @Nullable Sha256 sha256;
    private boolean verified;
    private @Nullable Path file;
    private @Nullable FailureReason failure;
    private String detail = "";
    private boolean silent;

    Progress(TransferLink link, UUID id, Direction direction, String name, long size) {
        this.link = link;
        this.id = id;
        this.direction = direction;
        this.name = name;
        this.size = size;
        this.lastMoveAt = link.nanoTime();
    }

    /** Where it stands, apart from what holds it up. */
    State state() {
        return state;
    }

    boolean ended() {
        return state == State.COMPLETE || state == State.FAILED;
    }

    /** Nobody hears of anything until {@link #speak()}. */
    void silent() {
        silent = true;
    }

    /** What happens is told from now on, and the end if it has come already. */
    void speak() {
        if (silent) {
            silent = false;
            if (ended()) {
                tell();
            }
        }
    }

    void file(Path path) {
        file = path;
    }

    void offered() {
        tell();
    }

    /** Something happens that shows in no figure: standing still counts from now on. */
    void stirred() {
        lastMoveAt = link.nanoTime();
    }

    /** Bytes may move, from {@code offset} on. */
    void active(long offset) {
        state = State.ACTIVE;
        transferred = offset;
        lastMoveAt = link.nanoTime();
        tell();
    }

    /** Something holds it up, or with null nothing does any more. */
    void held(@Nullable Pause by) {
        if (ended() || (by == null && pause == null)) {
            return;
        }
        pause = by;
        lastMoveAt = link.nanoTime();
        tell();
    }

    void moved(long bytes) {
        transferred = bytes;
        countTime();
        if (lastMoveAt - toldAt >= PAUSE_NANOS) {
            tell();
        }
    }

    void verifying() {
        state = State.VERIFYING;
        countTime();
        tell();
    }

    void complete(Sha256 digest, boolean compared) {
        state = State.COMPLETE;
        pause = null;
        transferred = size;
        sha256 = digest;
        verified = compared;
        countTime();
        tell();
    }

    void failed(FailureReason reason, String sentence) {
        state = State.FAILED;
        pause = null;
        failure = reason;
        detail = sentence;
        tell();
    }

    /** It has ended, and nobody is to hear of it. */
    void forgotten() {
        state = State.FAILED;
    }

    /** How long nothing has moved although nothing holds it up, in nanoseconds. */
    long stillFor() {
        return pause == null ? link.nanoTime() - lastMoveAt : 0;
    }

    /** It moves, if slowly: standing still counts from now on, and the time that has passed counts for the speed. */
    void countTime() {
        long now = link.nanoTime();
        activeNanos += now - lastMoveAt;
        lastMoveAt = now;
    }

    private void tell() {
        toldAt = link.nanoTime();
        if (!silent) {
            link.changed(snapshot());
        }
    }

    TransferSnapshot snapshot() {
        return new TransferSnapshot(
                id,
                direction,
                name,
                size,
                transferred,
                pause == null ? state : State.PAUSED,
                Duration.ofNanos(activeNanos),
                sha256,
                verified,
                file,
                failure,
                detail,
                pause,
                null);
    }
}

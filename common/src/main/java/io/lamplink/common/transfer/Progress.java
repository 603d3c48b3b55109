package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one transfer stands, and when to tell so: every change of state, and progress at most 30 times a second. */
final class Progress {
    private static final long PAUSE_NANOS = 1_000_000_000L / 30;

    private final TransferLink link;
    private final UUID id;
    private final Direction direction;
    private final String name;
    private final long size;
    private State state = State.OFFERED;
    private long transferred;
    private boolean begun;
    private long startedAt;
    private long lastMoveAt;
    private long toldAt;
    private @Nullable Sha256 sha256;
    private boolean verified;
    private @Nullable Path file;
    private @Nullable FailureReason failure;
    private String detail = "";

    Progress(TransferLink link, UUID id, Direction direction, String name, long size) {
        this.link = link;
        this.id = id;
        this.direction = direction;
        this.name = name;
        this.size = size;
        this.lastMoveAt = link.nanoTime();
    }

    State state() {
        return state;
    }

    boolean ended() {
        return state == State.COMPLETE || state == State.FAILED;
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

    void active() {
        state = State.ACTIVE;
        begun = true;
        startedAt = link.nanoTime();
        lastMoveAt = startedAt;
        tell();
    }

    void moved(long bytes) {
        transferred = bytes;
        lastMoveAt = link.nanoTime();
        if (lastMoveAt - toldAt >= PAUSE_NANOS) {
            tell();
        }
    }

    void verifying() {
        state = State.VERIFYING;
        lastMoveAt = link.nanoTime();
        tell();
    }

    void complete(Sha256 digest, boolean compared) {
        state = State.COMPLETE;
        transferred = size;
        sha256 = digest;
        verified = compared;
        lastMoveAt = link.nanoTime();
        tell();
    }

    void failed(FailureReason reason, String sentence) {
        state = State.FAILED;
        failure = reason;
        detail = sentence;
        tell();
    }

    /** How long nothing has moved, in nanoseconds. */
    long stillFor() {
        return link.nanoTime() - lastMoveAt;
    }

    private void tell() {
        toldAt = link.nanoTime();
        link.changed(snapshot());
    }

    TransferSnapshot snapshot() {
        Duration active = begun ? Duration.ofNanos(lastMoveAt - startedAt) : Duration.ZERO;
        return new TransferSnapshot(
                id, direction, name, size, transferred, state, active, sha256, verified, file, failure, detail);
    }
}

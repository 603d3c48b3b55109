package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.control.TransferItem;
import io.lamplink.common.ui.control.TransferRow;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One transfer as last heard of, with its meter and its row. Taking news is cheap; what a card shows is made on demand. */
final class TransferSlot {

    private final int number;
    private final LongSupplier limit;
    private final SpeedMeter meter = new SpeedMeter();
    private final TransferRow row;
    private Peer peer;
    private TransferSnapshot snapshot;
    private boolean saving;

    /**
     * A slot for a transfer that was not heard of before.
     *
     * @param number how many came before it
     * @param limit how fast files may be sent now, in bytes a second
     */
    TransferSlot(int number, Peer peer, TransferSnapshot snapshot, LongSupplier limit) {
        this.number = number;
        this.limit = limit;
        this.peer = peer;
        this.snapshot = snapshot;
        row = new TransferRow(snapshot.id(), () -> item(snapshot.id()));
        measure();
    }

    int number() {
        return number;
    }

    TransferRow row() {
        return row;
    }

    Peer peer() {
        return peer;
    }

    TransferSnapshot snapshot() {
        return snapshot;
    }

    void take(Peer from, TransferSnapshot now) {
        peer = from;
        snapshot = now;
        measure();
        row.changed();
    }

    void setSaving(boolean now) {
        saving = now;
        row.changed();
    }

    boolean incoming() {
        return snapshot.direction() == TransferSnapshot.Direction.IN;
    }

    boolean folder() {
        return snapshot.contents() != null;
    }

    boolean downloadable() {
        return incoming() && stage() == TransferItem.Stage.COMPLETE;
    }

    /** Bytes count only while they move: a pause is no slow transfer, and what a resume skips is no fast one. */
    private void measure() {
        if (snapshot.state() == State.ACTIVE) {
            meter.note(snapshot.transferred(), snapshot.active());
        } else {
            meter.restart();
        }
    }

    TransferItem.Stage stage() {
        return switch (snapshot.state()) {
            case OFFERED -> TransferItem.Stage.WAITING;
            case ACTIVE -> TransferItem.Stage.MOVING;
            case PAUSED -> TransferItem.Stage.PAUSED;
            case VERIFYING -> TransferItem.Stage.CHECKING;
            case COMPLETE -> saving ? TransferItem.Stage.SAVING : TransferItem.Stage.COMPLETE;
            case SAVED -> TransferItem.Stage.SAVED;
            case FAILED -> TransferItem.Stage.FAILED;
        };
    }

    /** What a card or a row called {@code id} shows. */
    TransferItem item(UUID id) {
        return new TransferItem(
                id,
                incoming(),
                snapshot.name(),
                snapshot.size(),
                progress(snapshot.contents()),
                stage(),
                peer.name(),
                meter.speed(),
                incoming() ? SendLimit.OFF : limit.getAsLong(),
                meter.timeFor(snapshot.size() - snapshot.transferred()),
                proof(),
                snapshot.state() == State.FAILED ? Sentences.of(failure()) : null,
                !ProgramNames.isProgram(snapshot.name()),
                hold(),
                snapshot.contents());
    }

    /** A folder full of empty files has no bytes to go by, only files. */
    private double progress(@Nullable FolderContents contents) {
        if (contents == null || contents.files() == 0 || snapshot.size() > 0 || snapshot.ended()) {
            return snapshot.progress();
        }
        return (double) (contents.done() + contents.missing()) / contents.files();
    }

    private TransferItem.Proof proof() {
        if (snapshot.verified()) {
            return TransferItem.Proof.VERIFIED;
        }
        return peer.isQt() ? TransferItem.Proof.NOT_POSSIBLE : TransferItem.Proof.NONE;
    }

    FailureReason failure() {
        FailureReason reason = snapshot.failure();
        return reason == null ? FailureReason.OTHER : reason;
    }

    /** Bytes a second; 0 while nothing moves. */
    double speed() {
        return meter.speed();
    }

    /** What holds it up, if anything does. */
    Optional<TransferItem.Hold> holds() {
        return Optional.ofNullable(hold());
    }

    private TransferItem.@Nullable Hold hold() {
        TransferSnapshot.Pause pause = snapshot.pause();
        if (snapshot.state() != State.PAUSED || pause == null) {
            return null;
        }
        return new TransferItem.Hold(PauseSentences.cause(pause), PauseSentences.sentence(pause, peer.name()));
    }
}

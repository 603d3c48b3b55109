package io.lamplink.common.ui.window;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.control.TransferItem;
import io.lamplink.common.ui.control.TransferItem.Stage;
import io.lamplink.common.ui.control.TransferRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What one card stands for: a transfer, or one file on its way to several. Sums are made when a card asks for them. */
final class TransferBatch {

    private static final Duration LONGEST = Duration.ofHours(100);

    private final List<TransferSlot> slots = new ArrayList<>();
    private final ObservableList<TransferRow> receivers = FXCollections.observableArrayList();
    private final TransferRow row;
    private UUID startLine = new UUID(0, 0);
    private @Nullable UUID endLine;

    /** A card for a single transfer. */
    TransferBatch(TransferSlot only) {
        row = only.row();
        slots.add(only);
    }

    /** A card for whatever belongs to {@code batch}, of which {@code first} is the first. */
    TransferBatch(UUID batch, TransferSlot first) {
        row = new TransferRow(batch, this::item, receivers);
        add(first);
    }

    TransferRow row() {
        return row;
    }

    List<TransferSlot> slots() {
        return slots;
    }

    TransferSlot first() {
        return slots.getFirst();
    }

    boolean several() {
        return slots.size() > 1;
    }

    void add(TransferSlot slot) {
        slots.add(slot);
        receivers.add(slot.row());
        row.changed();
    }

    void changed() {
        row.changed();
    }

    /** Which line of the log tells that it began. */
    UUID startLine() {
        return startLine;
    }

    void setStartLine(UUID line) {
        startLine = line;
    }

    /** Which line of the log tells how it ended. */
    @Nullable
    UUID endLine() {
        return endLine;
    }

    void setEndLine(UUID line) {
        endLine = line;
    }

    /** Whether somebody will not get it who was not left out by a person here. */
    boolean troubled() {
        return slots.stream()
                .anyMatch(slot -> slot.stage() == Stage.FAILED && slot.failure() != FailureReason.CANCELLED);
    }

    boolean ended() {
        return slots.stream().allMatch(slot -> slot.stage().ended());
    }

    int have() {
        return count(slot -> slot.stage().ended() && slot.stage() != Stage.FAILED);
    }

    /** The stage that most is to be seen of: what moves before what waits, and that before what is held up. */
    Stage stage() {
        if (!several()) {
            return first().stage();
        }
        for (Stage stage : List.of(Stage.MOVING, Stage.CHECKING, Stage.WAITING, Stage.PAUSED)) {
            if (slots.stream().anyMatch(slot -> slot.stage() == stage)) {
                return stage;
            }
        }
        return have() == 0 ? Stage.FAILED : Stage.COMPLETE;
    }

    private int count(Predicate<TransferSlot> which) {
        return (int) slots.stream().filter(which).count();
    }

    private TransferItem item() {
        TransferItem one = first().item(row.id());
        return several() ? sum(one, stage()) : one;
    }

    private TransferItem sum(TransferItem one, Stage stage) {
        long total = one.size() * slots.size();
        long moved =
                slots.stream().mapToLong(slot -> slot.snapshot().transferred()).sum();
        double speed = slots.stream().mapToDouble(TransferSlot::speed).sum();
        int have = have();
        return new TransferItem(
                row.id(),
                false,
                one.name(),
                one.size(),
                total == 0 ? (double) have / slots.size() : Math.min(1, (double) moved / total),
                stage,
                one.peer(),
                speed,
                one.limit(),
                timeLeft(speed),
                proof(),
                null,
                one.openable(),
                hold(stage),
                one.contents(),
                new TransferItem.Crowd(slots.size(), have, count(slot -> slot.stage() == Stage.FAILED), moved, total));
    }

    private @Nullable Duration timeLeft(double speed) {
        long left = slots.stream()
                .filter(slot -> slot.stage() == Stage.MOVING || slot.stage() == Stage.WAITING)
                .map(TransferSlot::snapshot)
                .mapToLong(snapshot -> snapshot.size() - snapshot.transferred())
                .sum();
        double seconds = speed <= 0 ? Double.POSITIVE_INFINITY : left / speed;
        return seconds >= LONGEST.toSeconds() ? null : Duration.ofMillis((long) (seconds * 1000));
    }

    private TransferItem.Proof proof() {
        return slots.stream().map(TransferSlot::snapshot).allMatch(TransferSnapshot::verified)
                ? TransferItem.Proof.VERIFIED
                : TransferItem.Proof.NONE;
    }

    /** What holds all up: a pause of ours, which Resume would end, before whatever else. */
    private TransferItem.@Nullable Hold hold(Stage stage) {
        if (stage != Stage.PAUSED) {
            return null;
        }
        List<TransferItem.Hold> holds =
                slots.stream().flatMap(slot -> slot.holds().stream()).toList();
        return holds.stream()
                .filter(hold -> hold.cause() == TransferItem.Cause.HERE)
                .findFirst()
                .orElseGet(holds::getFirst);
    }
}

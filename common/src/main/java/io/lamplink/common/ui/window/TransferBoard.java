package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.picture.PictureKind;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.control.TransferActions;
import io.lamplink.common.ui.control.TransferItem;
import io.lamplink.common.ui.control.TransferRow;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * All transfers since the window opened: what their cards show and what can be done with them. News of one transfer costs the
 * same however many there are.
 */
final class TransferBoard implements TransferActions, ArrivedPictures {

    private final Engine engine;
    private final WindowPorts ports;
    private final ChatFeed feed;
    private final Map<UUID, TransferSlot> slots = new HashMap<>();
    private final Map<UUID, TransferBatch> batches = new HashMap<>();
    private final Map<UUID, TransferBatch> batchOf = new HashMap<>();
    private final Set<UUID> running = new HashSet<>();
    private final Set<UUID> paused = new HashSet<>();
    private final NavigableMap<Integer, TransferSlot> unsaved = new TreeMap<>();
    private final ObservableList<TransferRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper downloadable = new ReadOnlyBooleanWrapper(this, "downloadable");
    private final ReadOnlyObjectWrapper<Phrase> summary =
            new ReadOnlyObjectWrapper<>(this, "summary", Phrase.of("transfer.list.heading"));

    TransferBoard(Engine engine, WindowPorts ports, ChatFeed feed) {
        this.engine = engine;
        this.ports = ports;
        this.feed = feed;
    }

    /** One row a card, newest first: a transfer, or one file for all who get it. */
    ObservableList<TransferRow> rows() {
        return rows;
    }

    ReadOnlyBooleanProperty downloadableProperty() {
        return downloadable.getReadOnlyProperty();
    }

    /** How many are under way, in words. */
    ReadOnlyObjectProperty<Phrase> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    int underWay() {
        return running.size() + paused.size();
    }

    int unsaved() {
        return unsaved.size();
    }

    /** Whether nothing would be left for the next start, or a person wants that. */
    boolean mayEnd() {
        return (underWay() == 0 && unsaved() == 0)
                || ports.dialogs()
                        .confirm(
                                Phrase.of("exit.confirm.question"),
                                Phrase.of("exit.confirm.detail", underWay(), unsaved()),
                                Phrase.of("exit.confirm.yes"));
    }

    void take(EngineEvent.TransferChanged event) {
        Peer peer = event.peer();
        TransferSnapshot now = event.transfer();
        @Nullable TransferSlot known = slots.get(now.id());
        if (known == null) {
            TransferSlot slot = new TransferSlot(slots.size(), peer, now, () -> SendRate.read(ports.settings()));
            slots.put(now.id(), slot);
            enter(slot, place(slot, event.batch()));
            return;
        }
        TransferSnapshot.State before = known.snapshot().state();
        known.take(peer, now);
        TransferBatch batch = batch(known);
        batch.changed();
        if (before != now.state()) {
            enter(known, batch);
        }
    }

    /** A transfer that was not known gets a card, or a row in the card of its batch. */
    private TransferBatch place(TransferSlot slot, @Nullable UUID id) {
        @Nullable TransferBatch known = id == null ? null : batches.get(id);
        if (known != null) {
            known.add(slot);
            batchOf.put(slot.row().id(), known);
            feed.rephrase(known.startLine(), TransferLines.started(known));
            return known;
        }
        TransferBatch batch = id == null ? new TransferBatch(slot) : new TransferBatch(id, slot);
        batches.put(batch.row().id(), batch);
        batchOf.put(slot.row().id(), batch);
        batch.setStartLine(feed.note(TransferLines.started(batch)));
        rows.addFirst(batch.row());
        return batch;
    }

    private TransferBatch batch(TransferSlot slot) {
        return Objects.requireNonNull(batchOf.get(slot.row().id()));
    }

    /** A transfer is in another state than before. */
    private void enter(TransferSlot slot, TransferBatch batch) {
        count(slot);
        if (batch.several()) {
            tellEnd(batch);
            return;
        }
        switch (slot.snapshot().state()) {
            case COMPLETE -> batch.setEndLine(tellArrival(slot));
            case FAILED -> tellFailure(slot, batch);
            case OFFERED, ACTIVE, PAUSED, VERIFYING, SAVED -> {}
        }
    }

    private UUID tellArrival(TransferSlot slot) {
        TransferSnapshot now = slot.snapshot();
        Phrase phrase = TransferLines.completed(slot);
        boolean picture = slot.incoming() && !slot.folder() && PictureKind.isNameOfOne(now.name());
        return picture && now.verified() ? feed.show(phrase, now.id()) : feed.note(phrase);
    }

    /** What became of a file for several is one line, put right if somebody gets it later. */
    private void tellEnd(TransferBatch batch) {
        if (!batch.ended()) {
            return;
        }
        UUID line = batch.endLine();
        Phrase phrase = TransferLines.ended(batch);
        if (line != null) {
            feed.rephrase(line, phrase);
        } else {
            batch.setEndLine(batch.troubled() ? feed.warn(phrase, batch.row().id()) : feed.note(phrase));
        }
    }

    private void tellFailure(TransferSlot slot, TransferBatch batch) {
        if (slot.failure() == FailureReason.CANCELLED) {
            feed.note(TransferLines.failed(slot));
        } else {
            feed.warn(TransferLines.failed(slot), batch.row().id());
        }
    }

    private void count(TransferSlot slot) {
        TransferBatch batch = batch(slot);
        UUID id = batch.row().id();
        TransferItem.Stage stage = batch.stage();
        keep(paused, id, stage == TransferItem.Stage.PAUSED);
        keep(running, id, !stage.ended() && stage != TransferItem.Stage.PAUSED);
        if (slot.downloadable()) {
            unsaved.put(slot.number(), slot);
        } else {
            unsaved.remove(slot.number());
        }
        downloadable.set(!unsaved.isEmpty());
        summary.set(summary());
    }

    private static void keep(Set<UUID> some, UUID id, boolean belongs) {
        if (belongs) {
            some.add(id);
        } else {
            some.remove(id);
        }
    }

    private Phrase summary() {
        if (running.isEmpty() && paused.isEmpty()) {
            return Phrase.of("transfer.list.heading");
        }
        if (paused.isEmpty()) {
            return Phrase.of("transfer.list.running", running.size());
        }
        return running.isEmpty()
                ? Phrase.of("transfer.list.paused", paused.size())
                : Phrase.of("transfer.list.both", running.size(), paused.size());
    }

    /** Saves the newest file or folder that has arrived and was not saved yet. */
    void downloadNewest() {
        if (!unsaved.isEmpty()) {
            download(unsaved.lastEntry().getValue().snapshot().id());
        }
    }

    @Override
    public void pause(UUID transfer) {
        forEach(transfer, TransferItem::pausable, engine::pause);
    }

    @Override
    public void resume(UUID transfer) {
        forEach(transfer, TransferItem::resumable, engine::resume);
    }

    @Override
    public void cancel(UUID transfer) {
        forEach(transfer, TransferItem::cancellable, engine::cancel);
    }

    /** What is asked of a card for several is asked for each of them that it can be asked for. */
    private void forEach(UUID id, Predicate<TransferItem> which, Consumer<UUID> action) {
        List<TransferSlot> members = members(id);
        members.stream()
                .filter(slot -> members.size() == 1 || which.test(slot.row().item()))
                .map(slot -> slot.snapshot().id())
                .toList()
                .forEach(action);
    }

    /** The transfers of a card, or the one of a row. */
    private List<TransferSlot> members(UUID id) {
        @Nullable TransferBatch batch = batches.get(id);
        @Nullable TransferSlot slot = slots.get(id);
        return batch != null ? batch.slots() : slot != null ? List.of(slot) : List.of();
    }

    @Override
    public void download(UUID transfer) {
        @Nullable TransferSlot slot = slots.get(transfer);
        if (slot == null || !slot.downloadable()) {
            return;
        }
        String name = slot.snapshot().name();
        if (slot.folder()) {
            ports.dialogs().chooseTargetFolder(name).ifPresent(folder -> save(slot, engine.saveInto(transfer, folder)));
        } else {
            ports.dialogs().chooseTarget(name).ifPresent(target -> save(slot, engine.save(transfer, target)));
        }
    }

    @Override
    public void open(UUID transfer) {
        file(transfer).ifPresent(ports.opener()::open);
    }

    @Override
    public void showInFolder(UUID transfer) {
        file(transfer).ifPresent(ports.opener()::showInFolder);
    }

    @Override
    public void dismiss(UUID transfer) {
        @Nullable TransferBatch batch = batches.get(transfer);
        if (batch != null && batch.ended() && !batch.first().downloadable()) {
            rows.remove(batch.row());
        }
    }

    private void save(TransferSlot slot, CompletableFuture<SaveResult> answer) {
        slot.setSaving(true);
        count(slot);
        ports.door().receive(answer, result -> saved(slot, result));
    }

    private void saved(TransferSlot slot, SaveResult result) {
        slot.setSaving(false);
        count(slot);
        switch (result) {
            case SaveResult.Saved(Path target) -> feed.note(TransferLines.saved(slot.folder(), target));
            case SaveResult.NotSaved not ->
                feed.warn(Sentences.of(not.problem(), slot.snapshot().name()));
        }
    }

    @Override
    public Optional<Path> verified(UUID transfer) {
        return members(transfer).stream()
                .map(TransferSlot::snapshot)
                .filter(now -> now.verified() && now.direction() == TransferSnapshot.Direction.IN)
                .findFirst()
                .map(TransferSnapshot::file);
    }

    @Override
    public void look(UUID transfer) {
        @Nullable TransferSlot slot = slots.get(transfer);
        if (slot != null && slot.downloadable()) {
            download(transfer);
        } else if (slot != null && slot.stage() == TransferItem.Stage.SAVED) {
            open(transfer);
        }
    }

    private Optional<Path> file(UUID transfer) {
        return members(transfer).stream()
                .findFirst()
                .map(slot -> slot.snapshot().file());
    }
}

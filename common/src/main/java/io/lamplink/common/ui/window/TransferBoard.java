package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.control.TransferActions;
import io.lamplink.common.ui.control.TransferItem;
import io.lamplink.common.ui.control.TransferRow;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
final class TransferBoard implements TransferActions {

    private final Engine engine;
    private final WindowPorts ports;
    private final ChatFeed feed;
    private final Map<UUID, TransferSlot> slots = new HashMap<>();
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

    /** One row a transfer, newest first. */
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

    void take(EngineEvent.TransferChanged event) {
        Peer peer = event.peer();
        TransferSnapshot now = event.transfer();
        @Nullable TransferSlot known = slots.get(now.id());
        if (known == null) {
            TransferSlot slot = new TransferSlot(slots.size(), peer, now);
            slots.put(now.id(), slot);
            feed.note(TransferLines.started(slot));
            rows.addFirst(slot.row());
            enter(slot);
            return;
        }
        TransferSnapshot.State before = known.snapshot().state();
        known.take(peer, now);
        if (before != now.state()) {
            enter(known);
        }
    }

    /** A transfer is in another state than before. */
    private void enter(TransferSlot slot) {
        count(slot);
        switch (slot.snapshot().state()) {
            case COMPLETE -> feed.note(TransferLines.completed(slot));
            case FAILED -> tellFailure(slot);
            case OFFERED, ACTIVE, PAUSED, VERIFYING, SAVED -> {}
        }
    }

    private void tellFailure(TransferSlot slot) {
        if (slot.failure() == FailureReason.CANCELLED) {
            feed.note(TransferLines.failed(slot));
        } else {
            feed.warn(TransferLines.failed(slot));
        }
    }

    private void count(TransferSlot slot) {
        UUID id = slot.row().id();
        TransferItem.Stage stage = slot.stage();
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
            download(unsaved.lastEntry().getValue().row().id());
        }
    }

    @Override
    public void pause(UUID transfer) {
        engine.pause(transfer);
    }

    @Override
    public void resume(UUID transfer) {
        engine.resume(transfer);
    }

    @Override
    public void cancel(UUID transfer) {
        engine.cancel(transfer);
    }

    @Override
    public void download(UUID transfer) {
        @Nullable TransferSlot slot = slots.get(transfer);
        if (slot == null || !slot.downloadable()) {
            return;
        }
        String name = slot.snapshot().name();
        if (slot.folder()) {
            ports.dialogs()
                    .chooseFolder(Phrase.of("dialog.save-folder.title", name))
                    .ifPresent(folder -> save(slot, engine.saveInto(transfer, folder)));
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
        @Nullable TransferSlot slot = slots.get(transfer);
        if (slot != null && slot.stage().ended() && !slot.downloadable()) {
            rows.remove(slot.row());
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

    private Optional<Path> file(UUID transfer) {
        return Optional.ofNullable(slots.get(transfer))
                .map(slot -> slot.snapshot().file());
    }
}

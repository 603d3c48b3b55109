package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.control.TransferActions;
import io.lamplink.common.ui.control.TransferItem;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** All transfers since the window opened: what their cards show and what can be done with them. */
final class TransferBoard implements TransferActions {

    /** Opening one of these could start a program that a peer has sent. */
    private static final Set<String> PROGRAMS = Set.of(
            "exe",
            "com",
            "bat",
            "cmd",
            "msi",
            "msix",
            "scr",
            "pif",
            "lnk",
            "url",
            "ps1",
            "vbs",
            "vbe",
            "js",
            "jse",
            "wsf",
            "hta",
            "reg",
            "cpl",
            "jar",
            "jnlp",
            "sh",
            "run",
            "desktop",
            "appimage",
            "deb",
            "rpm",
            "command",
            "app",
            "pkg",
            "dmg",
            "scpt",
            "workflow",
            "py",
            "pl",
            "rb");

    private final Engine engine;
    private final WindowPorts ports;
    private final ChatFeed feed;
    private final Map<UUID, Slot> slots = new LinkedHashMap<>();
    private final Set<UUID> saving = new HashSet<>();
    private final ObservableList<TransferItem> items = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper downloadable = new ReadOnlyBooleanWrapper(this, "downloadable");

    /** A transfer as last heard of, with its meter. */
    private record Slot(Peer peer, TransferSnapshot snapshot, SpeedMeter meter) {}

    TransferBoard(Engine engine, WindowPorts ports, ChatFeed feed) {
        this.engine = engine;
        this.ports = ports;
        this.feed = feed;
    }

    ObservableList<TransferItem> items() {
        return items;
    }

    ReadOnlyBooleanProperty downloadableProperty() {
        return downloadable.getReadOnlyProperty();
    }

    int underWay() {
        return (int) items.stream().filter(item -> !item.stage().ended()).count();
    }

    int unsaved() {
        return (int) items.stream().filter(TransferItem::downloadable).count();
    }

    void take(EngineEvent.TransferChanged event) {
        TransferSnapshot now = event.transfer();
        @Nullable Slot before = slots.get(now.id());
        SpeedMeter meter = before == null ? new SpeedMeter() : before.meter();
        meter.note(now.transferred(), now.active());
        Slot slot = new Slot(event.peer(), now, meter);
        slots.put(now.id(), slot);
        if (before == null) {
            feed.note(started(slot));
        }
        if (before == null || before.snapshot().state() != now.state()) {
            tellEnd(slot);
        }
        show(slot);
    }

    /** Saves the newest file that has arrived and was not saved yet. */
    void downloadNewest() {
        newestDownloadable().ifPresent(item -> download(item.id()));
    }

    Optional<TransferItem> newestDownloadable() {
        return items.reversed().stream().filter(TransferItem::downloadable).findFirst();
    }

    @Override
    public void cancel(UUID transfer) {
        engine.cancel(transfer);
    }

    @Override
    public void download(UUID transfer) {
        Slot slot = slots.get(transfer);
        if (slot == null || !item(slot).downloadable()) {
            return;
        }
        ports.dialogs().chooseTarget(slot.snapshot().name()).ifPresent(target -> save(transfer, target));
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
        items.removeIf(item -> item.id().equals(transfer) && item.stage().ended() && !item.downloadable());
    }

    private void save(UUID transfer, Path target) {
        saving.add(transfer);
        refresh(transfer);
        ports.door().receive(engine.save(transfer, target), result -> saved(transfer, result));
    }

    private void saved(UUID transfer, SaveResult result) {
        saving.remove(transfer);
        refresh(transfer);
        Slot slot = slots.get(transfer);
        String name = slot == null ? "" : slot.snapshot().name();
        switch (result) {
            case SaveResult.Saved(Path target) -> feed.note(Phrase.of("log.file.saved", target.toString()));
            case SaveResult.NotSaved not -> feed.warn(Sentences.of(not.problem(), name));
        }
    }

    private Optional<Path> file(UUID transfer) {
        return Optional.ofNullable(slots.get(transfer))
                .map(slot -> slot.snapshot().file());
    }

    private void refresh(UUID transfer) {
        Slot slot = slots.get(transfer);
        if (slot != null) {
            show(slot);
        }
    }

    private void show(Slot slot) {
        TransferItem item = item(slot);
        int index = indexOf(item.id());
        if (index >= 0) {
            items.set(index, item);
        } else {
            items.add(item);
        }
        downloadable.set(newestDownloadable().isPresent());
    }

    private int indexOf(UUID transfer) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(transfer)) {
                return i;
            }
        }
        return -1;
    }

    private TransferItem item(Slot slot) {
        TransferSnapshot now = slot.snapshot();
        return new TransferItem(
                now.id(),
                now.direction() == TransferSnapshot.Direction.IN,
                now.name(),
                now.size(),
                now.progress(),
                stage(now),
                slot.peer().name(),
                slot.meter().speed(),
                slot.meter().timeFor(now.size() - now.transferred()),
                proof(slot),
                now.state() == TransferSnapshot.State.FAILED ? failure(now) : null,
                !PROGRAMS.contains(extension(now.name())));
    }

    private TransferItem.Stage stage(TransferSnapshot now) {
        return switch (now.state()) {
            case OFFERED -> TransferItem.Stage.WAITING;
            case ACTIVE -> TransferItem.Stage.MOVING;
            case PAUSED -> TransferItem.Stage.WAITING;
            case VERIFYING -> TransferItem.Stage.CHECKING;
            case COMPLETE -> saving.contains(now.id()) ? TransferItem.Stage.SAVING : TransferItem.Stage.COMPLETE;
            case SAVED -> TransferItem.Stage.SAVED;
            case FAILED -> TransferItem.Stage.FAILED;
        };
    }

    private static TransferItem.Proof proof(Slot slot) {
        if (slot.snapshot().verified()) {
            return TransferItem.Proof.VERIFIED;
        }
        return slot.peer().isQt() ? TransferItem.Proof.NOT_POSSIBLE : TransferItem.Proof.NONE;
    }

    private static Phrase failure(TransferSnapshot now) {
        FailureReason reason = now.failure();
        return Sentences.of(reason == null ? FailureReason.OTHER : reason);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static Phrase started(Slot slot) {
        TransferSnapshot now = slot.snapshot();
        boolean incoming = now.direction() == TransferSnapshot.Direction.IN;
        return Phrase.of(
                incoming ? "log.file.receiving" : "log.file.sending",
                now.name(),
                new Amount.Bytes(now.size()),
                slot.peer().name());
    }

    private void tellEnd(Slot slot) {
        TransferSnapshot now = slot.snapshot();
        boolean incoming = now.direction() == TransferSnapshot.Direction.IN;
        if (now.state() == TransferSnapshot.State.COMPLETE) {
            feed.note(Phrase.of(
                    incoming ? "log.file.received" : "log.file.sent",
                    now.name(),
                    slot.peer().name()));
        } else if (now.state() == TransferSnapshot.State.FAILED) {
            Phrase line =
                    Phrase.of(incoming ? "log.file.receive-failed" : "log.file.send-failed", now.name(), failure(now));
            if (now.failure() == FailureReason.CANCELLED) {
                feed.note(line);
            } else {
                feed.warn(line);
            }
        }
    }
}

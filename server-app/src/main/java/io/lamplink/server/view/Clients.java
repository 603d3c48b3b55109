package io.lamplink.server.view;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.host.AddressText;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.control.ClientItem;
import io.lamplink.common.ui.control.ClientRow;
import io.lamplink.common.ui.window.ConversationViewModel;
import io.lamplink.common.ui.window.Departed;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the list of clients. News of one client costs the same however many there are; what a row shows is made when a
 * cell in sight asks for it.
 */
final class Clients {

    private final ConversationViewModel conversation;
    private final Departed departed;
    private final ObservableList<ClientRow> rows = FXCollections.observableArrayList();
    private final Map<UUID, ClientRow> byPeer = new HashMap<>();
    private final Map<UUID, Map<UUID, TransferSnapshot>> receiving = new HashMap<>();
    private final Map<UUID, UUID> receiverOf = new HashMap<>();

    Clients(ConversationViewModel conversation, Departed departed) {
        this.conversation = conversation;
        this.departed = departed;
    }

    /** One row a client, in the order they came. */
    ObservableList<ClientRow> rows() {
        return rows;
    }

    /** Who was there and has left. */
    Departed departed() {
        return departed;
    }

    void joined(Peer peer) {
        departed.back(peer.name());
        ClientRow row = new ClientRow(peer.id(), () -> item(peer));
        if (byPeer.putIfAbsent(peer.id(), row) == null) {
            rows.add(row);
        }
    }

    void left(Peer peer) {
        ClientRow row = byPeer.remove(peer.id());
        if (row != null) {
            rows.remove(row);
            departed.left(peer.name());
        }
        Map<UUID, TransferSnapshot> ended = receiving.remove(peer.id());
        if (ended != null) {
            ended.keySet().forEach(receiverOf::remove);
        }
    }

    /** Takes note of what goes to whom. */
    void take(EngineEvent.TransferChanged change) {
        TransferSnapshot now = change.transfer();
        if (now.direction() != TransferSnapshot.Direction.OUT) {
            return;
        }
        UUID peer = change.peer().id();
        UUID before = receiverOf.get(now.id());
        boolean moves = now.state() == TransferSnapshot.State.ACTIVE && byPeer.containsKey(peer);
        if (before != null && (!moves || !before.equals(peer))) {
            forget(before, now.id());
        }
        if (moves) {
            receiving.computeIfAbsent(peer, _ -> new LinkedHashMap<>()).put(now.id(), now);
            receiverOf.put(now.id(), peer);
            changed(peer);
        }
    }

    private void forget(UUID peer, UUID transfer) {
        receiverOf.remove(transfer);
        Map<UUID, TransferSnapshot> files = receiving.get(peer);
        if (files != null && files.remove(transfer) != null && files.isEmpty()) {
            receiving.remove(peer);
        }
        changed(peer);
    }

    private void changed(UUID peer) {
        ClientRow row = byPeer.get(peer);
        if (row != null) {
            row.changed();
        }
    }

    /** Round trips and locks may be others than before. */
    void figuresChanged() {
        rows.forEach(ClientRow::changed);
    }

    private ClientItem item(Peer peer) {
        return new ClientItem(
                peer.id(),
                peer.name(),
                AddressText.withZone(peer.address().getAddress()),
                peer.isQt(),
                conversation.encrypted(peer),
                conversation.roundTrip(peer).orElse(null),
                receiving(receiving.getOrDefault(peer.id(), Map.of()).values()));
    }

    private static ClientItem.@Nullable Receiving receiving(Collection<TransferSnapshot> files) {
        if (files.isEmpty()) {
            return null;
        }
        long size = files.stream().mapToLong(TransferSnapshot::size).sum();
        long moved = files.stream().mapToLong(TransferSnapshot::transferred).sum();
        String name = files.iterator().next().name();
        return new ClientItem.Receiving(files.size(), name, size == 0 ? 0 : Math.min(1, (double) moved / size));
    }
}

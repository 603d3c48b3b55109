package io.lamplink.common.simulation;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.session.Introduction;
import io.lamplink.common.session.SessionListener;
import io.lamplink.common.transfer.TransferSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes down what a session tells: one line each, and every snapshot. */
public final class SessionLog implements SessionListener {
    private final List<String> lines = new ArrayList<>();
    private final List<TransferSnapshot> transfers = new ArrayList<>();
    private final List<TransferSnapshot> parts = new ArrayList<>();

    /** Everything told of files in folders. */
    public List<TransferSnapshot> parts() {
        return List.copyOf(parts);
    }

    /** Everything in order. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** What was told since this was last asked. */
    public List<String> take() {
        List<String> taken = lines();
        lines.clear();
        return taken;
    }

    /** Everything told of the transfer {@code id}. */
    public List<TransferSnapshot> transfers(UUID id) {
        return transfers.stream().filter(snapshot -> snapshot.id().equals(id)).toList();
    }

    /** Everything told of transfers. */
    public List<TransferSnapshot> transfers() {
        return List.copyOf(transfers);
    }

    @Override
    public void ready(Introduction peer) {
        lines.add("ready " + peer.name());
    }

    @Override
    public void partOfFolder(TransferSnapshot snapshot) {
        parts.add(snapshot);
    }

    @Override
    public void disowned(UUID id, FailureReason reason) {
        lines.add("disowned " + reason);
    }

    @Override
    public void room(Message.Room news) {
        lines.add("room " + news.here());
    }

    @Override
    public void writing(Message.Typing typing) {
        lines.add("writing " + typing.on());
    }

    @Override
    public void chat(Message.Chat chat) {
        lines.add("chat " + chat.text());
    }

    @Override
    public void chatDelivered(UUID id) {
        lines.add("delivered " + id.getLeastSignificantBits());
    }

    @Override
    public void chatFailed(UUID id) {
        lines.add("not delivered " + id.getLeastSignificantBits());
    }

    @Override
    public void transfer(TransferSnapshot snapshot) {
        transfers.add(snapshot);
        lines.add("transfer " + snapshot.state());
    }

    @Override
    public void ignored(String sentence) {
        lines.add("ignored " + sentence);
    }

    @Override
    public void fileAskedFor(String path) {
        lines.add("asked for " + path);
    }

    @Override
    public void closed(CloseReason reason, boolean byUs) {
        lines.add("closed " + reason.code() + (byUs ? " by us" : ""));
    }
}

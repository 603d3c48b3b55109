package io.lamplink.common.recorder;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.EngineListener;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.history.History;
import io.lamplink.common.history.HistoryEntry;
import io.lamplink.common.history.HistoryEntry.Outcome;
import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEntry.Transfer;
import io.lamplink.common.history.HistoryEntry.Turn;
import io.lamplink.common.history.HistoryEntry.Visit;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what persons said, what was sent, and who came and went. What the program said by itself is not kept, nor how far a
 * transfer is between its beginning and its end.
 */
public final class HistoryRecorder implements EngineListener {
    private final History history;
    private final UUID self;
    private final InstantSource clock;
    private final boolean amongMany;
    private final Set<UUID> underWay = new HashSet<>();
    /** Texts of which some peers may be kept as those who do not have them. */
    private final Set<UUID> unsure = new HashSet<>();

    private int there;
    private boolean ending;

    /**
     * A recorder into {@code history}, to be added to one engine.
     *
     * @param self who this side is to its peers
     * @param clock for the time of what nobody else tells the time of
     * @param amongMany whether each peer is one of many, as on a server
     */
    public HistoryRecorder(History history, UUID self, InstantSource clock, boolean amongMany) {
        this.history = history;
        this.self = self;
        this.clock = clock;
        this.amongMany = amongMany;
    }

    @Override
    public synchronized void onEvent(EngineEvent event) {
        switch (event) {
            case EngineEvent.ChatReceived chat -> heard(chat);
            case EngineEvent.ChatSent chat -> said(chat);
            case EngineEvent.ChatDelivered delivered -> delivered(delivered);
            case EngineEvent.ChatFailed failed -> failed(failed.id(), failed.peer());
            case EngineEvent.ChatSentAgain again -> {
                history.sentAgain(again.id(), again.to().size());
                again.to().forEach(peer -> waits(again.id(), peer));
            }
            case EngineEvent.ChatWaiting waiting -> waits(waiting.id(), waiting.peer());
            case EngineEvent.TransferChanged change -> moved(change);
            case EngineEvent.PeerJoined(Peer peer) -> {
                there++;
                visit(party(peer), Turn.PEER_CAME);
            }
            case EngineEvent.PeerLeft left -> {
                there--;
                visit(party(left.peer()), left.reason().orderly() ? Turn.PEER_WENT : Turn.PEER_LOST);
            }
            case EngineEvent.MemberJoined member -> {
                if (!member.already()) {
                    visit(new Party(member.name(), null), Turn.MEMBER_CAME);
                }
            }
            case EngineEvent.MemberLeft(String name) -> visit(new Party(name, null), Turn.MEMBER_WENT);
            case EngineEvent.LinkChanged _,
                    EngineEvent.Listening _,
                    EngineEvent.ListenFailed _,
                    EngineEvent.ListeningStopped _,
                    EngineEvent.AnnouncementChanged _,
                    EngineEvent.Connecting _,
                    EngineEvent.Reconnecting _,
                    EngineEvent.ConnectFailed _,
                    EngineEvent.IdentityAsked _,
                    EngineEvent.ClearAsked _,
                    EngineEvent.ClearTurnedAway _,
                    EngineEvent.PinAsked _,
                    EngineEvent.PinMissing _,
                    EngineEvent.PinLocked _,
                    EngineEvent.PinCrowd _,
                    EngineEvent.RoomName _,
                    EngineEvent.WritingChanged _,
                    EngineEvent.SendFailed _,
                    EngineEvent.FrameIgnored _,
                    EngineEvent.FileAskedFor _ -> {}
        }
    }

    private void heard(EngineEvent.ChatReceived chat) {
        boolean passedOn = !chat.writer().isEmpty();
        Party writer = passedOn ? new Party(chat.writer(), null) : party(chat.from());
        boolean direct = chat.direct() && !amongMany; // On a server a text for it alone is nothing special.
        history.add(Text.heard(chat.id(), chat.time(), chat.text(), writer, passedOn || amongMany, direct));
    }

    private void said(EngineEvent.ChatSent chat) {
        if (!chat.automatic()) {
            List<String> to =
                    there < 2 ? List.of() : chat.to().stream().map(Peer::name).toList();
            int recipients = chat.to().isEmpty() ? there : chat.to().size();
            history.add(Text.said(chat.id(), chat.time(), chat.text(), to, recipients));
        }
    }

    /** A text that is not known to have arrived goes on at the next start, if this run does not see its end. */
    private void waits(UUID text, Peer peer) {
        UUID identity = peer.identity();
        if (identity != null) {
            unsure.add(text);
            history.waits(text, identity, self);
        }
    }

    private void delivered(EngineEvent.ChatDelivered delivered) {
        history.delivered(delivered.id(), delivered.by().size());
        if (unsure.contains(delivered.id())) {
            delivered.by().stream()
                    .map(Peer::identity)
                    .filter(Objects::nonNull)
                    .forEach(identity -> history.has(delivered.id(), identity));
        }
    }

    /** What fails because the program ends has not failed: it goes out at the next start, to the same peer. */
    private void failed(UUID text, Peer peer) {
        UUID identity = peer.identity();
        if (ending && identity != null) {
            history.waits(text, identity, self);
            return;
        }
        history.failed(text);
        if (identity != null) {
            unsure.add(text);
            history.misses(text, identity);
        }
    }

    /** The program ends: from now on links end because it does. */
    public synchronized void endsNow() {
        ending = true;
    }

    private void visit(Party who, Turn turn) {
        history.add(new Visit(HistoryEntry.NOT_KEPT, UUID.randomUUID(), clock.instant(), who, turn));
    }

    private void moved(EngineEvent.TransferChanged change) {
        TransferSnapshot now = change.transfer();
        boolean begins = !now.ended() && underWay.add(now.id());
        if (now.ended()) {
            underWay.remove(now.id());
        }
        if (begins || now.ended()) {
            history.add(entry(change.peer(), now, change.batch()));
        }
    }

    private Transfer entry(Peer peer, TransferSnapshot now, @Nullable UUID batch) {
        FolderContents contents = now.contents();
        Outcome outcome = outcome(now);
        return new Transfer(
                HistoryEntry.NOT_KEPT,
                now.id(),
                clock.instant(),
                now.direction() == Direction.OUT,
                party(peer),
                batch,
                now.name(),
                now.size(),
                contents == null ? Transfer.ONE_FILE : contents.files(),
                outcome,
                outcome == Outcome.FAILED ? now.failure() : null,
                path(now));
    }

    private static Outcome outcome(TransferSnapshot now) {
        return switch (now.state()) {
            case OFFERED, ACTIVE, PAUSED, VERIFYING -> Outcome.UNDER_WAY;
            case COMPLETE -> Outcome.COMPLETE;
            case SAVED -> Outcome.SAVED;
            case FAILED -> Outcome.FAILED;
        };
    }

    /** Where a file waits to be saved is nobody's affair. */
    private static @Nullable String path(TransferSnapshot now) {
        boolean known = now.direction() == Direction.OUT || now.state() == TransferSnapshot.State.SAVED;
        Path file = now.file();
        return known && file != null ? file.toString() : null;
    }

    private static Party party(Peer peer) {
        return new Party(peer.name(), peer.identity());
    }
}

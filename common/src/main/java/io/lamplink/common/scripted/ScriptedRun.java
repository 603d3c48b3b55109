package io.lamplink.common.scripted;

import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.EngineListener;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.engine.SendProblem;
import io.lamplink.common.host.AddressText;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Drives an engine by a {@link Script} and writes what happens as {@link EventLines}. Events come on the
 * engine's thread and the outcome of saving on a disk thread, one at a time. Exit status 0 if all that was asked for has happened, else 1.
 */
public final class ScriptedRun implements EngineListener {
    private final Engine engine;
    private final Script script;
    private final EventLines lines;
    private final TransferLines transfers;
    private final DoorLines door;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final AtomicBoolean allDone = new AtomicBoolean();
    private final AtomicBoolean partial = new AtomicBoolean();
    private final Map<UUID, PeerWork> work = new LinkedHashMap<>();
    private final Set<UUID> met = new HashSet<>();
    private @Nullable PeerWork carried;
    private @Nullable Fingerprint asked;
    private @Nullable Fingerprint own;
    private int filesIn;
    private int saving;
    private boolean given;
    private boolean givenWhole;
    private boolean linkGone;

    /** A run on {@code engine}; listens from now on. */
    public ScriptedRun(Engine engine, Script script, EventLines lines) {
        this.engine = engine;
        this.script = script;
        this.lines = lines;
        this.transfers = new TransferLines(lines, System::nanoTime);
        this.door = new DoorLines(lines);
        allDone.set(nothingAsked());
        engine.addListener(this);
    }

    /** Completes with the exit status when the script says that the run ends. */
    public CompletableFuture<Integer> ended() {
        return ended;
    }

    /** The exit status if the run ended now. */
    public int statusNow() {
        return allDone.get() && !partial.get() ? 0 : 1;
    }

    /** Writes an error line: not all of what is to be sent can be. The rest is, and the run ends with status 1. */
    void isPartial(String sentence) {
        error(sentence);
        partial.set(true);
    }

    /** By what clients know this server, which is told with where it listens, so that its user can tell others. */
    public synchronized void isKnownBy(Fingerprint fingerprint) {
        own = fingerprint;
    }

    /** Writes an error line; the run goes on. */
    public void error(String sentence) {
        lines.event("error").with("message", sentence).write();
    }

    @Override
    public synchronized void onEvent(EngineEvent event) {
        switch (event) {
            case EngineEvent.Listening e -> listening(e);
            case EngineEvent.AnnouncementChanged e -> announced(e);
            case EngineEvent.ListenFailed e -> fail(Sentences.of(e.problem(), e.host(), e.port()));
            case EngineEvent.ConnectFailed e -> fail(connectFailed(e));
            case EngineEvent.IdentityAsked e -> identityAsked(e);
            case EngineEvent.ClearAsked e -> door.clearAsked(e);
            case EngineEvent.ClearTurnedAway e -> door.clearTurnedAway(e);
            case EngineEvent.PinAsked e -> door.pinAsked(e);
            case EngineEvent.PinMissing e -> door.pinMissing(e);
            case EngineEvent.PinLocked e -> door.pinLocked(e);
            case EngineEvent.PinCrowd _ -> door.pinCrowd();
            case EngineEvent.PeerJoined e -> joined(e.peer());
            case EngineEvent.PeerLeft e -> left(e);
            case EngineEvent.ChatReceived e -> heard(e);
            case EngineEvent.MemberJoined e ->
                lines.event("member-joined")
                        .with("name", e.name())
                        .with("already", e.already())
                        .write();
            case EngineEvent.MemberLeft e ->
                lines.event("member-left").with("name", e.name()).write();
            case EngineEvent.RoomName e ->
                lines.event("room-name").with("name", e.name()).write();
            case EngineEvent.ChatDelivered e -> e.by().forEach(peer -> delivered(peer, e.id()));
            case EngineEvent.ChatFailed e -> chatFailed(e.peer(), e.id());
            case EngineEvent.TransferChanged e -> transfer(e.peer(), e.transfer());
            case EngineEvent.SendFailed e -> sendFailed(e);
            case EngineEvent.FrameIgnored e ->
                error(Sentences.notUnderstood(e.peer().name()));
            case EngineEvent.FileAskedFor e ->
                error(e.peer().name() + " asked for a file by path and was answered in the chat.");
            case EngineEvent.Reconnecting e -> reconnecting(e);
            case EngineEvent.LinkChanged e -> linkChanged(e.state());
            case EngineEvent.ListeningStopped _,
                    EngineEvent.Connecting _,
                    EngineEvent.ChatSent _,
                    EngineEvent.WritingChanged _,
                    EngineEvent.ChatWaiting _,
                    EngineEvent.ChatSentAgain _ -> {}
        }
    }

    private void heard(EngineEvent.ChatReceived e) {
        lines.event("chat")
                .with("from", e.from().name())
                .with("writer", e.writer())
                .with("earlier", e.earlier())
                .with("direct", e.direct())
                .with("text", e.text())
                .write();
    }

    private void listening(EngineEvent.Listening e) {
        EventLines.Line line = lines.event("listening")
                .with("address", AddressText.withZone(e.address().getAddress()))
                .with("port", e.address().getPort());
        Fingerprint fingerprint = own;
        if (fingerprint != null) {
            line.with("fingerprint", fingerprint.hex()).with("words", fingerprint.sentence());
        }
        line.write();
    }

    private void announced(EngineEvent.AnnouncementChanged e) {
        switch (e.state()) {
            case ANNOUNCED -> lines.event("announced").with("name", e.name()).write();
            case OFF -> lines.event("announcement-ended").write();
            case THIS_COMPUTER_ONLY, NO_NETWORK, FAILED -> error(Sentences.of(e.state()));
        }
    }

    private String connectFailed(EngineEvent.ConnectFailed e) {
        Fingerprint seen = asked;
        return e.problem() == ConnectProblem.NOT_TRUSTED && seen != null
                ? Sentences.notTrusted(e.address(), seen)
                : Sentences.of(e.problem(), e.address());
    }

    private void identityAsked(EngineEvent.IdentityAsked e) {
        asked = e.seen();
        door.identityAsked(e);
    }

    /** Something that was asked for cannot happen any more: the run ends. */
    private void fail(String sentence) {
        error(sentence);
        allDone.set(false);
        ended.complete(1);
    }

    /** A peer that has gone again, or cannot take it, is no reason to end: the next one may stay, or can. */
    private void sendFailed(EngineEvent.SendFailed e) {
        String sentence = Sentences.of(e.problem(), e.file().toString());
        boolean others = e.problem() == SendProblem.NO_FOLDERS && !script.endsWithLink();
        if (e.problem() == SendProblem.NO_PEER || others) {
            error(sentence);
        } else {
            fail(sentence);
        }
    }

    private void joined(Peer peer) {
        lines.event("connected")
                .with("peer", peer.name())
                .with("address", AddressText.withZone(peer.address().getAddress()))
                .with("port", peer.address().getPort())
                .with("dialect", peer.dialect())
                .with("encrypted", peer.encrypted())
                .write();
        if (script.exitAfterFiles().isPresent()) {
            met.add(peer.id());
        }
        PeerWork before = carried;
        carried = null;
        PeerWork todo = before == null ? new PeerWork(script.send()) : before;
        work.put(peer.id(), todo);
        for (String text : before == null ? script.say() : before.takeUndelivered()) {
            UUID id = engine.say(text, Set.of(peer.id()));
            if (!text.isBlank()) {
                todo.said(id, text);
            }
        }
        // What is on its way already goes on by itself; a server that started anew knows nothing of it.
        todo.unsent().forEach(file -> engine.sendFile(file, Set.of(peer.id())));
        checkDone();
    }

    private void reconnecting(EngineEvent.Reconnecting e) {
        lines.event("reconnecting")
                .with("in", e.in().toMillis() / 1000.0)
                .with("attempt", e.attempt())
                .write();
    }

    private void left(EngineEvent.PeerLeft e) {
        lines.event("disconnected")
                .with("peer", e.peer().name())
                .with("reason", Sentences.of(e.reason(), e.byUs()))
                .with("code", e.reason().code())
                .write();
        PeerWork left = work.remove(e.peer().id());
        carried = script.comesBack() ? left : null;
        linkGone = script.endsWithLink() && !script.comesBack();
        endWithLink();
    }

    private void linkChanged(LinkState state) {
        linkGone |= script.comesBack() && state.canStart();
        endWithLink();
    }

    /** What arrived before the link ended is saved before the run ends. */
    private void endWithLink() {
        if (linkGone && saving == 0) {
            ended.complete(statusNow());
        }
    }

    private void delivered(Peer peer, UUID text) {
        PeerWork todo = work.get(peer.id());
        if (todo != null) {
            todo.delivered(text);
            checkDone();
        }
    }

    /** Greetings fail as well when a peer goes at once; nobody asked for them. */
    private void chatFailed(Peer peer, UUID text) {
        PeerWork todo = work.get(peer.id());
        if (todo != null && todo.wants(text) && !script.comesBack()) {
            failed(peer);
        }
    }

    private void failed(Peer peer) {
        PeerWork todo = work.get(peer.id());
        if (todo != null) {
            todo.fail();
        }
        if (script.endsWithLink()) {
            ended.complete(1);
        }
    }

    private void transfer(Peer peer, TransferSnapshot t) {
        switch (t.state()) {
            case OFFERED, VERIFYING, SAVED -> {}
            case PAUSED -> transfers.paused(peer, t);
            case ACTIVE -> transfers.active(peer, t);
            case COMPLETE -> complete(peer, t);
            case FAILED -> {
                boolean begun = transfers.begun(t);
                transfers.failed(peer, t);
                if (t.direction() == Direction.OUT) {
                    notSent(peer, t, begun);
                }
            }
        }
    }

    private void notSent(Peer peer, TransferSnapshot t, boolean begun) {
        PeerWork todo = work.getOrDefault(peer.id(), carried);
        Path file = t.file();
        if (todo == null || file == null) {
            failed(peer);
        } else if (todo.wants(file)) {
            // An earlier run offered it, and it has changed since: it is to be sent as it is now.
            if (!begun && t.failure() == FailureReason.SOURCE_CHANGED && todo.offersAnew(file)) {
                engine.sendFile(file, Set.of(peer.id()));
            } else {
                failed(peer);
            }
        }
    }

    private void complete(Peer peer, TransferSnapshot t) {
        Path folder = script.receiveTo();
        if (t.direction() == Direction.OUT) {
            transfers.complete(peer, t, t.file());
            PeerWork todo = work.get(peer.id());
            if (todo != null) {
                sent(todo, t);
                checkDone();
            }
        } else if (folder == null) {
            transfers.complete(peer, t, t.file());
            if (met.contains(peer.id())) { // What an earlier run left would count in every run until it is saved.
                arrived();
            }
        } else {
            saving++;
            var _ = engine.saveInto(t.id(), folder).thenAccept(result -> saved(peer, t, result));
        }
    }

    private void sent(PeerWork todo, TransferSnapshot t) {
        TransferSnapshot.FolderContents contents = t.contents();
        Path source = t.file();
        if (source != null && todo.wants(source) && contents != null && contents.missing() > 0) {
            todo.spoil();
            error(Sentences.missing(contents.missing(), source.toString()));
        }
        todo.sent(source);
    }

    private synchronized void saved(Peer peer, TransferSnapshot t, SaveResult result) {
        saving--;
        switch (result) {
            case SaveResult.Saved saved -> {
                transfers.complete(peer, t, saved.target());
                arrived();
            }
            case SaveResult.NotSaved not -> {
                transfers.failed(peer, t, "not-saved");
                notSaved(Sentences.of(not.problem(), not.target().toString()));
            }
        }
        endWithLink();
    }

    /** The file is still there and is saved by the next run; a run that waits for it would wait in vain. */
    private void notSaved(String sentence) {
        if (script.exitAfterFiles().isPresent()) {
            fail(sentence);
        } else {
            error(sentence);
        }
    }

    private void arrived() {
        filesIn++;
        checkDone();
    }

    private boolean nothingAsked() {
        return script.say().isEmpty()
                && script.send().isEmpty()
                && script.exitAfterFiles().isEmpty()
                && !script.exitWhenDone();
    }

    private void checkDone() {
        boolean received = filesIn >= script.exitAfterFiles().orElse(0);
        given |= work.values().stream().anyMatch(PeerWork::done);
        givenWhole |= work.values().stream().anyMatch(PeerWork::doneWhole);
        if (received && givenWhole) {
            allDone.set(true);
        }
        boolean over = allDone.get() || (received && given);
        if (over && (script.exitWhenDone() || script.exitAfterFiles().isPresent())) {
            ended.complete(statusNow());
        }
    }
}

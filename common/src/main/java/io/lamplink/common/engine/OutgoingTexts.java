package io.lamplink.common.engine;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.SharedMessage;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.session.SessionContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts of this side on their way to peers. One whose peer is away, but expected back, waits and goes out when the peer is
 * here again, under the id that it had: so a peer that has it already, and could not say so, does not show it twice. Lives on
 * the hub's lane.
 */
final class OutgoingTexts {
    /** How long a server waits for a client that was lost; a client waits for as long as it seeks its server. */
    static final Duration AWAITED = Duration.ofMinutes(10);

    /** How many texts wait; those beyond fail at once. */
    static final int MOST_WAITING = 1_000;

    private final Room room;
    private final Supplier<SessionContext> context;
    private final Function<Set<UUID>, List<PeerLink>> receivers;
    private final Consumer<EngineEvent> tell;
    private final Map<Way, Held> held = new LinkedHashMap<>();
    private boolean seeking;
    private @Nullable Peer lastGone;

    /** A text and the peer that is to have it. */
    private record Way(UUID text, UUID peer) {}

    /** A text that waits; {@code since} is by the clock for durations. */
    private record Held(Message.Chat chat, Peer peer, long since, boolean told) {}

    /**
     * No texts yet.
     *
     * @param receivers the links of the given peers, or of all if none are given
     * @param tell the engine's listeners, at once
     */
    OutgoingTexts(
            Room room,
            Supplier<SessionContext> context,
            Function<Set<UUID>, List<PeerLink>> receivers,
            Consumer<EngineEvent> tell) {
        this.room = room;
        this.context = context;
        this.receivers = receivers;
        this.tell = tell;
    }

    /** A person on this side wrote {@code text}; see {@link Engine#say}. */
    void say(UUID id, String text, Set<UUID> peers) {
        List<PeerLink> to = receivers.apply(peers);
        boolean direct = !peers.isEmpty() && room instanceof HeldRoom;
        Message.Chat chat = new Message.Chat(id, text, context.get().clock().instant(), "", false, direct);
        if (peers.isEmpty()) {
            room.said(chat);
        }
        Peer away = away();
        if (to.isEmpty() && away != null) {
            tell.accept(new EngineEvent.ChatSent(id, text, chat.time(), List.of(away), false));
            hold(chat, away, true);
        } else {
            tell.accept(new EngineEvent.ChatSent(
                    id, text, chat.time(), peers.isEmpty() ? List.of() : peersOf(to), false)); // before any answer
            send(chat, to);
        }
    }

    /** A text that did not arrive goes out once more; see {@link Engine#sayAgain}. */
    void again(Message.Chat chat, Set<UUID> peers) {
        List<PeerLink> to = receivers.apply(peers);
        Peer away = away();
        if (!to.isEmpty()) {
            tell.accept(new EngineEvent.ChatSentAgain(chat.id(), peersOf(to)));
            send(chat, to);
        } else if (away != null) {
            tell.accept(new EngineEvent.ChatSentAgain(chat.id(), List.of(away)));
            hold(chat, away, true);
        }
    }

    /** The program itself says {@code text}. If that does not arrive, it says something else to who comes back. */
    void sayAutomatically(PeerLink link, Peer to, String text) {
        if (!text.isEmpty()) {
            // Marked by a client, so that nobody else hears it; a server's welcome is not passed on by anybody.
            boolean direct = room instanceof VisitedRoom;
            SessionContext now = context.get();
            Message.Chat chat =
                    new Message.Chat(now.ids().get(), text, now.clock().instant(), "", false, direct);
            link.saysByItself(chat.id());
            tell.accept(new EngineEvent.ChatSent(chat.id(), text, chat.time(), List.of(to), true));
            send(chat, List.of(link));
        }
    }

    private static void send(Message.Chat chat, List<PeerLink> to) {
        SharedMessage shared = new SharedMessage(chat);
        to.forEach(link -> link.session().say(chat, shared));
    }

    private static List<Peer> peersOf(List<PeerLink> links) {
        return links.stream().flatMap(link -> Stream.ofNullable(link.peer())).toList();
    }

    private @Nullable Peer away() {
        return seeking ? lastGone : null;
    }

    /** A text was handed to a link that ended before the peer said that it has it. */
    void lost(PeerLink link, Peer peer, Message.Chat chat) {
        if (link.saidByItself(chat.id())) {
            tell.accept(new EngineEvent.ChatFailed(chat.id(), peer));
            return;
        }
        List<PeerLink> back = receivers.apply(Set.of()).stream()
                .filter(other -> other != link && isSame(peer, other.peer()))
                .toList();
        if (!back.isEmpty()) {
            send(chat, List.of(back.getFirst()));
        } else {
            hold(chat, peer, false);
            if (link.isOver()) {
                decide(peer, link.comesBack());
            }
        }
    }

    private void hold(Message.Chat chat, Peer peer, boolean told) {
        if (held.size() >= MOST_WAITING) {
            tell.accept(new EngineEvent.ChatFailed(chat.id(), peer));
            return;
        }
        long now = context.get().nanoTime().getAsLong();
        held.putIfAbsent(new Way(chat.id(), key(peer)), new Held(chat, peer, now, told));
        if (told) {
            tell.accept(new EngineEvent.ChatWaiting(chat.id(), peer, true));
        }
    }

    /**
     * A peer is here, and what waited for it goes out, in the order in which it was written: a link may have told of a text that
     * it lost after a later one already waited. Who is connected to another peer has given the lost one up.
     */
    void joined(PeerLink link, Peer here) {
        List<Held> waiting = take(text -> isSame(text.peer(), here)).stream()
                .sorted(Comparator.comparing(text -> text.chat().time()))
                .toList();
        for (Held text : waiting) {
            tell.accept(new EngineEvent.ChatWaiting(text.chat().id(), here, false));
            send(text.chat(), List.of(link));
        }
        if (room instanceof VisitedRoom) {
            lastGone = null;
            fail(take(_ -> true));
        }
    }

    /** A link has ended, at this moment; {@link #over} follows when everybody has heard of it. */
    void gone(Peer peer) {
        lastGone = peer;
    }

    /**
     * A link has ended, and everybody has heard of it.
     *
     * @param broken whether nobody wanted that
     */
    void over(PeerLink link, Peer peer, boolean broken) {
        boolean awaited = room instanceof HeldRoom ? broken && peer.identity() != null : seeking;
        link.over(awaited);
        decide(peer, awaited);
    }

    private void decide(Peer peer, boolean awaited) {
        if (!awaited) {
            fail(take(text -> key(text.peer()).equals(key(peer))));
            return;
        }
        held.replaceAll((_, text) -> {
            if (!text.told() && key(text.peer()).equals(key(peer))) {
                tell.accept(new EngineEvent.ChatWaiting(text.chat().id(), peer, true));
                return new Held(text.chat(), text.peer(), text.since(), true);
            }
            return text;
        });
    }

    /** The lamp changes: where nothing is sought any more, nothing is waited for. */
    void linkIs(LinkState state) {
        seeking = state == LinkState.RECONNECTING;
        if (state.canStart()) {
            lastGone = null;
            fail(take(_ -> true));
        }
    }

    /** Looks for what has waited too long; to be called every second or so. */
    void tick() {
        if (room instanceof HeldRoom && !held.isEmpty()) {
            long now = context.get().nanoTime().getAsLong();
            fail(take(text -> now - text.since() > AWAITED.toNanos()));
        }
    }

    private List<Held> take(Predicate<Held> which) {
        List<Held> taken = held.values().stream().filter(which).toList();
        held.values().removeAll(taken);
        return taken;
    }

    private void fail(List<Held> texts) {
        for (Held text : texts) {
            if (text.told()) {
                tell.accept(new EngineEvent.ChatWaiting(text.chat().id(), text.peer(), false));
            }
            tell.accept(new EngineEvent.ChatFailed(text.chat().id(), text.peer()));
        }
    }

    private static UUID key(Peer peer) {
        UUID identity = peer.identity();
        return identity == null ? peer.id() : identity;
    }

    /** Whether the two are one program; one that cannot say who it is must at least be where the other was. */
    private static boolean isSame(Peer gone, @Nullable Peer here) {
        if (here == null) {
            return false;
        }
        UUID identity = gone.identity();
        return identity != null
                ? identity.equals(here.identity())
                : here.identity() == null && gone.address().equals(here.address());
    }
}

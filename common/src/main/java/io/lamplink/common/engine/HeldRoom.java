package io.lamplink.common.engine;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.protocol.SharedMessage;
import io.lamplink.common.protocol.qt.QtDialect;
import io.lamplink.common.session.Introduction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The room that a server holds: passes texts on, gives names, tells clients of each other, and tells late ones what was said. */
final class HeldRoom implements Room {
    /** News of comings and goings are gathered for so long, so that a crowd that comes at once costs little. */
    private static final Duration GATHERED = Duration.ofSeconds(1);

    private final Supplier<Collection<PeerLink>> clients;
    private final Consumer<EngineEvent> tell;
    private final LongSupplier nanoTime;
    private final RoomMembers members;
    private final RoomHistory history = new RoomHistory();
    private final Writers writers = new Writers();
    private final KnownTexts known = new KnownTexts();
    private boolean shares = true;
    private boolean catchesUp = true;
    private long toldAt;

    /**
     * An empty room.
     *
     * @param own the server's name, which no client gets
     * @param clients those to whom something may be sent
     * @param tell the engine's listeners
     */
    HeldRoom(String own, Supplier<Collection<PeerLink>> clients, Consumer<EngineEvent> tell, LongSupplier nanoTime) {
        this.members = new RoomMembers(new RoomNames(own));
        this.clients = clients;
        this.tell = tell;
        this.nanoTime = nanoTime;
        this.toldAt = nanoTime.getAsLong() - GATHERED.toNanos();
    }

    /** Whether what one client says goes to the others too. */
    void share(boolean on) {
        shares = on;
    }

    /** Whether who comes late gets what was said and sent before. */
    void catchUp(boolean on) {
        catchesUp = on;
    }

    /** Whether it does. */
    boolean catchesUp() {
        return catchesUp;
    }

    @Override
    public String nameOf(PeerLink link, Introduction said) {
        return members.join(link.id(), PeerLink.ownName(link, said), said.identity());
    }

    /** The name from before stays the server's too: clients that are here know it by that. */
    @Override
    public void called(String own) {
        members.reserve(own);
    }

    @Override
    public void joined(PeerLink link) {
        Peer peer = link.peer();
        if (peer != null && link.can(CAPABILITY)) {
            link.session().tell(new SharedMessage(new Message.Room(peer.name(), List.of(), List.of(), List.of())));
        }
        if (catchesUp) {
            history.texts().forEach(chat -> link.session().tell(new SharedMessage(chat)));
        }
        tellNewsIfDue();
    }

    @Override
    public void left(PeerLink link, boolean broken) {
        members.leave(link.id(), broken, nanoTime.getAsLong());
        tellNewsIfDue();
    }

    @Override
    public void heard(PeerLink link, Peer peer, Message.Chat chat) {
        if (!known.add(link, chat.id())) {
            return; // It is back, and could not know that its text had arrived.
        }
        tell.accept(new EngineEvent.ChatReceived(peer, chat.id(), chat.text(), chat.time(), "", false, chat.direct()));
        if (shares && !chat.direct() && !saysItselfThere(peer, chat)) {
            Message.Chat passed = new Message.Chat(chat.id(), chat.text(), chat.time(), peer.name(), false, false);
            history.add(passed);
            SharedMessage shared = new SharedMessage(passed);
            for (PeerLink other : clients.get()) {
                if (other != link) {
                    other.session().tell(shared);
                }
            }
        }
    }

    /** Members hear of each other anyway. */
    private static boolean saysItselfThere(Peer peer, Message.Chat chat) {
        return peer.isQt() && chat.text().equals(QtDialect.ORIGINAL_GREETING);
    }

    /** A room is told of by who holds it. */
    @Override
    public void heard(Message.Room news) {}

    /** Who writes is told by the name that the room knows, whatever the client says. */
    @Override
    public void heard(PeerLink link, Peer peer, Message.Typing typing) {
        long now = nanoTime.getAsLong();
        if (typing.on() ? writers.begin(link.id(), now) : writers.end(link.id())) {
            tell.accept(new EngineEvent.WritingChanged(peer, "", typing.on()));
            if (shares) {
                Writers.tell(
                        peer.name(),
                        typing.on(),
                        clients.get().stream().filter(other -> other != link).toList());
            }
        }
    }

    @Override
    public void said(Message.Chat chat) {
        history.add(chat);
    }

    @Override
    public void tick() {
        members.expire(nanoTime.getAsLong());
        tellNewsIfDue();
    }

    private void tellNewsIfDue() {
        long now = nanoTime.getAsLong();
        if (members.hasNews() && now - toldAt >= GATHERED.toNanos()) {
            toldAt = now;
            tell(members.takeNews());
        }
    }

    private void tell(RoomMembers.News news) {
        List<SharedMessage> here = news.newcomers().isEmpty() ? List.of() : pieces(news.here(), HeldRoom::here);
        List<SharedMessage> changes = new ArrayList<>(pieces(news.left(), HeldRoom::left));
        changes.addAll(pieces(news.joined(), HeldRoom::joined));
        for (PeerLink client : clients.get()) {
            if (client.can(CAPABILITY)) {
                (news.newcomers().contains(client.id()) ? here : changes).forEach(client.session()::tell);
            }
        }
    }

    private static List<SharedMessage> pieces(List<String> names, Function<List<String>, Message.Room> say) {
        List<SharedMessage> pieces = new ArrayList<>();
        for (int from = 0; from < names.size(); from += ProtocolLimits.MAX_ROOM_NAMES) {
            int to = Math.min(names.size(), from + ProtocolLimits.MAX_ROOM_NAMES);
            pieces.add(new SharedMessage(say.apply(names.subList(from, to))));
        }
        return pieces;
    }

    private static Message.Room here(List<String> names) {
        return new Message.Room("", names, List.of(), List.of());
    }

    private static Message.Room left(List<String> names) {
        return new Message.Room("", List.of(), names, List.of());
    }

    private static Message.Room joined(List<String> names) {
        return new Message.Room("", List.of(), List.of(), names);
    }
}

package io.lamplink.common.engine;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.session.Introduction;
import io.lamplink.common.session.PeerName;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The room of the server that a client is connected to, as far as the server tells of it. */
final class VisitedRoom implements Room {
    /** How many members are known by name; a server that tells of more is not believed. */
    static final int MOST_MEMBERS = 10_000;

    /** Ids of texts that are remembered, so that none comes twice; more than a server keeps for late comers. */
    private static final int TEXTS_KNOWN = 4 * RoomHistory.MOST_TEXTS;

    private String own;
    private final Consumer<EngineEvent> tell;
    private final Set<UUID> known = new LinkedHashSet<>();
    private final Set<String> members = new LinkedHashSet<>();
    private String you;

    /**
     * No room yet.
     *
     * @param own what this client calls itself
     * @param tell the engine's listeners
     */
    VisitedRoom(String own, Consumer<EngineEvent> tell) {
        this.own = own;
        this.you = own;
        this.tell = tell;
    }

    @Override
    public String nameOf(PeerLink link, Introduction said) {
        return PeerLink.ownName(link, said);
    }

    @Override
    public void called(String name) {
        own = name;
    }

    @Override
    public void joined(PeerLink link) {
        forget();
    }

    @Override
    public void left(PeerLink link, boolean broken) {
        forget();
    }

    private void forget() {
        members.clear();
        you = own;
    }

    /**
     * What was said before is told by a server to each newcomer, and a client that is back knows some of it. So it is with a
     * text whose arrival the server could not hear of: it comes again under its id.
     */
    @Override
    public void heard(PeerLink link, Peer peer, Message.Chat chat) {
        if (know(chat.id())) {
            tell.accept(new EngineEvent.ChatReceived(
                    peer,
                    chat.id(),
                    chat.text(),
                    chat.time(),
                    PeerName.of(chat.from()),
                    chat.earlier(),
                    chat.direct()));
        }
    }

    private boolean know(UUID id) {
        boolean isNew = known.add(id);
        if (known.size() > TEXTS_KNOWN) {
            known.remove(known.iterator().next());
        }
        return isNew;
    }

    @Override
    public void heard(Message.Room news) {
        String name = PeerName.of(news.you());
        if (!name.isEmpty() && !name.equals(you)) {
            you = name;
            tell.accept(new EngineEvent.RoomName(name));
        }
        news.here().forEach(member -> join(PeerName.of(member), true));
        news.left().forEach(member -> leave(PeerName.of(member)));
        news.joined().forEach(member -> join(PeerName.of(member), false));
    }

    private void join(String name, boolean already) {
        boolean other = !name.isEmpty() && !name.equals(you);
        if (other && members.size() < MOST_MEMBERS && members.add(name)) {
            tell.accept(new EngineEvent.MemberJoined(name, already));
        }
    }

    private void leave(String name) {
        if (members.remove(name)) {
            tell.accept(new EngineEvent.MemberLeft(name));
        }
    }

    @Override
    public void heard(PeerLink link, Peer peer, Message.Typing typing) {
        String writer = PeerName.of(typing.from());
        if (!writer.equals(you)) {
            tell.accept(new EngineEvent.WritingChanged(peer, writer, typing.on()));
        }
    }

    @Override
    public void said(Message.Chat chat) {
        know(chat.id());
    }

    @Override
    public void tick() {}
}

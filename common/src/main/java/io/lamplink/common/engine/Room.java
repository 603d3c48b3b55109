package io.lamplink.common.engine;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.session.Introduction;

/** What becomes of texts and names: a server holds the room, a client visits it. Confined to the hub's lane. */
sealed interface Room permits HeldRoom, VisitedRoom {
    /** A peer with this word in its HELLO wants to hear of the room. */
    String CAPABILITY = "room";

    /** What to call a peer that has come. */
    String nameOf(PeerLink link, Introduction said);

    /** This side calls itself {@code own} on links that come about from now on. */
    void called(String own);

    /** A peer is there, and everybody knows. */
    void joined(PeerLink link);

    /** A link has ended, {@code broken} if nobody wanted that. */
    void left(PeerLink link, boolean broken);

    /** A peer has sent a text. */
    void heard(PeerLink link, Peer peer, Message.Chat chat);

    /** A peer has told of the room. */
    void heard(Message.Room news);

    /** A peer has told that somebody writes. */
    void heard(PeerLink link, Peer peer, Message.Typing typing);

    /** A person on this side wrote a text for everyone. */
    void said(Message.Chat chat);

    /** Looks after what is due; to be called every second or so. */
    void tick();
}

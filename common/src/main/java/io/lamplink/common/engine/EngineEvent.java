package io.lamplink.common.engine;

import io.lamplink.common.discovery.AnnounceState;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened, for windows and scripts. All events are immutable; texts from peers are as they came. */
public sealed interface EngineEvent {

    /** The lamp changes. Follows the event that explains it. */
    record LinkChanged(LinkState state) implements EngineEvent {}

    /** The server listens at {@code address}, with the real port if 0 was asked for. */
    record Listening(InetSocketAddress address) implements EngineEvent {}

    /** Listening did not come about, or ended by itself. {@code host} and {@code port} are as asked for. */
    record ListenFailed(ListenProblem problem, String host, int port) implements EngineEvent {}

    /** The server no longer listens because it was told so. */
    record ListeningStopped() implements EngineEvent {}

    /**
     * The server is announced on the network, or no longer, or would be if it could.
     *
     * @param name what everybody on the network reads
     */
    record AnnouncementChanged(AnnounceState state, String name) implements EngineEvent {}

    /** The client tries {@code address}, shown as host:port. */
    record Connecting(String address) implements EngineEvent {}

    /** Connecting did not come about. */
    record ConnectFailed(ConnectProblem problem, String address) implements EngineEvent {}

    /**
     * The client must be told whether to trust the server it has reached, by {@code ClientEngine.trust}; without an answer
     * the attempt fails after a while.
     *
     * @param seen what the server has shown to have the key of
     * @param expected what was trusted at this address before; null at the first contact
     * @param address shown as host:port
     */
    record IdentityAsked(Fingerprint seen, @Nullable Fingerprint expected, String address) implements EngineEvent {}

    /**
     * The client must be told whether to go on unencrypted with a server that does not encrypt, by
     * {@code ClientEngine.goOnInClear}; without an answer the attempt fails after a while.
     */
    record ClearAsked(String address) implements EngineEvent {}

    /** The server has turned a client away that does not encrypt. Told once for each address of a client. */
    record ClearTurnedAway(InetAddress address) implements EngineEvent {}

    /**
     * The client must be told the PIN that the server asks for, by {@code ClientEngine.pin}; without an answer the attempt
     * fails after a while.
     *
     * @param address shown as host:port
     * @param why why it is asked
     * @param in after how long the server takes one; none is taken before
     */
    record PinAsked(String address, PinReason why, Duration in) implements EngineEvent {}

    /** The server has turned a client away that cannot prove a PIN, since it is no Lamplink. Told once for each address. */
    record PinMissing(InetAddress address) implements EngineEvent {}

    /** So many PINs from one address were wrong that the server takes none from there for {@code left}. */
    record PinLocked(InetAddress address, Duration left) implements EngineEvent {}

    /** So many PINs from many addresses were wrong that those who have not been in before wait for minutes. */
    record PinCrowd() implements EngineEvent {}

    /**
     * The client lost its link and waits before it tries again by itself; {@code Connecting} tells when it does.
     *
     * @param in how long it waits
     * @param attempt the number of that try, from 1
     */
    record Reconnecting(Duration in, int attempt) implements EngineEvent {}

    /** A peer is there and understood. */
    record PeerJoined(Peer peer) implements EngineEvent {}

    /**
     * A peer has gone.
     *
     * @param byUs whether this side ended it
     */
    record PeerLeft(Peer peer, CloseReason reason, boolean byUs) implements EngineEvent {}

    /**
     * A text came.
     *
     * @param from over whose link
     * @param time when it was written, by the writer's clock
     * @param writer empty if {@code from} wrote it, else what the client is called in the room whose text the server passed on
     * @param earlier whether it was said before this side came into the room
     * @param direct whether it was written to chosen ones, this side among them, rather than to everyone
     */
    record ChatReceived(Peer from, UUID id, String text, Instant time, String writer, boolean earlier, boolean direct)
            implements EngineEvent {}

    /**
     * Somebody begins to write a text, or goes on with it, or has ended. Who is not heard of again for {@link #LASTS} has
     * ended too.
     *
     * @param from over whose link
     * @param writer empty if it is {@code from}, else what the client is called in the room
     */
    record WritingChanged(Peer from, String writer, boolean on) implements EngineEvent {
        /** Twice as long as the pause after which the same writer is told of again. */
        public static final Duration LASTS = Duration.ofSeconds(6);
    }

    /**
     * A text of ours is on its way.
     *
     * @param to the chosen peers that it goes to, or the one that it waits for; empty for everyone
     * @param automatic whether the program wrote it (a greeting, an answer) rather than a person
     */
    record ChatSent(UUID id, String text, Instant time, List<Peer> to, boolean automatic) implements EngineEvent {
        public ChatSent {
            to = List.copyOf(to);
        }
    }

    /**
     * Programs of peers have our text. Told as often as need be until all have it. Where the wire cannot say so, a text that
     * was handed to it counts as delivered.
     *
     * @param by whose, at least one, each told once a text
     */
    record ChatDelivered(UUID id, List<Peer> by) implements EngineEvent {
        public ChatDelivered {
            by = List.copyOf(by);
        }
    }

    /** Our text did not reach {@code peer}, or is not known to have before the link ended. */
    record ChatFailed(UUID id, Peer peer) implements EngineEvent {}

    /**
     * Our text waits for {@code peer}, which is away and expected back; or it waits no longer, because it goes out. What
     * becomes of it is told by {@link ChatDelivered} or {@link ChatFailed}.
     */
    record ChatWaiting(UUID id, Peer peer, boolean waiting) implements EngineEvent {}

    /** A text of ours that had not reached these peers goes out to them once more. */
    record ChatSentAgain(UUID id, List<Peer> to) implements EngineEvent {
        public ChatSentAgain {
            to = List.copyOf(to);
        }
    }

    /**
     * A transfer began, moved or ended. Progress alone is told at most 30 times a second a transfer.
     *
     * @param batch the same for all transfers that one {@link Engine#sendFile} made, also of those who came later or came
     *     back; null for an incoming transfer
     */
    record TransferChanged(
            Peer peer, TransferSnapshot transfer, @Nullable UUID batch) implements EngineEvent {}

    /**
     * Told to a client: another one is in the room.
     *
     * @param name what it is called in the room, unique there and safe to show
     * @param already whether it was there before this one came
     */
    record MemberJoined(String name, boolean already) implements EngineEvent {}

    /** Told to a client: another one, told of by {@link MemberJoined} before, has left the room. */
    record MemberLeft(String name) implements EngineEvent {}

    /** Told to a client: it is called {@code name} in the room, because its own name is taken there or cannot be shown. */
    record RoomName(String name) implements EngineEvent {}

    /** A file could not be offered at all. */
    record SendFailed(java.nio.file.Path file, SendProblem problem) implements EngineEvent {}

    /** A frame of the peer made no sense and was skipped; {@code sentence} is for the log. */
    record FrameIgnored(Peer peer, String sentence) implements EngineEvent {}

    /** A Qt peer asked for a file by path; it was answered in the chat and nothing was read from the disk. */
    record FileAskedFor(Peer peer, String path) implements EngineEvent {}
}

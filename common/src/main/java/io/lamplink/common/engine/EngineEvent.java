package io.lamplink.common.engine;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import java.net.InetSocketAddress;
import java.time.Instant;
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

    /** The client tries {@code address}, shown as host:port. */
    record Connecting(String address) implements EngineEvent {}

    /** Connecting did not come about. */
    record ConnectFailed(ConnectProblem problem, String address) implements EngineEvent {}

    /** A peer is there and understood. */
    record PeerJoined(Peer peer) implements EngineEvent {}

    /**
     * A peer has gone.
     *
     * @param byUs whether this side ended it
     */
    record PeerLeft(Peer peer, CloseReason reason, boolean byUs) implements EngineEvent {}

    /** A text came. */
    record ChatReceived(Peer from, UUID id, String text, Instant time) implements EngineEvent {}

    /**
     * A text of ours is on its way.
     *
     * @param to the one peer it goes to, or null for everyone
     * @param automatic whether the program wrote it (a greeting, an answer) rather than a person
     */
    record ChatSent(
            UUID id, String text, Instant time, @Nullable Peer to, boolean automatic) implements EngineEvent {}

    /** The peer's program has our text. Where the wire cannot say so, a text that was handed to it counts as delivered. */
    record ChatDelivered(UUID id, Peer by) implements EngineEvent {}

    /** Our text did not reach {@code peer}, or is not known to have before the link ended. */
    record ChatFailed(UUID id, Peer peer) implements EngineEvent {}

    /** A transfer began, moved or ended. Progress alone is told at most 30 times a second a transfer. */
    record TransferChanged(Peer peer, TransferSnapshot transfer) implements EngineEvent {}

    /** A file could not be offered at all. */
    record SendFailed(java.nio.file.Path file, SendProblem problem) implements EngineEvent {}

    /** A frame of the peer made no sense and was skipped; {@code sentence} is for the log. */
    record FrameIgnored(Peer peer, String sentence) implements EngineEvent {}

    /** A Qt peer asked for a file by path; it was answered in the chat and nothing was read from the disk. */
    record FileAskedFor(Peer peer, String path) implements EngineEvent {}
}

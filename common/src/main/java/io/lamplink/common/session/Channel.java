package io.lamplink.common.session;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.SharedFrame;
import io.lamplink.common.security.Fingerprint;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way out of a session: one open connection. Every method may be called from any thread and none of them blocks. */
public interface Channel {

    /** Hands over a frame; frames leave in the order given. On a closed channel the frame is dropped. */
    void send(Frame frame);

    /** The same for a frame that others send too; what it costs to encode may be shared. */
    default void send(SharedFrame frame) {
        send(frame.frame());
    }

    /**
     * Bytes that this channel writes before a payload of {@code payloadBytes} bytes. A {@linkplain Frame.Binary#ceded ceded}
     * part whose position is the sum of these and of all parts before it leaves without being copied.
     */
    default int headerBytes(long payloadBytes) {
        return 0;
    }

    /** Bytes handed over that the socket has not taken yet (an estimate that never goes below the truth by more than one frame). */
    long queuedBytes();

    /** Sends a ping (RFC 6455, section 5.5.2); the pong's delay is told to the {@link ChannelListener}. */
    void ping();

    /**
     * Nanoseconds since a byte of the peer was last read, or since the link came about; any byte counts, a pong or a
     * part of a frame too. 0 while nothing is read because this side is behind with the frames it already has.
     */
    long nanosSinceLastByte();

    /** Reads nothing more of the peer for {@code nanos} from now; a shorter time than asked for before changes nothing. */
    default void rest(long nanos) {}

    /** Whether the peer has connected to this side, rather than this side to the peer. */
    default boolean isAccepted() {
        return false;
    }

    /** Nanoseconds in which the socket took nothing although something was queued all the time; 0 if nothing is. */
    default long nanosStuck() {
        return 0;
    }

    /** Closes with a close frame; the listener hears of it once. A second call does nothing. */
    void close(CloseReason reason);

    /** Memory from which this channel sends fastest: of any kind, with its position 0 and all of it free. */
    default ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocate(bytes);
    }

    /**
     * The same from a supply that all channels share, to be handed back by {@link #reuse}; it may have more than {@code bytes}.
     *
     * @return null if all of it is in use
     */
    default @Nullable ByteBuffer lend(int bytes) {
        return allocate(bytes);
    }

    /** How many more {@link #lend} could hand out now, to anybody. May be called on any thread. */
    default int lendable() {
        return Integer.MAX_VALUE;
    }

    /**
     * Nobody looks at the last part of a frame that came any more, nor at any view of it: its memory may serve another frame.
     *
     * @param data that part, or a duplicate of it; or what was lent
     */
    default void reuse(ByteBuffer data) {}

    /** What the peer's program called itself in the handshake, in its field {@code Server}; empty if it did not. */
    default String product() {
        return "";
    }

    /** Whether what is sent is encrypted on its way. */
    default boolean encrypted() {
        return false;
    }

    /** Who the server of this link is, be it this side or the peer; empty if what is sent is not encrypted. */
    default Optional<Fingerprint> binding() {
        return Optional.empty();
    }

    /**
     * Whether the peer, as long as it was not {@linkplain #letIn let in}, can bring messages of at most
     * {@link io.lamplink.common.protocol.ProtocolLimits#MAX_FIRST_BYTES} only.
     */
    default boolean held() {
        return false;
    }

    /** Lets the peer bring messages of any size after its next one. */
    default void letIn() {}

    /** Where the peer is. */
    InetSocketAddress remoteAddress();

    /** Which address of this machine the link uses. */
    InetSocketAddress localAddress();
}

package io.lamplink.common.protocol;

import java.util.List;

/**
 * Turns messages into frames and back. One instance serves one connection and is used by one thread at a time: a wire
 * that does not name its transfers (Qt) is understood only by what went before.
 */
public interface Dialect {

    /** What this wire can and cannot say. */
    DialectTraits traits();

    /**
     * The frames that say {@code message}; none where this wire has no word for it.
     *
     * @throws IllegalArgumentException if the message breaks a limit of {@link ProtocolLimits}, which is a mistake of the
     *     caller
     */
    List<Frame> encode(Message message);

    /**
     * The messages that {@code frame} says, in order; none where the wire wants the frame ignored.
     *
     * @throws MalformedFrameException and nothing else, whatever the frame holds
     */
    List<Message> decode(Frame frame) throws MalformedFrameException;
}

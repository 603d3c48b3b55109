package io.lamplink.common.protocol;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frame that cannot be understood. The message is one English sentence for the log and for a close reason; it never
 * holds text from the wire.
 */
public final class MalformedFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What the receiver of the frame does about it. */
    public enum Severity {
        /** The frame is skipped and the link stays up: an unknown kind, or a wire whose other side does the same. */
        IGNORE,
        /** The peer does not speak this dialect; the link is closed with {@link CloseReason#MALFORMED}. */
        CLOSE
    }

    private final Severity severity;
    private final String sentence;
    private final @Nullable UUID lostTransfer;

    /** A malformed frame that concerns no transfer in particular. */
    public MalformedFrameException(Severity severity, String sentence) {
        this(severity, sentence, null);
    }

    /** A malformed frame whose loss leaves a hole in the incoming transfer {@code lostTransfer}, which thereby fails. */
    public MalformedFrameException(Severity severity, String sentence, @Nullable UUID lostTransfer) {
        super(sentence);
        this.severity = severity;
        this.sentence = sentence;
        this.lostTransfer = lostTransfer;
    }

    /** What is wrong, in one English sentence without text from the wire. */
    public String sentence() {
        return sentence;
    }

    /** What to do about it. */
    public Severity severity() {
        return severity;
    }

    /** The incoming transfer that cannot be completed any more because of this frame. */
    public Optional<UUID> lostTransfer() {
        return Optional.ofNullable(lostTransfer);
    }

    /** No stack trace: hostile peers decide how often this is made. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

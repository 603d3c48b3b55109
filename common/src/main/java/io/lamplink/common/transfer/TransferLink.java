package io.lamplink.common.transfer;

import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What transfers need of the link that carries them. */
public interface TransferLink {

    /** What the wire can say. */
    DialectTraits traits();

    /** Sends a message; called on {@link #home()} only. */
    void send(Message message);

    /**
     * Bytes that the link puts before the data of a chunk of {@code length} bytes. A ceded chunk whose buffer has just so
     * many before its position leaves without being copied.
     */
    default int chunkHeadroom(int length) {
        return 0;
    }

    /**
     * Memory that the link can send from without copying it, of a supply that all links may share, to be handed back by
     * {@link #reuse}; it may have more than {@code bytes}.
     *
     * @return null if all of it is in use
     */
    default @Nullable ByteBuffer lend(int bytes) {
        return ByteBuffer.allocate(bytes);
    }

    /** How many more {@link #lend} could hand out now, to anybody. May be called on any thread. */
    default int lendable() {
        return Integer.MAX_VALUE;
    }

    /** Nobody looks at {@code data}, the data of a chunk that came, or what was lent, any more: the link may use it again. */
    void reuse(ByteBuffer data);

    /** Hears how a transfer stands; called on {@link #home()} only. */
    void changed(TransferSnapshot snapshot);

    /** Hears how a file of a folder stands, which {@link #changed} tells for the folder as a whole only. */
    void partChanged(TransferSnapshot snapshot);

    /** Hears that the peer ended a transfer that this link does not know: one that another link left behind, perhaps. */
    void disowned(UUID id, FailureReason reason);

    /** Where all state of the link's transfers lives: runs tasks one after another. */
    Executor home();

    /** A lane for the disk work of one transfer. */
    Executor newDiskLane();

    /** How many file bytes a second may leave over this link and all others of the program. */
    default SendLimit limit() {
        return SendLimit.none();
    }

    /** A clock for durations, in nanoseconds from any start. */
    long nanoTime();
}

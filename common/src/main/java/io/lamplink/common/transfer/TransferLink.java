package io.lamplink.common.transfer;

import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.Message;
import java.util.concurrent.Executor;

/** What transfers need of the link that carries them. */
public interface TransferLink {

    /** What the wire can say. */
    DialectTraits traits();

    /** Sends a message; called on {@link #home()} only. */
    void send(Message message);

    /** Hears how a transfer stands; called on {@link #home()} only. */
    void changed(TransferSnapshot snapshot);

    /** Where all state of the link's transfers lives: runs tasks one after another. */
    Executor home();

    /** A lane for the disk work of one transfer. */
    Executor newDiskLane();

    /** A clock for durations, in nanoseconds from any start. */
    long nanoTime();
}

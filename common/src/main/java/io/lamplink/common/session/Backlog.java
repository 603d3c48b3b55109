package io.lamplink.common.session;

import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.ProtocolLimits;

/**
 * Frames that were brought and not yet worked off. Whoever brings more waits, so that a peer that is faster than this
 * machine is held back by its own connection instead of filling the memory. May be used from any thread.
 */
final class Backlog {
    /** With so many bytes waiting, the next frame has to wait outside. */
    static final long MAX_BYTES = ProtocolLimits.MAX_MESSAGE_BYTES;

    /** What a frame costs beside its payload, so that very many small ones count too. */
    private static final int BYTES_PER_FRAME = 256;

    private long waiting;

    static long costOf(Frame frame) {
        return frame.size() + BYTES_PER_FRAME;
    }

    /** Counts something in as soon as there is room, or at once on a thread that is told to end. */
    synchronized void add(long cost) {
        try {
            while (waiting >= MAX_BYTES) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waiting += cost;
    }

    synchronized void done(long cost) {
        waiting -= cost;
        notifyAll();
    }
}

package io.lamplink.common.simulation;

import io.lamplink.common.protocol.FailureReason;
import java.util.Set;

/** What a simulation is about. */
enum Kind {
    /** The server sends one file. */
    PUSH,
    /** The client sends one file. */
    UPLOAD,
    BOTH_WAYS,
    MANY_SMALL,
    SEVERAL_LARGE,
    /** The link is cut, once or more often. */
    RESUMED,
    RECEIVER_KILLED,
    SENDER_KILLED,
    /** A second link comes while the first one still seems to be alive. */
    TWO_LINKS,
    /** What the receiver has is not the beginning of what the sender has. */
    PREFIX_DIFFERS,
    /** The file is another one when the link is back. */
    SOURCE_CHANGED,
    /** A person pauses on one side or the other. */
    PAUSED,
    /** The receiver's disk is full or broken for a while. */
    DISK_TROUBLE,
    /** The sender cannot read for a while. */
    SOURCE_TROUBLE,
    CANCELLED,
    FOLDERS,
    /** A person limits what is sent, lifts the limit and takes another, pauses and cuts. */
    LIMITED,
    /** A wire that can say no more than the original program, with everything that can go wrong. */
    POOR_WIRE,
    /** Everything at once. */
    ANYTHING;

    /** Whether nothing goes wrong. */
    boolean isCalm() {
        return switch (this) {
            case PUSH, UPLOAD, BOTH_WAYS, MANY_SMALL, SEVERAL_LARGE -> true;
            default -> false;
        };
    }

    /** Whether every transfer has to come through. */
    boolean comesThrough() {
        return this != PREFIX_DIFFERS
                && this != SOURCE_CHANGED
                && this != CANCELLED
                && this != POOR_WIRE
                && this != ANYTHING;
    }

    /** What a transfer may fail of. */
    Set<FailureReason> failures() {
        return switch (this) {
            case PREFIX_DIFFERS -> Set.of(FailureReason.DIGEST_MISMATCH);
            case SOURCE_CHANGED -> Set.of(FailureReason.SOURCE_CHANGED);
            case CANCELLED -> Set.of(FailureReason.CANCELLED);
            case POOR_WIRE -> Set.of(FailureReason.values());
            case ANYTHING ->
                Set.of(
                        FailureReason.SOURCE_CHANGED,
                        FailureReason.CANCELLED,
                        FailureReason.DISK_FULL,
                        FailureReason.DISK_ERROR,
                        FailureReason.DIGEST_MISMATCH);
            default -> Set.of();
        };
    }
}

package io.lamplink.common.protocol;

import java.util.Locale;
import java.util.Optional;

/** Why a transfer was refused, held up or ended before its time. Its {@linkplain #token() token} stands on the wire. */
public enum FailureReason {
    /** A person pressed Cancel. */
    CANCELLED,
    /** A person pressed Pause. */
    PAUSED,
    /** What the receiver has already is being compared with the sender's file, which takes a while. */
    CHECKING,
    /** The receiver does not want the file. */
    DECLINED,
    /** This peer or this wire cannot do that. */
    NOT_SUPPORTED,
    /** Too many transfers at once. */
    BUSY,
    /** The receiver has no room for it. */
    DISK_FULL,
    /** The receiver cannot write. */
    DISK_ERROR,
    /** The sender cannot read its file. */
    SOURCE_UNREADABLE,
    /** The file changed, grew or shrank while it was sent. */
    SOURCE_CHANGED,
    /** The digest of what arrived is not the sender's. */
    DIGEST_MISMATCH,
    /** A chunk did not start where the last one ended. */
    OUT_OF_ORDER,
    /** More bytes than were announced. */
    BEYOND_SIZE,
    /** A header, chunk or acknowledgement that contradicts the transfer it names. */
    BAD_MESSAGE,
    /** The named transfer is not known here. */
    UNKNOWN_TRANSFER,
    /** Another file took its place on a wire that carries one at a time. */
    REPLACED,
    /** Nothing came for too long. */
    STALLED,
    /** The link ended. */
    LINK_LOST,
    /** A reason that this version does not know. */
    OTHER;

    /** The word on the wire, such as {@code disk-full}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with that token. */
    public static Optional<FailureReason> ofToken(String token) {
        for (FailureReason reason : values()) {
            if (reason.token().equals(token)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}

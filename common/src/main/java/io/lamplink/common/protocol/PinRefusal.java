package io.lamplink.common.protocol;

import java.util.Locale;

/** Why a server does not take a PIN. Its {@linkplain #token() token} stands on the wire. */
public enum PinRefusal {
    /** It is not the right one. */
    WRONG,
    /** It was not looked at, because too many from this address were wrong. */
    WAIT,
    /** It was not looked at, because too many others are about it, or too many others were wrong. */
    BUSY;

    /** The word on the wire, such as {@code wrong}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason with that token; one that this version does not know counts as {@link #BUSY}. */
    public static PinRefusal ofToken(String token) {
        for (PinRefusal reason : values()) {
            if (reason.token().equals(token)) {
                return reason;
            }
        }
        return BUSY;
    }
}

package io.lamplink.common.engine;

/** Why a client is asked for a PIN. */
public enum PinReason {
    /** The server asks for one, and none is known here. */
    FIRST,
    /** The server asks for another one than before. */
    CHANGED,
    /** The one that was given is wrong. */
    WRONG,
    /** Too many from this address were wrong; the one that was given was not looked at. */
    LOCKED,
    /** Too many others are about it, or were wrong; the one that was given was not looked at. */
    BUSY;

    /** What has gone wrong if nobody gives one. */
    public ConnectProblem problem() {
        return switch (this) {
            case FIRST, CHANGED -> ConnectProblem.PIN_NEEDED;
            case WRONG -> ConnectProblem.PIN_WRONG;
            case LOCKED, BUSY -> ConnectProblem.PIN_LATER;
        };
    }
}

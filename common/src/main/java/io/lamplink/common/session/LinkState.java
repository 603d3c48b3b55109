package io.lamplink.common.session;

/** What the lamp of a window shows. The lamp, its sentence and the buttons depend on this alone. */
public enum LinkState {
    /** Dark: nothing was asked for, or a person ended it. */
    IDLE,
    /** Yellow: a server listens without a client, or a client is connecting. */
    WAITING,
    /** Green: at least one peer is there. */
    CONNECTED,
    /** Yellow: a client lost its link and tries again, by itself and again and again. */
    RECONNECTING,
    /** Red: the link broke without anybody asking for it. */
    LOST;

    /** Whether Listen or Connect can be pressed. */
    public boolean canStart() {
        return this == IDLE || this == LOST;
    }

    /** Whether something is expected to come about by itself. */
    public boolean expectant() {
        return this == WAITING || this == RECONNECTING;
    }

    /** The state after {@code event}; the same state where the event means nothing in it. */
    public LinkState after(LinkEvent event) {
        return switch (event) {
            case START -> canStart() ? WAITING : this;
            case START_FAILED -> expectant() ? IDLE : this;
            case PEER_JOINED -> expectant() ? CONNECTED : this;
            case LAST_PEER_LEFT -> this == CONNECTED ? WAITING : this;
            case STOPPED -> IDLE;
            case LINK_LOST -> canStart() ? this : LOST;
            case RETRYING -> this == CONNECTED ? RECONNECTING : this;
        };
    }
}

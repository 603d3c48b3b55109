package io.lamplink.server.net;

import java.io.IOException;

/**
 * What one hostile or broken client does, and what it gets for it.
 *
 * @param state how far the client got before
 */
record HostileCase(String name, State state, Deed deed, Expected expected) {

    /** Where the client stands when it begins. */
    enum State {
        /** A TCP connection, no more. */
        CONNECTED,
        /** A WebSocket without sub-protocol. */
        QT,
        /** A WebSocket of {@code lamplink.v1} on which nothing was said yet. */
        GREETING,
        /** The same of a server that has asked for a PIN. */
        ASKED,
        /** The same as GREETING after both HELLOs. */
        READY,
        /** It has offered a file of ten bytes, which the server takes. */
        PUSHING,
        /** The server has offered a file of 300,000 bytes, which it takes. */
        PULLING
    }

    /** What it does then. */
    interface Deed {
        void on(HostileClient client) throws IOException;
    }

    /** What it gets. */
    sealed interface Expected {
        /** An HTTP answer, and the end of the connection if that is a refusal. */
        record Status(int status) implements Expected {}

        /** A close frame, and the end of the connection. */
        record Closed(int code) implements Expected {}

        /** The end of the connection without a word. */
        record Cut() implements Expected {}

        /** A text message in which that stands, and the connection goes on. */
        record Answer(String part) implements Expected {}

        /** Nothing: the connection goes on. */
        record Alive() implements Expected {}

        /** It is read no further for the time being, so that its own socket takes nothing more, or closed with 4429. */
        record HeldBack() implements Expected {}

        /** Nothing that could be read: the client is gone. */
        record Gone() implements Expected {}
    }

    /** Whether it takes the server's patience to get there. */
    boolean slow() {
        return name.startsWith("slow: ");
    }

    static HostileCase row(State state, String name, int outcome, Deed deed) {
        Expected expected = outcome < 1000 ? new Expected.Status(outcome) : new Expected.Closed(outcome);
        return new HostileCase(name, state, deed, expected);
    }

    static HostileCase cut(State state, String name, Deed deed) {
        return new HostileCase(name, state, deed, new Expected.Cut());
    }

    static HostileCase alive(State state, String name, Deed deed) {
        return new HostileCase(name, state, deed, new Expected.Alive());
    }

    /** {@code bytes} again and again, as fast as they are taken. */
    static HostileCase flood(State state, String name, byte[] bytes) {
        return new HostileCase(name, state, client -> client.floodForEver(bytes), new Expected.HeldBack());
    }

    static HostileCase gone(State state, String name, Deed deed) {
        return new HostileCase(name, state, deed, new Expected.Gone());
    }

    static HostileCase answer(State state, String name, String part, Deed deed) {
        return new HostileCase(name, state, deed, new Expected.Answer(part));
    }
}

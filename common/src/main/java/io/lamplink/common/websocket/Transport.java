package io.lamplink.common.websocket;

/** What a {@link WebSocketChannel} needs of the socket beneath it. Any thread may call any method; none of them blocks. */
public interface Transport {

    /** Reads again, after {@link WebSocketChannel#behind()} was true and reading stopped. */
    void resumeReading();

    /** Whether what the socket carries is encrypted. */
    default boolean encrypted() {
        return false;
    }

    /** Closes the socket at once, whatever still waits in it. A second call does nothing. */
    void abort();
}

package io.lamplink.common.websocket;

import io.lamplink.common.security.Fingerprint;
import java.util.Optional;

/** What a {@link WebSocketChannel} needs of the socket beneath it. Any thread may call any method; none of them blocks. */
public interface Transport {

    /** Reads again, after {@link WebSocketChannel#behind()} was true and reading stopped. */
    void resumeReading();

    /** Whether what the socket carries is encrypted. */
    default boolean encrypted() {
        return false;
    }

    /** Who the server is, if what the socket carries is encrypted. */
    default Optional<Fingerprint> binding() {
        return Optional.empty();
    }

    /** Closes the socket at once, whatever still waits in it. A second call does nothing. */
    void abort();
}

package io.lamplink.common.engine;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of one link. Immutable.
 *
 * @param id names this link for as long as it lasts; a peer that comes back has a new one
 * @param name what to show: the name from its HELLO made safe to show, or for a Qt peer its address
 * @param address where it is
 * @param localAddress which address of this machine the link uses
 * @param dialect {@code lamplink.v1} or {@code qt}
 * @param since when the link became ready
 * @param encrypted whether nobody between can read or change what the link carries
 * @param identity by which it is known again, on another link and after a restart; null if it cannot say
 */
public record Peer(
        UUID id,
        String name,
        InetSocketAddress address,
        InetSocketAddress localAddress,
        String dialect,
        Instant since,
        boolean encrypted,
        @Nullable UUID identity) {

    /** A peer on a link that is not encrypted, which cannot be known again. */
    public Peer(
            UUID id,
            String name,
            InetSocketAddress address,
            InetSocketAddress localAddress,
            String dialect,
            Instant since) {
        this(id, name, address, localAddress, dialect, since, false, null);
    }

    /** Whether it speaks the original Qt program's wire (or is some other WebSocket client that can only chat). */
    public boolean isQt() {
        return dialect.equals("qt");
    }
}

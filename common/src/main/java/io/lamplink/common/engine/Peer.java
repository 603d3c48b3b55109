package io.lamplink.common.engine;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.UUID;

/**
 * Who is at the other end of one link. Immutable.
 *
 * @param id names this link for as long as it lasts; a peer that comes back has a new one
 * @param name what to show: the name from its HELLO made safe to show, or for a Qt peer its address
 * @param address where it is
 * @param localAddress which address of this machine the link uses
 * @param dialect {@code lamplink.v1} or {@code qt}
 * @param since when the link became ready
 */
public record Peer(
        UUID id,
        String name,
        InetSocketAddress address,
        InetSocketAddress localAddress,
        String dialect,
        Instant since) {

    /** Whether it speaks the original Qt program's wire (or is some other WebSocket client that can only chat). */
    public boolean isQt() {
        return dialect.equals("qt");
    }
}

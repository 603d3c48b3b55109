package io.lamplink.common.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A peer in words, as the spool's journal remembers who sent a file. */
final class PeerWords {
    private static final Logger LOG = LoggerFactory.getLogger(PeerWords.class);
    private static final Peer UNKNOWN =
            new Peer(new UUID(0, 0), "?", nowhere(), nowhere(), "lamplink.v1", Instant.EPOCH);

    private PeerWords() {}

    static List<String> of(Peer peer) {
        InetAddress address = peer.address().getAddress();
        return List.of(
                peer.id().toString(),
                peer.name(),
                address == null ? "" : address.getHostAddress(),
                Integer.toString(peer.address().getPort()),
                peer.dialect(),
                peer.since().toString());
    }

    /** The peer whose words these are; one of whom nothing is known where they make no sense. */
    static Peer read(List<String> words) {
        if (words.isEmpty()) {
            return UNKNOWN;
        }
        try {
            InetSocketAddress address = new InetSocketAddress(address(words.get(2)), Integer.parseInt(words.get(3)));
            return new Peer(
                    UUID.fromString(words.get(0)),
                    words.get(1),
                    address,
                    address,
                    words.get(4),
                    Instant.parse(words.get(5)));
        } catch (RuntimeException e) {
            LOG.debug("A sender is not known any more.", e);
            return UNKNOWN;
        }
    }

    /** The zone of an address names one of this machine's networks, which may be gone. */
    private static InetAddress address(String written) {
        try {
            return InetAddress.ofLiteral(written);
        } catch (IllegalArgumentException e) {
            int zone = written.indexOf('%');
            if (zone < 0) {
                throw e;
            }
            return InetAddress.ofLiteral(written.substring(0, zone));
        }
    }

    private static InetSocketAddress nowhere() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}

package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.security.Identity;
import io.lamplink.common.websocket.NoCallbacks;
import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;

/** What the library sees of a TCP connection that breaks: never an exception, since those end what others depend on. */
final class AcceptedChannelTest {
    private final WireMeter meter = new WireMeter();

    @Test
    void anErrorInReadingIsTheEndOfTheStream() throws IOException {
        // item 20: told by exception, the end would overtake what was read before it
        assertEquals(-1, broken().read(ByteBuffer.allocate(100)));
    }

    @Test
    void anErrorInWritingLeavesTheEndToTheReader() throws IOException {
        AcceptedChannel channel = broken();
        ByteBuffer frame = ByteBuffer.allocate(100);
        assertEquals(100, channel.write(frame));
        assertFalse(frame.hasRemaining());
        assertTrue(channel.isOpen());
    }

    @Test
    void closingWhatIsBrokenReleasesIt() throws IOException {
        AcceptedChannel channel = broken();
        channel.close();
        assertTrue(channel.released().isDone());
        assertFalse(channel.isOpen());
    }

    private AcceptedChannel broken() throws IOException {
        SocketChannel wire = SocketChannel.open();
        wire.close();
        return new AcceptedChannel(
                wire,
                new AcceptedSocket(new NoCallbacks(), meter),
                TlsSetup.of(Identity.fresh(), _ -> true, _ -> {}),
                new HandshakeGate(_ -> null),
                () -> false);
    }
}

package io.lamplink.common.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.session.ChannelListener;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.java_websocket.WebSocketImpl;
import org.junit.jupiter.api.Test;

/** What a channel makes of the library's callbacks; what needs a socket is tested with the endpoints. */
final class WebSocketChannelTest {
    private static final CloseReason BYE = new CloseReason(CloseReason.GOING_AWAY, "bye");
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(0);

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<CloseReason> told = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicLong now = new AtomicLong();
    private final WebSocketChannel channel = new WebSocketChannel(
            new Library(), new WireMeter(now::get), new Wire(), Duration.ofMinutes(1), ANYWHERE, ANYWHERE);

    @Test
    void aLinkThatWeCloseIsNeverToldAsBrokenHoweverFastThePeerIs() {
        // the library sends the close frame first and notes only then that it has
        open();
        channel.close(BYE);
        channel.closed(CloseReason.ABNORMAL, "");
        assertEquals(List.of(BYE), told());
    }

    @Test
    void aPeersOwnCodeStandsThoughWeCloseToo() {
        open();
        channel.close(BYE);
        channel.closed(CloseReason.POLICY, "first");
        assertEquals(List.of(new CloseReason(CloseReason.POLICY, "first")), told());
    }

    @Test
    void codesOfTheLibrarysOwnAreABrokenLink() {
        open();
        channel.closed(-1, null);
        assertEquals(List.of(new CloseReason(CloseReason.ABNORMAL, "")), told());
    }

    @Test
    void theLibraryIsAskedToCloseOnce() {
        channel.close(BYE);
        channel.close(CloseReason.normal());
        assertEquals(List.of("close 1001"), asked);
    }

    @Test
    void theEndIsToldOnce() {
        open();
        channel.closed(CloseReason.NORMAL, null);
        channel.closed(CloseReason.ABNORMAL, null);
        assertEquals(List.of(CloseReason.normal()), told());
    }

    @Test
    void aSilenceOfOursIsNotHeldAgainstThePeer() throws InterruptedException {
        open();
        channel.heard(ByteBuffer.allocate((int) Inbox.BEHIND_BYTES));
        assertTrue(channel.behind());
        now.addAndGet(TimeUnit.MINUTES.toNanos(1));
        assertEquals(0, channel.nanosSinceLastByte());
        goOn.countDown();
        channel.closed(CloseReason.NORMAL, null);
        channel.ended().join();
        assertEquals(List.of("resume"), asked);
        assertEquals(0, channel.nanosSinceLastByte(), "it starts over when reading does");
    }

    @Test
    void whatIsClosedIsNotBehind() {
        open();
        channel.heard(ByteBuffer.allocate((int) Inbox.BEHIND_BYTES));
        channel.closed(CloseReason.NORMAL, null);
        assertFalse(channel.behind(), "nobody should wait for it");
        goOn.countDown();
    }

    @Test
    void aPeerThatOwesARestIsNotReadAndNotTakenForSilent() {
        open();
        channel.rest(TimeUnit.MINUTES.toNanos(2));
        channel.rest(TimeUnit.SECONDS.toNanos(2));
        now.addAndGet(TimeUnit.MINUTES.toNanos(1));
        assertTrue(channel.behind());
        assertEquals(0, channel.nanosSinceLastByte());
        now.addAndGet(TimeUnit.MINUTES.toNanos(1) + 7);
        assertFalse(channel.behind());
        assertEquals(7, channel.nanosSinceLastByte(), "silence begins where the rest ends");
        goOn.countDown();
    }

    private void open() {
        channel.opened(_ -> new Listener());
    }

    private List<CloseReason> told() {
        channel.ended().orTimeout(120, TimeUnit.SECONDS).join();
        return told;
    }

    private final class Listener implements ChannelListener {
        @Override
        public void onFrame(Frame frame) {
            try {
                assertTrue(goOn.await(120, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onPong(long nanos) {}

        @Override
        public void onClosed(CloseReason reason) {
            told.add(reason);
        }
    }

    private final class Wire implements Transport {
        @Override
        public void resumeReading() {
            asked.add("resume");
        }

        @Override
        public void abort() {
            asked.add("abort");
        }
    }

    private final class Library extends WebSocketImpl {
        Library() {
            super(new NoCallbacks(), LamplinkDraft.forServer(new WireMeter()));
        }

        @Override
        public void close(int code, String reason) {
            asked.add("close " + code);
        }
    }
}

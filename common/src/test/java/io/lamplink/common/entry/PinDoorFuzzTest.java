package io.lamplink.common.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FrameScript;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinGuard;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/** Whatever a client says at a server's door, it is not let in without a proof, and it is closed in the end. */
final class PinDoorFuzzTest {
    private static final Set<Integer> CODES =
            Set.of(CloseReason.MALFORMED, CloseReason.PIN_NEEDED, CloseReason.PIN_REFUSED);

    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    @FuzzTest(maxDuration = "10m")
    void nobodyGetsInByAnythingButAProof(byte[] input) {
        Later later = new Later();
        EntryEnd end = new EntryEnd("192.0.2.7", Optional.empty());
        AskedPin asked = new AskedPin(new Pin("482913"), new UUID(1, 2), new PinGuard(later::now));
        PinDoor door = new PinDoor(asked, end, new Shut(), later);
        door.open();
        FrameScript.play(input, (kind, payload) -> door.onFrame(FrameScript.frame(kind, payload)));
        later.pass(PinDoor.WITHIN);
        assertTrue(CODES.contains(end.closeCode()), "code " + end.closeCode());
        int said = end.sent().size();
        assertTrue(said >= 1 && said <= 3, said + " messages");
        door.onClosed(new CloseReason(CloseReason.ABNORMAL, ""));
        later.pass(Duration.ofHours(1));
        assertEquals(0, end.sent().size());
    }

    private static final class Shut implements PinDoor.House {
        @Override
        public ChannelListener admit(Channel channel) {
            return fail("Somebody came in.");
        }

        @Override
        public void locked(InetAddress address, Duration left) {
            fail("Locked after one try.");
        }

        @Override
        public void crowded() {
            fail("Crowded by one.");
        }
    }
}

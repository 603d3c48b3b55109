package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.Samples;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RetriesTest {

    private final FakeEngine engine = new FakeEngine();
    private final List<Peer> present = new ArrayList<>();
    private final Retries retries = new Retries(engine, present);
    private final Peer mei = peer("Mei", new UUID(17, 1));
    private final Peer tomas = peer("Tomás", new UUID(17, 2));

    @Test
    void onlyWhoDidNotGetItGetsItAgain() {
        present.addAll(List.of(mei, tomas));
        ChatEntry.Own text = failed(List.of());
        retries.failed(text.id(), tomas);
        assertTrue(retries.again(text, false));
        assertEquals(List.of(new FakeEngine.Said("hi", Set.of(tomas.id()))), engine.saidAgain);
    }

    @Test
    void whoHasComeBackIsKnownAgain() {
        Peer back = peer("Tomás (2)", new UUID(17, 2));
        present.add(back);
        ChatEntry.Own text = failed(List.of());
        retries.failed(text.id(), tomas);
        assertTrue(retries.again(text, false));
        assertEquals(Set.of(back.id()), engine.saidAgain.getFirst().peers());
    }

    @Test
    void nobodyElseGetsIt() {
        present.add(mei);
        ChatEntry.Own text = failed(List.of());
        retries.failed(text.id(), tomas);
        assertFalse(retries.again(text, false));
        assertEquals(List.of(), engine.saidAgain);
    }

    @Test
    void itWaitsForAServerThatIsSought() {
        ChatEntry.Own text = failed(List.of());
        retries.failed(text.id(), mei);
        assertTrue(retries.again(text, true));
        assertEquals(Set.of(), engine.saidAgain.getFirst().peers());
    }

    @Test
    void ofAnEarlierStartThoseNamedGetItDirectly() {
        present.addAll(List.of(mei, tomas));
        ChatEntry.Own text = failed(List.of("Tomás"));
        assertTrue(retries.again(text, false));
        assertEquals(Set.of(tomas.id()), engine.saidAgain.getFirst().peers());
        assertEquals(List.of("say again " + text.id() + " hi directly"), engine.asked);
    }

    @Test
    void whoCannotTellThatTheyHaveItDoNotGetItTwice() {
        Peer original = Samples.qtPeer("192.168.1.40");
        present.addAll(List.of(mei, original));
        assertTrue(retries.again(failed(List.of()), false));
        assertEquals(Set.of(mei.id()), engine.saidAgain.getFirst().peers());
        present.remove(mei);
        assertTrue(retries.again(failed(List.of()), false), "one that is there alone");
    }

    private static ChatEntry.Own failed(List<String> to) {
        return new ChatEntry.Own(UUID.randomUUID(), Samples.NOON, "hi", to, 2, 1, 1);
    }

    private static Peer peer(String name, UUID identity) {
        return new Peer(
                UUID.randomUUID(),
                name,
                new InetSocketAddress(InetAddress.ofLiteral("192.168.1.21"), 51_334),
                new InetSocketAddress(InetAddress.ofLiteral("192.168.1.5"), 8080),
                "lamplink.v1",
                Samples.NOON,
                false,
                identity);
    }
}

package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.window.Retries.Outcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        assertEquals(Outcome.BEGUN, retries.again(text, false));
        assertEquals(List.of(new FakeEngine.Said("hi", Set.of(tomas.id()))), engine.saidAgain);
    }

    @Test
    void whoHasComeBackIsKnownAgain() {
        Peer back = peer("Tomás (2)", new UUID(17, 2));
        present.add(back);
        ChatEntry.Own text = failed(List.of());
        retries.failed(text.id(), tomas);
        assertEquals(Outcome.BEGUN, retries.again(text, false));
        assertEquals(Set.of(back.id()), engine.saidAgain.getFirst().peers());
    }

    @Test
    void nobodyElseGetsIt() {
        present.add(mei);
        ChatEntry.Own text = failed(List.of());
        retries.failed(text.id(), tomas);
        assertEquals(Outcome.NOBODY_THERE, retries.again(text, false));
        assertEquals(List.of(), engine.saidAgain);
    }

    @Test
    void itWaitsForAServerThatIsSought() {
        ChatEntry.Own text = failed(List.of());
        retries.failed(text.id(), mei);
        retries.gone(mei);
        assertEquals(Outcome.BEGUN, retries.again(text, true));
        assertEquals(Set.of(), engine.saidAgain.getFirst().peers());
    }

    @Test
    void whatWasWrittenToOneServerDoesNotWaitForAnother() {
        retries.gone(tomas);
        assertEquals(Outcome.NOBODY_THERE, retries.again(earlier(mei), true));
        ChatEntry.Own text = failed(List.of());
        retries.failed(text.id(), mei);
        assertEquals(Outcome.NOBODY_THERE, retries.again(text, true));
        assertEquals(List.of(), engine.saidAgain);
    }

    @Test
    void ofAnEarlierStartOnlyWhoDidNotGetItGetsIt() {
        present.addAll(List.of(mei, tomas));
        ChatEntry.Own text = earlier(tomas);
        assertEquals(Outcome.BEGUN, retries.again(text, false));
        assertEquals(Set.of(tomas.id()), engine.saidAgain.getFirst().peers());
        present.remove(tomas);
        assertEquals(Outcome.NOBODY_THERE, retries.again(text, false));
        assertEquals(1, engine.saidAgain.size());
    }

    @Test
    void whereNobodyKnowsWhoDidNotGetItItIsNotSent() {
        present.addAll(List.of(mei, Samples.qtPeer("192.168.1.40")));
        assertEquals(Outcome.UNKNOWN, retries.again(failed(List.of()), false));
        assertEquals(List.of(), engine.saidAgain);
    }

    private static ChatEntry.Own earlier(Peer missing) {
        return new ChatEntry.Own(
                UUID.randomUUID(),
                Samples.NOON,
                "hi",
                List.of(),
                2,
                1,
                1,
                0,
                Set.of(Objects.requireNonNull(missing.identity())));
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

package io.lamplink.server.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.discovery.AnnounceState;
import io.lamplink.common.discovery.Announcement;
import io.lamplink.common.discovery.Announcer;
import io.lamplink.common.discovery.Multicast;
import io.lamplink.common.discovery.Worker;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.host.HostAddress;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.reach.Finding;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.server.net.DoorRules;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the engine has itself announced. Nothing is sent: the announcer's network is a list. */
final class AnnouncingTest {

    private static final long SECONDS = 60;

    @TempDir
    Path folder;

    private final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
    private final List<String> spoken = new CopyOnWriteArrayList<>();
    private ListeningEngine engine;

    @BeforeEach
    void make() {
        engine = new ListeningEngine(
                new HubSettings(
                        new Message.Hello("mei@studio", "test", Set.of()),
                        folder.resolve("state"),
                        DiskSpool.UNLIMITED,
                        _ -> "",
                        _ -> ""),
                DoorRules.defaults(),
                System::nanoTime,
                this::announcer);
        engine.addListener(events::add);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Announcer announcer(Consumer<AnnounceState> told) {
        return new Announcer(new Network(), List::of, Worker.daemon(), told);
    }

    @Test
    void unaskedItTellsNobody() throws Exception {
        listen();
        engine.stop();
        await(EngineEvent.ListeningStopped.class);
        assertEquals(List.of(), changes());
    }

    @Test
    void whoeverListensOnThisComputerOnlyIsNotAnnouncedAndIsTold() throws Exception {
        engine.announce(true);
        listen();
        assertEquals(change(AnnounceState.THIS_COMPUTER_ONLY), await(EngineEvent.AnnouncementChanged.class));
        engine.stop();
        assertEquals(change(AnnounceState.OFF), await(EngineEvent.AnnouncementChanged.class));
        assertEquals(List.of(), spoken);
    }

    @Test
    void theSwitchHoldsAtOnceAndForTheNextListening() throws Exception {
        listen();
        engine.announce(true);
        assertEquals(change(AnnounceState.THIS_COMPUTER_ONLY), await(EngineEvent.AnnouncementChanged.class));
        engine.announce(false);
        assertEquals(change(AnnounceState.OFF), await(EngineEvent.AnnouncementChanged.class));
        engine.announce(true);
        assertEquals(change(AnnounceState.THIS_COMPUTER_ONLY), await(EngineEvent.AnnouncementChanged.class));
        engine.stop();
        assertEquals(change(AnnounceState.OFF), await(EngineEvent.AnnouncementChanged.class));
        listen();
        assertEquals(change(AnnounceState.THIS_COMPUTER_ONLY), await(EngineEvent.AnnouncementChanged.class));
    }

    @Test
    void theEndOfTheProgramDoesNotWaitForANetworkThatIsSilent() {
        engine.announce(true);
        engine.close();
        assertTrue(spoken.isEmpty());
        assertNull(events.poll());
    }

    @Test
    void whyItDoesNotListenIsWhatKeepsOthersOut() throws Exception {
        assertEquals(List.of(new Finding.NotListening()), engine.checkReach().get(SECONDS, TimeUnit.SECONDS));
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            engine.listen("127.0.0.1", other.getLocalPort());
            await(EngineEvent.ListenFailed.class);
            assertEquals(
                    List.of(new Finding.PortTaken(other.getLocalPort())),
                    engine.checkReach().get(SECONDS, TimeUnit.SECONDS));
        }
        listen();
        Finding listens = engine.checkReach().get(SECONDS, TimeUnit.SECONDS).getFirst();
        assertTrue(listens instanceof Finding.ThisComputerOnly, listens::toString);
        engine.stop();
        await(EngineEvent.ListeningStopped.class);
        assertEquals(List.of(new Finding.NotListening()), engine.checkReach().get(SECONDS, TimeUnit.SECONDS));
    }

    private void listen() throws InterruptedException {
        engine.listen("127.0.0.1", 0);
        await(EngineEvent.Listening.class);
    }

    private static EngineEvent.AnnouncementChanged change(AnnounceState state) {
        return new EngineEvent.AnnouncementChanged(state, "mei@studio");
    }

    private List<EngineEvent> changes() {
        return events.stream()
                .filter(EngineEvent.AnnouncementChanged.class::isInstance)
                .toList();
    }

    private <E extends EngineEvent> E await(Class<E> kind) throws InterruptedException {
        EngineEvent next = events.poll(SECONDS, TimeUnit.SECONDS);
        while (next != null && !kind.isInstance(next)) {
            next = events.poll(SECONDS, TimeUnit.SECONDS);
        }
        return kind.cast(java.util.Objects.requireNonNull(next, kind.getSimpleName() + " was not told."));
    }

    private final class Network implements Multicast {
        @Override
        public Presence announce(HostAddress network, Announcement what) {
            spoken.add(what.name());
            throw new AssertionError("Nobody may announce a server that nobody can reach.");
        }

        @Override
        public Presence look(HostAddress network, Consumer<Sighting> heard) {
            throw new AssertionError("A server looks for nobody.");
        }
    }
}

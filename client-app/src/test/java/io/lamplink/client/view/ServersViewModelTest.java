package io.lamplink.client.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lamplink.common.discovery.FoundServer;
import io.lamplink.common.discovery.ServerFinder.Findings;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.control.ServerChoice;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Settings;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ServersViewModelTest {

    private static final FoundServer MEI = new FoundServer("Mei", "192.168.1.20", 9090, true);

    private final FakeClientEngine engine = new FakeClientEngine();
    private final FakeWorld world = new FakeWorld();
    private final Settings settings = Settings.inMemory();
    private final ClientViewModel client = new ClientViewModel(engine, world.ports(), Samples.studio(), settings);
    private final ServersViewModel model = client.servers();

    @Test
    void itLooksOnlyWhileTheListIsOpen() {
        assertEquals(List.of(), engine.asked);
        model.open();
        assertEquals(List.of("look"), engine.asked);
        model.close();
        model.close();
        assertEquals(List.of("look", "look no more"), engine.asked);
    }

    @Test
    void aWindowThatClosesLooksNoMore() {
        model.open();
        client.close();
        assertEquals(List.of("look", "look no more"), engine.asked);
    }

    @Test
    void whileNobodyIsFoundItSaysWhatToDo() {
        model.open();
        assertEquals(Phrase.of("find.network.nobody"), model.hintProperty().get());
        find(new Findings(List.of(MEI), false));
        assertNull(model.hintProperty().get());
        find(Findings.NONE);
        assertEquals(Phrase.of("find.network.nobody"), model.hintProperty().get());
        find(new Findings(List.of(), true));
        assertEquals(Phrase.of("find.network.none"), model.hintProperty().get());
    }

    @Test
    void whatIsFoundCanBeChosen() {
        model.open();
        find(new Findings(List.of(MEI), false));
        model.choose(model.found().getFirst());
        client.connect();
        assertEquals(List.of("look", "connect 192.168.1.20 9090"), engine.asked);
    }

    @Test
    void eachOpeningBeginsAnew() {
        model.open();
        Consumer<Findings> first = engine.searches.getFirst();
        find(new Findings(List.of(MEI), false));
        model.close();
        model.open();
        assertEquals(List.of(), model.found());
        first.accept(new Findings(List.of(MEI), false));
        assertEquals(List.of(), model.found(), "this is news of a search that is over");
    }

    @Test
    void whereItWasConnectedIsUsedBefore() {
        client.addressProperty().set(" wss://studio ");
        client.portProperty().set("9090");
        engine.tell(new EngineEvent.PeerJoined(Samples.peer("Server", "192.168.1.5")));
        assertEquals(
                List.of(new ServerChoice("Server", "wss://studio", "9090", "wss://studio", false)), model.recent());
        ClientViewModel next = new ClientViewModel(engine, world.ports(), Samples.studio(), settings);
        assertEquals(model.recent(), next.servers().recent());
    }

    @Test
    void whatDidNotConnectIsNotRemembered() {
        client.addressProperty().set("192.168.1.99");
        client.connect();
        assertEquals(List.of(), model.recent());
    }

    @Test
    void oneThatWasUsedBeforeIsForgottenAtWill() {
        Peer server = Samples.peer("Server", "192.168.1.5");
        engine.tell(new EngineEvent.PeerJoined(server));
        model.forget(model.recent().getFirst());
        assertEquals(List.of(), model.recent());
        assertEquals(
                List.of(),
                new ClientViewModel(engine, world.ports(), Samples.studio(), settings)
                        .servers()
                        .recent());
    }

    private void find(Findings findings) {
        engine.searches.getLast().accept(findings);
    }
}

package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.discovery.AnnounceState;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.ListenProblem;
import io.lamplink.common.host.HostAddress;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.theme.Texts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressesViewModelTest {

    private final FakeServerEngine engine = new FakeServerEngine();
    private final FakeWorld world = new FakeWorld();
    private final Settings settings = Settings.inMemory();
    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final ServerViewModel server = open(Samples.studio());
    private final AddressesViewModel model = server.addresses();

    private ServerViewModel open(HostInfo host) {
        return new ServerViewModel(engine, world.ports(), () -> host, settings);
    }

    @Test
    void whereItListensIsTheOnlyAddress() {
        engine.tell(new EngineEvent.Listening(Samples.listening()));
        assertEquals(List.of("192.168.1.5:8080"), where());
        assertEquals("wss://192.168.1.5:8080", model.items().getFirst().link());
        assertNull(model.noteProperty().get());
    }

    @Test
    void whoListensOnEveryAddressHasAllButLoopback() {
        listen("0.0.0.0", 9090);
        assertEquals(
                List.of("192.168.1.5:9090", "10.0.0.12:9090", "172.17.0.1:9090", "[fe80::1c2d:3eff:fe4f:5a6b]:9090"),
                where());
        assertEquals("192.168.1.5:9090", chosen());
    }

    @Test
    void beforeItListensTheAddressesAreShownWithTheWantedPort() {
        assertEquals(4, model.items().size());
        assertEquals("192.168.1.5:8080", where().getFirst());
        assertEquals(Phrase.of("address.note.idle"), model.noteProperty().get());
    }

    @ParameterizedTest
    @CsvSource({"0", "x", "''"})
    void withoutAPortThereIsNoCode(String port) {
        server.portProperty().set(port);
        assertEquals("192.168.1.5", where().getFirst());
        assertEquals("", model.items().getFirst().link());
    }

    @Test
    void aLoopbackAddressIsShownAndSaidToBeForNobodyElse() {
        listen("127.0.0.1", 8080);
        assertEquals(List.of("127.0.0.1:8080"), where());
        assertEquals(Phrase.of("address.note.loopback"), model.noteProperty().get());
    }

    @Test
    void withoutANetworkItSaysSo() {
        AddressesViewModel alone = open(new HostInfo("studio", List.of())).addresses();
        assertEquals(List.of(), alone.items());
        assertNull(alone.chosenProperty().get());
        assertEquals(Phrase.of("address.note.none"), alone.noteProperty().get());
    }

    @Test
    void whatIsChosenStaysSoWhileItIsThere() {
        listen("0.0.0.0", 8080);
        model.chosenProperty().set(model.items().get(1));
        assertEquals("10.0.0.12:8080", chosen());
        engine.tell(new EngineEvent.ListeningStopped());
        assertEquals("10.0.0.12:8080", chosen());
        engine.tell(new EngineEvent.Listening(Samples.listening()));
        assertEquals("192.168.1.5:8080", chosen());
    }

    @Test
    void addressesAreReadAnewAwayFromTheWindow() throws InterruptedException {
        AtomicReference<HostInfo> host = new AtomicReference<>(Samples.studio());
        AddressesViewModel moving = new ServerViewModel(engine, world.ports(), host::get, settings).addresses();
        host.set(new HostInfo("studio", List.of(new HostAddress("eth9", InetAddress.ofLiteral("10.9.9.9"), 24, true))));
        CountDownLatch read = new CountDownLatch(1);
        moving.chosenProperty().subscribe(_ -> {
            if (moving.items().size() == 1) {
                read.countDown();
            }
        });
        moving.refresh();
        assertTrue(read.await(60, TimeUnit.SECONDS));
        assertEquals("10.9.9.9:8080", moving.items().getFirst().where());
    }

    @Test
    void afterAFailureItDoesNotListen() {
        engine.tell(new EngineEvent.Listening(Samples.listening()));
        engine.tell(new EngineEvent.ListenFailed(ListenProblem.OTHER, "192.168.1.5", 8080));
        assertEquals(Phrase.of("address.note.idle"), model.noteProperty().get());
    }

    @Test
    void nobodyIsToldBeforeAPersonSaysSo() {
        listen("0.0.0.0", 8080);
        assertFalse(model.announceProperty().get());
        assertEquals(List.of(), engine.asked);
    }

    @Test
    void theSwitchIsRemembered() {
        model.announceProperty().set(true);
        assertEquals(List.of("announce true"), engine.asked);
        ServerViewModel next = open(Samples.studio());
        assertTrue(next.addresses().announceProperty().get());
        assertEquals(List.of("announce true", "announce true"), engine.asked);
        next.addresses().announceProperty().set(false);
        assertFalse(open(Samples.studio()).addresses().announceProperty().get());
        assertEquals(List.of("announce true", "announce true", "announce false"), engine.asked);
    }

    @Test
    void aNewcomerHearsOfTheSwitchOnce() {
        listen("0.0.0.0", 8080);
        assertTrue(said().getLast().contains("Announce on this network"), "It is said after what happened.");
        engine.tell(new EngineEvent.ListeningStopped());
        listen("0.0.0.0", 8080);
        assertEquals(1, hints(server));
        ServerViewModel next = open(Samples.studio());
        listen("0.0.0.0", 8080);
        assertEquals(0, hints(next));
    }

    @Test
    void whoListensOnThisComputerOnlyNeedsNoHint() {
        listen("127.0.0.1", 8080);
        assertEquals(0, hints(server));
    }

    @ParameterizedTest
    @CsvSource({
        "OFF, announce.state.waiting",
        "ANNOUNCED, announce.state.on",
        "THIS_COMPUTER_ONLY, announce.state.loopback",
        "NO_NETWORK, announce.state.no-network",
        "FAILED, announce.state.failed"
    })
    void whatHasComeOfItIsSaid(AnnounceState state, String key) {
        assertNull(model.announceNoteProperty().get());
        model.announceProperty().set(true);
        engine.tell(new EngineEvent.AnnouncementChanged(state, "mei@studio"));
        assertEquals(Phrase.of(key), model.announceNoteProperty().get());
        assertEquals(state == AnnounceState.ANNOUNCED, said().contains("📣 Announced on this network as mei@studio"));
    }

    private void listen(String address, int port) {
        engine.tell(new EngineEvent.Listening(new InetSocketAddress(InetAddress.ofLiteral(address), port)));
    }

    private List<String> where() {
        return model.items().stream().map(AddressItem::where).toList();
    }

    private String chosen() {
        return Objects.requireNonNull(model.chosenProperty().get()).where();
    }

    private List<String> said() {
        return said(server);
    }

    private long hints(ServerViewModel of) {
        return said(of).stream()
                .filter(text -> text.contains("Announce on this network"))
                .count();
    }

    private List<String> said(ServerViewModel of) {
        return of.conversation().entries().stream()
                .filter(ChatEntry.Notice.class::isInstance)
                .map(entry -> texts.get(((ChatEntry.Notice) entry).phrase()))
                .toList();
    }
}

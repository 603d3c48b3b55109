package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.ListenProblem;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.control.ClientItem;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerViewModelTest {

    private final FakeServerEngine engine = new FakeServerEngine();
    private final FakeWorld world = new FakeWorld();
    private final ServerViewModel model = new ServerViewModel(engine, world.ports(), Samples.studio());
    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final Peer tomas = Samples.peer("Tomás", "192.168.1.33");

    @Test
    void itStartsWithTheRecommendedAddressAndPort8080() {
        assertEquals("192.168.1.5", model.addressProperty().get());
        assertEquals("8080", model.portProperty().get());
        assertEquals("Not listening", sentence());
    }

    @Test
    void listenAsksTheEngine() {
        model.addressProperty().set(" 127.0.0.1 ");
        model.portProperty().set("0");
        model.listen();
        model.stop();
        assertEquals(List.of("listen 127.0.0.1 0", "stop"), engine.asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "99999", "-1", "http", "80 80"})
    void u5_aBadPortIsASentenceAndTheLampStaysDark(String port) {
        model.portProperty().set(port);
        model.listen();
        assertEquals(List.of(), engine.asked);
        assertEquals(
                Phrase.of("listen.problem.bad-port"),
                model.formProblemProperty().get());
        assertEquals(LinkState.IDLE, model.conversation().stateProperty().get());
        model.portProperty().set("8080");
        model.listen();
        assertNull(model.formProblemProperty().get());
    }

    @ParameterizedTest
    @EnumSource
    void u5_aFailedListenIsExplainedAndTheLampIsDarkAgain(ListenProblem problem) {
        engine.tell(
                new EngineEvent.ListenFailed(problem, "192.0.2.1", 8080), new EngineEvent.LinkChanged(LinkState.IDLE));
        Phrase phrase = Objects.requireNonNull(model.formProblemProperty().get());
        assertTrue(texts.get(phrase).length() > 20, texts.get(phrase));
        assertEquals(phrase, lastNotice().phrase());
        assertEquals(ChatEntry.Tone.ERROR, lastNotice().tone());
        assertEquals("Not listening", sentence());
    }

    @Test
    void theSentenceSaysWhereItListensAndToHowMany() {
        listen();
        assertEquals("Listening on 192.168.1.5:8080, no clients yet", sentence());
        engine.tell(new EngineEvent.PeerJoined(mei), new EngineEvent.LinkChanged(LinkState.CONNECTED));
        assertEquals("Listening on 192.168.1.5:8080, 1 client", sentence());
        engine.tell(new EngineEvent.PeerJoined(tomas));
        assertEquals("Listening on 192.168.1.5:8080, 2 clients", sentence());
        engine.tell(new EngineEvent.PeerLeft(mei, CloseReason.normal(), false));
        assertEquals("Listening on 192.168.1.5:8080, 1 client", sentence());
        engine.tell(new EngineEvent.ListeningStopped(), new EngineEvent.LinkChanged(LinkState.IDLE));
        assertEquals("Not listening", sentence());
    }

    @Test
    void portZeroAndEveryAddressAreToldAsTheyCameOut() {
        engine.tell(
                new EngineEvent.Listening(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 40123)),
                new EngineEvent.LinkChanged(LinkState.WAITING));
        assertEquals("Listening on every address, port 40123, no clients yet", sentence());
        assertEquals(
                List.of("📡 Listening on every address, port 40123", texts.get(Phrase.of("log.announce.hint"))),
                notices());
    }

    @Test
    void clientsAreListedWithTheirDelay() {
        listen();
        engine.tell(new EngineEvent.PeerJoined(mei), new EngineEvent.PeerJoined(Samples.qtPeer("192.168.1.40")));
        assertEquals(2, model.clients().size());
        assertNull(model.clients().getFirst().item().roundTrip());
        assertTrue(model.clients().getLast().item().original());
        engine.statistics = List.of(Samples.figures(mei));
        world.beat();
        assertEquals(
                Samples.figures(mei).roundTrips().getLast(),
                model.clients().getFirst().item().roundTrip());
    }

    @Test
    void theHeaderSaysWhoIsWrittenTo() {
        assertEquals(
                Phrase.of("server.header.idle.about"), model.aboutProperty().get());
        listen();
        assertEquals(
                Phrase.of("server.header.everyone.about"), model.aboutProperty().get());
        engine.tell(new EngineEvent.PeerJoined(mei));
        model.choose(Set.of(mei.id()));
        assertEquals("Mei", texts.get(model.titleProperty().get()));
        engine.tell(new EngineEvent.PeerLeft(mei, CloseReason.normal(), false));
        assertEquals("Everyone", texts.get(model.titleProperty().get()));
    }

    @Test
    void whatAClientReceivesIsToldWhileItMoves() {
        listen();
        engine.tell(new EngineEvent.PeerJoined(mei), new EngineEvent.PeerJoined(tomas));
        TransferSnapshot first = Samples.outgoing("a.bin", 1000, 400);
        TransferSnapshot second = Samples.outgoing("b.bin", 1000, 0);
        engine.tell(new EngineEvent.TransferChanged(mei, first, null));
        assertEquals(new ClientItem.Receiving(1, "a.bin", 0.4), receiving(mei));
        assertNull(receiving(tomas));
        engine.tell(new EngineEvent.TransferChanged(mei, second, null));
        assertEquals(new ClientItem.Receiving(2, "a.bin", 0.2), receiving(mei));
        engine.tell(new EngineEvent.TransferChanged(mei, Samples.in(State.COMPLETE, first, true), null));
        assertEquals(new ClientItem.Receiving(1, "b.bin", 0), receiving(mei));
        engine.tell(new EngineEvent.TransferChanged(mei, Samples.in(State.FAILED, second, true), null));
        assertNull(receiving(mei));
    }

    @Test
    void aClientThatComesBackReceivesOnItsNewLink() {
        listen();
        TransferSnapshot file = Samples.outgoing("a.bin", 1000, 400);
        Peer back = Samples.peer("Mei", "192.168.1.21");
        engine.tell(new EngineEvent.PeerJoined(mei), new EngineEvent.TransferChanged(mei, file, null));
        engine.tell(new EngineEvent.PeerJoined(back), new EngineEvent.TransferChanged(back, file, null));
        assertNull(receiving(mei));
        engine.tell(new EngineEvent.PeerLeft(mei, CloseReason.normal(), true));
        assertEquals(new ClientItem.Receiving(1, "a.bin", 0.4), receiving(back));
    }

    @Test
    void whatIsChosenInTheMenuOfAClientIsAskedForItAlone() {
        listen();
        engine.tell(new EngineEvent.PeerJoined(mei), new EngineEvent.PeerJoined(tomas));
        world.dialogs.files = List.of(Path.of("a.bin"));
        model.sendFiles(tomas.id());
        assertEquals(List.of(new FakeEngine.Sent(Path.of("a.bin"), Set.of(tomas.id()))), engine.sent);
        assertEquals(List.of(), model.conversation().chosenProperty().get());
        model.letGo(tomas.id());
        assertEquals(List.of("remove " + tomas.id()), engine.asked);
    }

    private ClientItem.@Nullable Receiving receiving(Peer peer) {
        return model.clients().stream()
                .filter(row -> row.id().equals(peer.id()))
                .map(row -> row.item().receiving())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Test
    void aClientsGreetingLooksLikeAnyText() {
        listen();
        engine.tell(new EngineEvent.PeerJoined(mei));
        engine.tell(new EngineEvent.ChatReceived(mei, mei.id(), "Hello!", Samples.NOON, "", false, true));
        ChatEntry.Theirs hello =
                (ChatEntry.Theirs) model.conversation().entries().getLast();
        assertFalse(hello.direct());
        assertTrue(hello.member());
    }

    @Test
    void howAClientLeftIsToldApart() {
        listen();
        engine.tell(new EngineEvent.PeerLeft(mei, CloseReason.normal(), false));
        assertEquals("👋 Mei left", texts.get(lastNotice().phrase()));
        engine.tell(new EngineEvent.PeerLeft(mei, CloseReason.normal(), true));
        assertEquals("👋 Disconnected Mei", texts.get(lastNotice().phrase()));
        engine.tell(new EngineEvent.PeerLeft(mei, new CloseReason(CloseReason.ABNORMAL, ""), false));
        assertEquals("⚠️ The link to Mei broke", texts.get(lastNotice().phrase()));
        engine.tell(new EngineEvent.PeerLeft(mei, new CloseReason(CloseReason.SILENT, ""), true));
        assertEquals(
                "⚠️ The link to Mei ended: nothing was heard from it for too long",
                texts.get(lastNotice().phrase()));
    }

    @Test
    void h1_aPathThatWasAskedForIsToldAndNothingElseHappens() {
        engine.tell(new EngineEvent.FileAskedFor(mei, "/etc/passwd"));
        assertTrue(texts.get(lastNotice().phrase()).contains("/etc/passwd"));
        assertEquals(List.of(), engine.sent);
    }

    private void listen() {
        engine.tell(new EngineEvent.Listening(Samples.listening()), new EngineEvent.LinkChanged(LinkState.WAITING));
    }

    private String sentence() {
        return texts.get(model.sentenceProperty().get());
    }

    private List<String> notices() {
        return model.conversation().entries().stream()
                .filter(ChatEntry.Notice.class::isInstance)
                .map(entry -> texts.get(((ChatEntry.Notice) entry).phrase()))
                .toList();
    }

    private ChatEntry.Notice lastNotice() {
        return (ChatEntry.Notice) model.conversation().entries().getLast();
    }
}

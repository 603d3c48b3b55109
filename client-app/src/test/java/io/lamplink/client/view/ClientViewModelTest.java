package io.lamplink.client.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.PinReason;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Pin;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import io.lamplink.common.ui.window.PinPrompt;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientViewModelTest {

    private static final String WHERE = "192.168.1.5:8080";

    private final FakeClientEngine engine = new FakeClientEngine();
    private final FakeWorld world = new FakeWorld();
    private final ClientViewModel model = new ClientViewModel(engine, world.ports(), Samples.studio());
    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final Peer server = Samples.peer("Server", "192.168.1.5");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "::1",
                "[::1]:9000",
                "studio.local",
                "ws://studio:9000/",
                "wss://studio",
                "10.0.0.1:9000"
            })
    void u6_anyKindOfAddressIsHandedOn(String address) {
        model.addressProperty().set(address);
        model.connect();
        assertEquals(List.of("connect " + address + " 8080"), engine.asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "99999", "x"})
    void u5_aBadPortIsASentenceAndTheLampStaysDark(String port) {
        model.portProperty().set(port);
        model.connect();
        assertEquals(List.of(), engine.asked);
        assertEquals(
                Phrase.of("connect.problem.bad-port"),
                model.formProblemProperty().get());
        assertEquals(LinkState.IDLE, model.conversation().stateProperty().get());
    }

    @Test
    void withoutAnAddressItSaysWhereToFindOne() {
        model.addressProperty().set("  ");
        model.connect();
        assertEquals(List.of(), engine.asked);
        assertEquals(
                Phrase.of("connect.problem.no-address"),
                model.formProblemProperty().get());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCELLED")
    void u4_aFailedAttemptSaysWhyAndNeverThatALinkHasEnded(ConnectProblem problem) {
        engine.tell(
                new EngineEvent.Connecting(WHERE),
                new EngineEvent.LinkChanged(LinkState.WAITING),
                new EngineEvent.ConnectFailed(problem, WHERE),
                new EngineEvent.LinkChanged(LinkState.IDLE));
        assertEquals(List.of("log.connect.started", lastNotice().phrase().key()), keys());
        assertEquals(ChatEntry.Tone.ERROR, lastNotice().tone());
        String said =
                texts.get(Objects.requireNonNull(model.formProblemProperty().get()));
        assertTrue(said.length() > 20, said);
        assertEquals("Not connected", sentence());
    }

    @Test
    void anAttemptThatAPersonStoppedIsNoError() {
        engine.tell(new EngineEvent.Connecting(WHERE), new EngineEvent.ConnectFailed(ConnectProblem.CANCELLED, WHERE));
        assertEquals(ChatEntry.Tone.PLAIN, lastNotice().tone());
        assertNull(model.formProblemProperty().get());
    }

    @Test
    void theSentenceFollowsTheLink() {
        engine.tell(new EngineEvent.Connecting(WHERE), new EngineEvent.LinkChanged(LinkState.WAITING));
        assertEquals("Connecting to 192.168.1.5:8080…", sentence());
        engine.tell(new EngineEvent.PeerJoined(server), new EngineEvent.LinkChanged(LinkState.CONNECTED));
        assertEquals("Connected to 192.168.1.5:51334", sentence());
        engine.statistics = List.of(Samples.figures(server));
        world.beat();
        assertEquals("Connected to 192.168.1.5:51334 · 1.6 ms", sentence());
        engine.tell(
                new EngineEvent.PeerLeft(server, new CloseReason(CloseReason.ABNORMAL, ""), false),
                new EngineEvent.LinkChanged(LinkState.LOST));
        assertEquals("Connection to 192.168.1.5:8080 lost", sentence());
        assertEquals(ChatEntry.Tone.ERROR, lastNotice().tone());
    }

    @Test
    void aLostLinkIsCountedDownInTheSentenceAndFillsNoLog() {
        engine.tell(
                new EngineEvent.Connecting(WHERE),
                new EngineEvent.LinkChanged(LinkState.WAITING),
                new EngineEvent.PeerJoined(server),
                new EngineEvent.LinkChanged(LinkState.CONNECTED),
                new EngineEvent.PeerLeft(server, new CloseReason(CloseReason.ABNORMAL, ""), false),
                new EngineEvent.Reconnecting(Duration.ofMillis(3400), 3),
                new EngineEvent.LinkChanged(LinkState.RECONNECTING));
        List<String> logged = keys();
        assertEquals("Connection lost. Trying again in 4 s", sentence());
        world.pass(Duration.ofSeconds(1));
        world.beat();
        assertEquals("Connection lost. Trying again in 3 s", sentence());
        world.pass(Duration.ofMinutes(1)); // the machine slept
        world.beat();
        assertEquals("Connection lost. Trying again in 1 s", sentence());
        engine.tell(new EngineEvent.Connecting(WHERE));
        assertEquals("Connection lost. Trying again…", sentence());
        assertFalse(model.startableProperty().get());
        engine.tell(new EngineEvent.Reconnecting(Duration.ofSeconds(8), 4));
        assertEquals("Connection lost. Trying again in 8 s", sentence());
        assertTrue(model.startableProperty().get());
        assertEquals(logged, keys(), "one line for the loss, however many tries");
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "IDLE", "LOST"})
    void nothingIsCountedDownOnceItIsOver(LinkState after) {
        int before = world.beating();
        engine.tell(
                new EngineEvent.Reconnecting(Duration.ofSeconds(8), 4),
                new EngineEvent.LinkChanged(LinkState.RECONNECTING));
        assertEquals(before + 1, world.beating());
        engine.tell(new EngineEvent.LinkChanged(after));
        assertEquals(before, world.beating());
        assertEquals(
                Phrase.of("connect.button.connect"), model.startWordProperty().get());
    }

    @Test
    void aClosedWindowCountsNothingDown() {
        engine.tell(new EngineEvent.Reconnecting(Duration.ofSeconds(8), 4));
        model.close();
        assertEquals(0, world.beating());
    }

    @Test
    void connectTriesNowWhileTheLinkIsSought() {
        engine.tell(
                new EngineEvent.Reconnecting(Duration.ofSeconds(8), 4),
                new EngineEvent.LinkChanged(LinkState.RECONNECTING));
        model.connect();
        assertEquals(List.of("try now"), engine.asked);
    }

    @Test
    void whoEndedTheLinkIsToldApart() {
        engine.tell(new EngineEvent.PeerLeft(server, CloseReason.normal(), true));
        assertEquals("log.server.left", lastNotice().phrase().key());
        engine.tell(new EngineEvent.PeerLeft(server, CloseReason.normal(), false));
        assertEquals("log.server.closed", lastNotice().phrase().key());
        engine.tell(new EngineEvent.PeerLeft(server, new CloseReason(CloseReason.POLICY, ""), false));
        assertEquals("log.server.lost.cause", lastNotice().phrase().key());
    }

    @Test
    void theHeaderNamesTheServerAndWhatToKnowOfIt() {
        assertEquals("Not connected", texts.get(model.titleProperty().get()));
        engine.tell(new EngineEvent.LinkChanged(LinkState.WAITING));
        assertEquals("Connecting…", texts.get(model.titleProperty().get()));
        engine.tell(new EngineEvent.PeerJoined(Samples.qtPeer("192.168.1.5")));
        assertEquals("192.168.1.5", texts.get(model.titleProperty().get()));
        assertEquals(
                "Original program · not encrypted",
                texts.get(model.aboutProperty().get()));
        assertEquals("log.server.joined.original", lastNotice().phrase().key());
    }

    @Test
    void whoWasThereAlreadyIsCountedAndWhoComesAndGoesIsToldOnce() {
        engine.tell(new EngineEvent.PeerJoined(server), new EngineEvent.LinkChanged(LinkState.CONNECTED));
        int before = model.conversation().entries().size();
        engine.tell(new EngineEvent.MemberJoined("Tomás", true), new EngineEvent.MemberJoined("ann", true));
        assertEquals(List.of("ann", "Tomás"), model.members().names());
        assertEquals(before, model.conversation().entries().size());
        engine.tell(new EngineEvent.MemberJoined("Mei", false), new EngineEvent.MemberLeft("ann"));
        assertEquals(List.of("Mei", "Tomás"), model.members().names());
        assertEquals(before + 2, model.conversation().entries().size());
        engine.tell(new EngineEvent.PeerLeft(server, CloseReason.normal(), false));
        assertEquals(List.of(), model.members().names());
    }

    @Test
    void theNameThatTheRoomGaveIsTold() {
        engine.tell(new EngineEvent.PeerJoined(server), new EngineEvent.RoomName("Ann (2)"));
        assertEquals("Ann (2)", model.members().ownNameProperty().get());
        engine.tell(new EngineEvent.PeerLeft(server, CloseReason.normal(), false));
        assertEquals("", model.members().ownNameProperty().get());
    }

    private String sentence() {
        return texts.get(model.sentenceProperty().get());
    }

    private List<String> keys() {
        return model.conversation().entries().stream()
                .filter(ChatEntry.Notice.class::isInstance)
                .map(entry -> ((ChatEntry.Notice) entry).phrase().key())
                .toList();
    }

    private ChatEntry.Notice lastNotice() {
        return (ChatEntry.Notice) model.conversation().entries().getLast();
    }

    @Test
    void aServerMetForTheFirstTimeIsAskedAboutWithItsWords() {
        Fingerprint seen = new Fingerprint("0123456789abcdef".repeat(4));
        engine.tell(new EngineEvent.IdentityAsked(seen, null, WHERE));

        assertTrue(texts.get(world.dialogs.details.getLast()).contains(seen.sentence()));
        assertTrue(texts.get(world.dialogs.details.getLast()).contains(seen.rows()));
        assertEquals("trust true", engine.asked.getLast());
    }

    @Test
    void aServerThatChangedIsWarnedAboutWithOldAndNewWords() {
        Fingerprint before = new Fingerprint("1".repeat(64));
        Fingerprint now = new Fingerprint("2".repeat(64));
        world.dialogs.yes = false;
        engine.tell(new EngineEvent.IdentityAsked(now, before, WHERE));

        assertTrue(texts.get(world.dialogs.questions.getLast()).contains(WHERE));
        assertTrue(texts.get(world.dialogs.details.getLast()).contains(before.sentence()));
        assertTrue(texts.get(world.dialogs.details.getLast()).contains(now.sentence()));
        assertEquals("trust false", engine.asked.getLast());
    }

    @Test
    void aPinIsAskedForAndWhatWasTypedIsHandedOn() {
        world.dialogs.pin = Optional.of(new Pin("482913"));
        engine.tell(new EngineEvent.PinAsked(WHERE, PinReason.FIRST, Duration.ZERO));
        PinPrompt prompt = world.dialogs.prompts.getLast();
        assertTrue(texts.get(prompt.question()).contains(WHERE));
        assertEquals("", prompt.written());
        assertEquals("pin 482913", engine.asked.getLast());
    }

    @Test
    void aWrongPinIsSaidSoAndTheFieldIsEmpty() {
        world.dialogs.pin = Optional.of(new Pin("482914"));
        engine.tell(new EngineEvent.PinAsked(WHERE, PinReason.FIRST, Duration.ZERO));
        engine.tell(new EngineEvent.PinAsked(WHERE, PinReason.WRONG, Duration.ofSeconds(4)));
        PinPrompt prompt = world.dialogs.prompts.getLast();
        assertEquals("That PIN is wrong.", texts.get(prompt.detail()));
        assertEquals(Duration.ofSeconds(4), prompt.in());
        assertEquals("", prompt.written());
    }

    @ParameterizedTest
    @EnumSource(
            value = PinReason.class,
            names = {"LOCKED", "BUSY"})
    void whatWasNotLookedAtNeedNotBeTypedAgain(PinReason why) {
        world.dialogs.pin = Optional.of(new Pin("482913"));
        engine.tell(new EngineEvent.PinAsked(WHERE, PinReason.FIRST, Duration.ZERO));
        engine.tell(new EngineEvent.PinAsked(WHERE, why, Duration.ofMinutes(5)));
        assertEquals("482 913", world.dialogs.prompts.getLast().written());
    }

    @Test
    void whoTypesNoPinGivesUp() {
        engine.tell(new EngineEvent.PinAsked(WHERE, PinReason.CHANGED, Duration.ZERO));
        assertEquals("pin none", engine.asked.getLast());
    }

    @Test
    void goingOnInClearIsAsked() {
        world.dialogs.yes = false;
        engine.tell(new EngineEvent.ClearAsked(WHERE));

        assertTrue(texts.get(world.dialogs.details.getLast()).contains(WHERE));
        assertEquals("goOnInClear false", engine.asked.getLast());
    }
}

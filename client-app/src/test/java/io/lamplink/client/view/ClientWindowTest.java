package io.lamplink.client.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.WindowContract;
import io.lamplink.common.ui.theme.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client's window by its real controls. */
final class ClientWindowTest extends WindowContract<FakeClientEngine> {
    ClientWindowTest() {
        super(new PlayedClient(), List.of("connectButton", "disconnectButton", "downloadButton"));
    }

    @Override
    protected List<String> chinese() {
        return List.of("Lamplink 客户端", "连接", "已连接到 192.168.1.21:51334");
    }

    @ParameterizedTest
    @EnumSource
    void buttonsFollowTheStateOfTheLink(LinkState state) {
        tell(new EngineEvent.LinkChanged(state));
        boolean canStart = state == LinkState.IDLE || state == LinkState.LOST;
        boolean seeking = state == LinkState.RECONNECTING;
        assertEquals(!canStart, node("#connectButton").isDisabled()); // while seeking, until a pause is told
        assertEquals(canStart, node("#disconnectButton").isDisabled());
        assertEquals(seeking ? "Try now" : "Connect", word("#connectButton"));
        assertEquals(seeking ? "Stop" : "Disconnect", word("#disconnectButton"));
        assertEquals(canStart, hands().find(TextField.class, "#addressField").isEditable());
        assertEquals(state != LinkState.CONNECTED, node("#sendFileButton").isDisabled());
        assertEquals(state != LinkState.CONNECTED, node("#sendFolderButton").isDisabled());
    }

    @Test
    void connectAndDisconnectArePressed() {
        hands().click("#connectButton");
        tell(new EngineEvent.Connecting("192.168.1.5:8080"), new EngineEvent.LinkChanged(LinkState.WAITING));
        hands().click("#disconnectButton");
        assertEquals(List.of("connect 192.168.1.5 8080", "disconnect"), engine.asked);
    }

    @Test
    void whoCouldNotConnectIsAtTheButtonAgain() {
        hands().click("#connectButton");
        tell(new EngineEvent.LinkChanged(LinkState.WAITING));
        assertFalse(node("#connectButton").isFocused());
        tell(
                new EngineEvent.ConnectFailed(ConnectProblem.TIMED_OUT, "192.168.1.5:8080"),
                new EngineEvent.LinkChanged(LinkState.IDLE));
        assertTrue(node("#connectButton").isFocused());
    }

    @Test
    void whatIsSentWhileTheLinkIsSoughtIsTheEnginesToKeepAndTheButtonsSayWhatTheyDo() {
        connect();
        hands().click("#messageField");
        hands().press(KeyCode.H);
        lose();
        hands().press(KeyCode.I);
        assertEquals("hi", hands().find(TextArea.class, "#messageField").getText());
        hands().press(KeyCode.ENTER);
        assertEquals("", hands().find(TextArea.class, "#messageField").getText());
        assertEquals(List.of(new FakeEngine.Said("hi", Set.of())), engine.said);
        assertEquals("Connection lost. Trying again in 4 s", word("#statusText"));
        assertEquals("Connection lost", word("#headerTitle"));
        hands().click("#connectButton");
        assertEquals("try now", engine.asked.getLast());
        tell(new EngineEvent.Connecting("192.168.1.5:8080"));
        assertTrue(node("#connectButton").isDisabled(), "it tries already");
        assertEquals("Connection lost. Trying again…", word("#statusText"));
        hands().click("#disconnectButton");
        assertEquals("disconnect", engine.asked.getLast());
        tell(new EngineEvent.PeerJoined(mei), new EngineEvent.LinkChanged(LinkState.CONNECTED));
        assertEquals("Disconnect", word("#disconnectButton"));
        assertEquals(1, engine.said.size());
    }

    @Test
    void theButtonsOfALostLinkFitInBothLanguages() {
        connect();
        lose();
        for (Language language : Language.values()) {
            Hands other = open(options.with(language).with(new Rectangle2D(0, 0, 1000, 680)));
            lose();
            for (String id : List.of("#connectButton", "#disconnectButton")) {
                Button button = other.find(Button.class, id);
                Text shown = (Text) button.lookup(".text");
                assertEquals(button.getText(), shown.getText(), "it is not cut");
            }
            other.close();
        }
    }

    private void lose() {
        tell(
                new EngineEvent.PeerLeft(mei, new CloseReason(CloseReason.ABNORMAL, ""), false),
                new EngineEvent.Reconnecting(Duration.ofSeconds(4), 4),
                new EngineEvent.LinkChanged(LinkState.RECONNECTING));
    }

    @Test
    void enterInThePortConnects() {
        hands().click("#portField");
        hands().press(KeyCode.ENTER);
        assertEquals(List.of("connect 192.168.1.5 8080"), engine.asked);
    }

    @Test
    void u5_aBadPortIsExplainedUnderTheFields() {
        badPortIsExplainedUnderTheFields();
    }

    @Test
    void t6_downloadIsOnOnlyForACompleteFileAndSavesIt() {
        connect();
        TransferSnapshot moving = Samples.incoming("测试.bin", 150_000, 65_536);
        assertTrue(node("#downloadButton").isDisabled());
        tell(new EngineEvent.TransferChanged(mei, moving, null));
        assertTrue(node("#downloadButton").isDisabled());
        tell(new EngineEvent.TransferChanged(mei, Samples.in(TransferSnapshot.State.COMPLETE, moving, true), null));
        assertFalse(node("#downloadButton").isDisabled());
        assertEquals(1, hands().findAll(".transfer-card .download").size());
        dialogs.target = Optional.of(Path.of("/tmp/x.bin"));
        hands().click("#downloadButton");
        assertEquals(List.of("测试.bin"), dialogs.proposedNames);
        assertEquals(1, engine.saves.size());
    }

    @Test
    void atFirstTheKeyboardIsAtWhatIsToBePressedFirst() {
        assertTrue(node("#connectButton").isFocused());
    }

    @Test
    void afterConnectingTheKeyboardIsAtTheMessage() {
        connect();
        assertTrue(node("#messageField").isFocused());
    }
}

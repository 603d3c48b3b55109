package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.WindowContract;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server's window by its real controls; {@link ServerCrowdTest} has several clients. */
final class ServerWindowTest extends WindowContract<FakeServerEngine> {
    ServerWindowTest() {
        super(new PlayedServer(), List.of("listenButton", "stopButton", "clientList", "roomButton", "recipientBar"));
    }

    @Override
    protected List<String> chinese() {
        return List.of("Lamplink 服务端", "监听", "正在监听 192.168.1.5:8080，1 个客户端");
    }

    @ParameterizedTest
    @EnumSource
    void buttonsFollowTheStateOfTheLink(LinkState state) {
        tell(new EngineEvent.LinkChanged(state));
        boolean canStart = state == LinkState.IDLE || state == LinkState.LOST;
        assertEquals(!canStart, node("#listenButton").isDisabled());
        assertEquals(canStart, node("#stopButton").isDisabled());
        assertEquals(canStart, hands().find(TextField.class, "#addressField").isEditable());
        assertEquals(state != LinkState.CONNECTED, node("#sendFileButton").isDisabled());
        assertEquals(state != LinkState.CONNECTED, node("#sendFolderButton").isDisabled());
    }

    @Test
    void atFirstTheKeyboardIsAtWhatIsToBePressedFirst() {
        assertTrue(node("#listenButton").isFocused());
    }

    @Test
    void listenAndStopArePressed() {
        hands().click("#listenButton");
        tell(new EngineEvent.Listening(Samples.listening()), new EngineEvent.LinkChanged(LinkState.WAITING));
        hands().click("#stopButton");
        assertEquals(List.of("listen 192.168.1.5 8080", "stop"), engine.asked);
    }

    @Test
    void whoWasNotAbleToListenIsAtTheButtonAgainUnlessTheyHaveGoneElsewhere() {
        for (String elsewhere : List.of("", "#messageField")) {
            hands().click("#listenButton");
            tell(new EngineEvent.LinkChanged(LinkState.WAITING));
            if (!elsewhere.isEmpty()) {
                hands().click(elsewhere);
            }
            tell(new EngineEvent.LinkChanged(LinkState.IDLE));
            assertTrue(node(elsewhere.isEmpty() ? "#listenButton" : elsewhere).isFocused(), elsewhere);
        }
    }

    /** Seen in a real window: its rows stood still from when it got smaller, and "9 %" stayed until the file was there. */
    @Test
    void aRowShowsWhatItSaysAlsoWhenTheWindowHasGotSmaller() {
        connect();
        Stage stage = hands().stage();
        Fx.run(() -> {
            stage.setWidth(720);
            stage.setHeight(500);
        });
        Fx.settle();
        TransferSnapshot moving = Samples.outgoing("a.bin", 100, 10);
        tell(new EngineEvent.TransferChanged(mei, moving, null));
        for (int percent = 20; percent < 50; percent += 10) {
            tell(new EngineEvent.TransferChanged(
                    mei, Samples.later(moving, percent, Duration.ofSeconds(percent)), null));
            Text shown = (Text) node(".client-cell .percent").lookup(".text");
            assertEquals(percent + " %", shown.getText().replace('\u00A0', ' '));
        }
    }

    /** What was typed was lost, for the list had the keyboard. */
    @Test
    void whoChoosesAClientAndTypesWritesToIt() {
        connect();
        for (String row : List.of(".client-cell", "#everyoneButton")) {
            hands().click(row);
            hands().press(KeyCode.H);
            assertTrue(node("#messageField").isFocused(), row);
            hands().press(KeyCode.I);
            hands().press(KeyCode.ENTER);
        }
        assertEquals(
                List.of(new FakeEngine.Said("hi", Set.of(mei.id())), new FakeEngine.Said("hi", Set.of())), engine.said);
    }

    @Test
    void enterInThePortListens() {
        hands().click("#portField");
        hands().press(KeyCode.ENTER);
        assertEquals(List.of("listen 192.168.1.5 8080"), engine.asked);
    }

    @Test
    void u5_aBadPortIsExplainedUnderTheFields() {
        badPortIsExplainedUnderTheFields();
    }
}

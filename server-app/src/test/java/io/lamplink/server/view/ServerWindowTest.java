package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.WindowContract;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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

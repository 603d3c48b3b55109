package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.WindowFixture;
import io.lamplink.common.ui.theme.Language;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** Who has left the server, and when. */
final class ServerPresenceTest extends WindowFixture<FakeServerEngine> {
    ServerPresenceTest() {
        super(new PlayedServer());
    }

    private void leave() {
        tell(new EngineEvent.PeerLeft(mei, CloseReason.normal(), false));
    }

    @Test
    void whoHasLeftStandsBelowTheListUntilBackOrUntilTheServerListensAnew() {
        connect();
        assertFalse(node("#lastSeen").isManaged());
        leave();
        assertTrue(node("#lastSeen").isVisible());
        assertEquals("Last seen: 14:02 Mei", word("#lastSeen"));
        tell(new EngineEvent.PeerJoined(Samples.peer("Mei", "192.168.1.21")));
        assertFalse(node("#lastSeen").isVisible());
        leave();
        tell(new EngineEvent.Listening(Samples.listening()));
        assertFalse(node("#lastSeen").isVisible());
    }

    @Test
    void aLowWindowHasNoRoomForIt() {
        connect();
        leave();
        Node line = node("#lastSeen");
        Fx.run(() -> hands().stage().setHeight(500));
        Fx.until(() -> !line.isManaged());
        Fx.run(() -> hands().stage().setHeight(680));
        Fx.until(line::isManaged);
    }

    @Test
    void itIsSaidInChineseToo() {
        reopen(options.with(Language.CHINESE));
        connect();
        leave();
        assertEquals("最后在线：14:02 Mei", word("#lastSeen"));
    }
}

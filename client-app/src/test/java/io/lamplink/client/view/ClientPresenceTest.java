package io.lamplink.client.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.WindowFixture;
import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Who has left the room, and when. */
final class ClientPresenceTest extends WindowFixture<FakeClientEngine> {
    ClientPresenceTest() {
        super(new PlayedClient());
    }

    private String lastSeen() {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && window.isShowing())
                .map(window -> window.getScene().getRoot().lookup(".last-seen"))
                .filter(Objects::nonNull)
                .map(label -> label.isVisible() ? ((Labeled) label).getText() : "")
                .findFirst()
                .orElseThrow());
    }

    @Test
    void whoHasLeftStandsBelowThoseWhoAreThere() {
        connect();
        tell(new EngineEvent.MemberJoined("Ann", true), new EngineEvent.MemberJoined("Bob", true));
        tell(new EngineEvent.MemberLeft("Ann"), new EngineEvent.MemberLeft("Bob"));
        assertTrue(node("#membersButton").isVisible(), "there is something to tell though nobody is there");
        hands().click("#membersButton");
        assertEquals("Last seen: 14:02 Bob, 14:02 Ann", lastSeen());
        tell(new EngineEvent.MemberJoined("Bob", false));
        assertEquals("Last seen: 14:02 Ann", lastSeen());
        tell(new EngineEvent.MemberJoined("Ann", false));
        assertEquals("", lastSeen());
    }

    @Test
    void withTheLinkTheRoomIsForgotten() {
        connect();
        tell(new EngineEvent.MemberJoined("Ann", true), new EngineEvent.MemberLeft("Ann"));
        assertTrue(node("#membersButton").isVisible());
        tell(new EngineEvent.PeerLeft(mei, CloseReason.normal(), false));
        assertFalse(node("#membersButton").isVisible());
    }
}

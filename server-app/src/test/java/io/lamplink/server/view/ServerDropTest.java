package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.testkit.Drag;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.WindowFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are dropped on the server's window go to whom the window says. */
final class ServerDropTest extends WindowFixture<FakeServerEngine> {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
    private static final Path FILE = Path.of("/tmp/a.bin");

    private final Peer tomas = Samples.peer("Tomás", "192.168.1.33");
    private final Drag drag = new Drag(FILE);

    ServerDropTest() {
        super(new PlayedServer());
    }

    @BeforeEach
    void connectTwo() {
        connect();
        tell(new EngineEvent.PeerJoined(tomas));
    }

    private Node row(int index) {
        return hands().findAll(".client-cell").get(index);
    }

    private Node root() {
        return hands().stage().getScene().getRoot();
    }

    private String hint() {
        return word(".drop-hint > .title");
    }

    @Test
    void onARowTheyGoToThatClientAloneAndTheWindowSaysSoMeanwhile() {
        drag.over(root());
        assertEquals("Drop to send to everyone", hint());
        drag.over(row(1));
        assertEquals("Drop to send to Tomás", hint());
        assertTrue(row(1).getPseudoClassStates().contains(DROPPING));
        drag.drop(row(1));
        assertEquals(List.of(new FakeEngine.Sent(FILE, Set.of(tomas.id()))), engine.sent);
        assertEquals(1, dialogs.sheets.size());
        assertFalse(row(1).getPseudoClassStates().contains(DROPPING));
        assertFalse(node(".drop-hint").isVisible());
        assertTrue(hands().findAll(".recipient-bar").stream().noneMatch(Node::isVisible), "everyone is written to");
    }

    @Test
    void onTheWindowTheyGoToThoseWhoAreWrittenTo() {
        hands().click(row(0));
        drag.over(root());
        assertEquals("Drop to send to Mei", hint());
        drag.drop(root());
        assertEquals(List.of(new FakeEngine.Sent(FILE, Set.of(mei.id()))), engine.sent);
    }

    @Test
    void theRowsStayInSightWhileFilesAreHeldAboveTheWindow() {
        drag.over(root());
        Node list = node("#clientList");
        assertTrue(list.localToScene(list.getLayoutBounds()).getMaxX() <= 264, "the hint begins beside the rail");
        drag.leave(row(0), root());
        assertFalse(node(".drop-hint").isVisible());
    }
}

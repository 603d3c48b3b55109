package io.lamplink.client.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.discovery.FoundServer;
import io.lamplink.common.discovery.ServerFinder.Findings;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.FakeDialogs;
import io.lamplink.common.ui.testkit.FakeOpener;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.StillTime;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.window.WindowOptions;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of servers in the address field, by mouse and keyboard. */
@ExtendWith(Fx.class)
final class ServerListTest {

    private static final FoundServer MEI = new FoundServer("Mei", "192.168.1.20", 9090, true);
    private static final FoundServer TOMAS = new FoundServer("Tomás", "192.168.1.21", 8080, false);

    private final FakeClientEngine engine = new FakeClientEngine();
    private final Settings settings = Settings.inMemory();
    private Hands hands;

    @BeforeEach
    void open() {
        new RecentServers(settings).add("10.0.0.2", "8080", "Old", true);
        new RecentServers(settings).add("studio.local", "8080", "Studio", true);
        WindowOptions options = WindowOptions.forgetful(Samples.studio())
                .with(settings)
                .with(Language.ENGLISH)
                .with(new FakeDialogs())
                .with(new FakeOpener())
                .with(StillTime.time())
                .with(new Rectangle2D(0, 0, 1000, 680));
        Stage stage = Fx.get(Stage::new);
        Fx.run(() -> ClientWindow.open(stage, engine, options));
        Fx.settle();
        hands = new Hands(stage);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void theButtonOpensAndClosesIt() {
        hands.click("#serversButton");
        assertTrue(popup().isPresent());
        assertEquals(List.of("look"), engine.asked);
        hands.press(KeyCode.ESCAPE);
        assertTrue(popup().isEmpty());
        assertEquals(List.of("look", "look no more"), engine.asked);
    }

    @Test
    void theKeysOfTheFieldOpenIt() {
        for (List<KeyCode> keys :
                List.of(List.of(KeyCode.F4), List.of(KeyCode.ALT, KeyCode.DOWN), List.of(KeyCode.DOWN))) {
            hands.click("#addressField");
            hands.press(keys.toArray(KeyCode[]::new));
            assertTrue(popup().isPresent(), keys::toString);
            hands.press(KeyCode.ESCAPE);
            assertTrue(popup().isEmpty(), keys::toString);
        }
        assertEquals(6, engine.asked.size());
    }

    @Test
    void anEmptyNetworkSaysWhatToDo() {
        hands.click("#serversButton");
        assertEquals(List.of("Looking… nothing yet. Ask for the address shown in the server’s window."), hints());
        find(MEI);
        assertEquals(List.of(), hints());
    }

    @Test
    void allThatIsSaidOfAnEmptyNetworkIsInSight() {
        hands.click("#serversButton");
        Fx.settle();
        ScrollPane scroll = (ScrollPane) nodes(".scroll-pane").getFirst();
        double needed = Fx.get(() -> scroll.getContent().getLayoutBounds().getHeight());
        assertEquals(needed, Fx.get(() -> scroll.getViewportBounds().getHeight()), 1);
    }

    @Test
    void aServerIsChosenByClick() {
        hands.click("#serversButton");
        find(MEI, TOMAS);
        assertEquals(List.of("Mei", "Tomás", "Studio", "Old"), names());
        hands.click(choices().get(1));
        assertTrue(popup().isEmpty());
        assertEquals("192.168.1.21", field("#addressField"));
        assertEquals("8080", field("#portField"));
        assertEquals(List.of("look", "look no more"), engine.asked, "choosing does not connect yet");
        hands.press(KeyCode.ENTER);
        assertEquals("connect 192.168.1.21 8080", engine.asked.getLast());
    }

    @Test
    void aServerIsChosenByKeys() {
        hands.click("#addressField");
        hands.press(KeyCode.F4);
        find(MEI, TOMAS);
        hands.press(KeyCode.HOME);
        hands.press(KeyCode.DOWN);
        hands.press(KeyCode.DOWN);
        hands.press(KeyCode.UP);
        hands.press(KeyCode.ENTER);
        assertEquals("192.168.1.21", field("#addressField"));
        assertTrue(popup().isEmpty());
    }

    @Test
    void theFocusStaysOnItsRowWhileOthersComeAndGo() {
        hands.click("#serversButton");
        find(MEI, TOMAS);
        hands.press(KeyCode.HOME);
        hands.press(KeyCode.DOWN);
        Node focused = focused();
        find(new FoundServer("Anna", "192.168.1.19", 8080, true), TOMAS);
        assertSame(focused, focused());
        assertEquals("Tomás, 192.168.1.21:8080, not encrypted", focused().getAccessibleText());
        find(MEI);
        assertEquals("Mei, 192.168.1.20:9090, encrypted", focused().getAccessibleText());
    }

    @Test
    void oneThatWasUsedBeforeIsRemovedByKeyAndByClick() {
        hands.click("#serversButton");
        hands.press(KeyCode.HOME);
        hands.press(KeyCode.DELETE);
        assertEquals(List.of("Old"), names());
        assertTrue(popup().isPresent());
        hands.click(nodes(".remove").getFirst());
        assertEquals(List.of(), names());
        assertFalse(nodes(".heading").getLast().isVisible(), "there is nothing under the second heading");
    }

    @Test
    void oneOfTheNetworkIsNotRemovedByKey() {
        hands.click("#serversButton");
        find(MEI);
        hands.press(KeyCode.HOME);
        hands.press(KeyCode.DELETE);
        assertEquals(List.of("Mei", "Studio", "Old"), names());
    }

    @Test
    void whileConnectedThereIsNothingToChoose() {
        engine.tell(new EngineEvent.LinkChanged(LinkState.CONNECTED));
        Fx.settle();
        assertTrue(hands.find(Button.class, "#serversButton").isDisabled());
        hands.click("#addressField");
        hands.press(KeyCode.F4);
        assertTrue(popup().isEmpty());
        assertEquals(List.of(), engine.asked);
    }

    @Test
    void aHostileNameIsShownOnOneLine() {
        hands.click("#serversButton");
        find(new FoundServer("a\u202Eb\nc", "192.168.1.22", 1, true));
        assertEquals("a[U+202E]b c", names().getFirst());
    }

    @Test
    void theButtonHasAName() {
        Button button = hands.find(Button.class, "#serversButton");
        assertEquals("Servers on the network and used before", button.getAccessibleText());
        assertEquals(
                "Servers on the network and used before (F4)",
                button.getTooltip().getText());
    }

    private void find(FoundServer... servers) {
        engine.searches.getLast().accept(new Findings(List.of(servers), false));
        // What is found is gathered for a tenth of a second.
        List<String> wanted = List.of(servers).stream().map(FoundServer::where).toList();
        Fx.until(() -> where().containsAll(wanted));
        Fx.settle();
    }

    private List<String> where() {
        return shown().stream()
                .flatMap(popup -> popup.getContent().getFirst().lookupAll(".where").stream())
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static Optional<Popup> shown() {
        return Window.getWindows().stream()
                .filter(window -> window.getClass() == Popup.class)
                .map(Popup.class::cast)
                .findFirst();
    }

    private static Optional<Popup> popup() {
        return Fx.get(ServerListTest::shown);
    }

    private static List<Node> nodes(String selector) {
        return Fx.get(
                () -> List.copyOf(shown().orElseThrow().getContent().getFirst().lookupAll(selector)));
    }

    private static List<Node> choices() {
        return nodes(".choice");
    }

    private static List<String> names() {
        return nodes(".server-row .name").stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static List<String> hints() {
        return nodes(".hint").stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static Node focused() {
        return Fx.get(() -> shown().orElseThrow().getScene().getFocusOwner());
    }

    private String field(String selector) {
        return hands.find(TextField.class, selector).getText();
    }
}

package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.reach.Finding;
import io.lamplink.common.reach.Finding.Firewall;
import io.lamplink.common.ui.control.QrCode;
import io.lamplink.common.ui.testkit.Camera;
import io.lamplink.common.ui.testkit.FakeDialogs;
import io.lamplink.common.ui.testkit.FakeOpener;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.StillTime;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.window.WindowOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The windows of addresses and of what keeps others out, by their real controls. */
@ExtendWith(Fx.class)
final class AddressesWindowTest {

    private final FakeServerEngine engine = new FakeServerEngine();
    private final WindowOptions options = WindowOptions.forgetful(Samples.studio())
            .with(Language.ENGLISH)
            .with(new FakeDialogs())
            .with(new FakeOpener())
            .with(StillTime.time());
    private Hands hands;

    @BeforeEach
    void open() {
        open(options);
    }

    private void open(WindowOptions options) {
        Stage stage = Fx.get(Stage::new);
        Fx.run(() -> ServerWindow.open(stage, engine, options.with(new Rectangle2D(0, 0, 1000, 680))));
        Fx.settle();
        hands = new Hands(stage);
        engine.tell(new EngineEvent.Listening(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 8080)));
        Fx.settle();
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void everyAddressIsCopiedByOneClick() {
        Hands addresses = addresses();
        List<Node> copies = addresses.findAll(".address-row .copy-button");
        assertEquals(4, copies.size());
        Button second = (Button) copies.get(1);
        assertEquals("Copy 10.0.0.12:8080", second.getAccessibleText());
        addresses.click(second);
        assertEquals("10.0.0.12:8080", clipboard());
        assertEquals("Copied", second.getAccessibleText());
        assertEquals("Copied", second.getTooltip().getText());
    }

    @Test
    void allOfThemAreCopiedByOneClick() {
        Hands addresses = addresses();
        Button all = addresses.find(Button.class, "#copyAllButton");
        assertEquals("Copy all", all.getText());
        addresses.click(all);
        assertEquals(
                "192.168.1.5:8080\n10.0.0.12:8080\n172.17.0.1:8080\n[fe80::1c2d:3eff:fe4f:5a6b]:8080", clipboard());
        assertEquals("Copied", all.getText());
    }

    @ParameterizedTest
    @EnumSource
    void aTelephoneReadsTheCodeFromTheScreen(Theme theme) {
        hands.close();
        open(options.with(theme));
        Hands addresses = addresses();
        assertEquals("wss://192.168.1.5:8080", Camera.read(picture(addresses)));
        addresses.click(addresses.findAll(".address-row .choice").get(1));
        assertEquals("wss://10.0.0.12:8080", Camera.read(picture(addresses)));
    }

    @Test
    void itClosesWithTheWindowThatItBelongsTo() {
        Hands addresses = addresses();
        hands.close();
        assertFalse(addresses.stage().isShowing());
    }

    @Test
    void theCodeIsOfTheRecommendedAddressUntilAnotherIsChosen() {
        Hands addresses = addresses();
        QrCode code = addresses.find(QrCode.class, "#addressCode");
        assertEquals("wss://192.168.1.5:8080", code.textProperty().get());
        assertEquals("QR code of wss://192.168.1.5:8080", code.getAccessibleText());
        List<Node> choices = addresses.findAll(".address-row .choice");
        assertTrue(((ToggleButton) choices.getFirst()).isSelected());
        addresses.click(choices.get(1));
        assertEquals("wss://10.0.0.12:8080", code.textProperty().get());
        assertFalse(((ToggleButton) choices.getFirst()).isSelected());
        addresses.click(choices.get(1));
        assertTrue(((ToggleButton) choices.get(1)).isSelected(), "one of them always is");
        addresses.click("#copyLinkButton");
        assertEquals("wss://10.0.0.12:8080", clipboard());
    }

    @Test
    void theSwitchTellsTheEngineAndSaysWhatEverybodyReads() {
        Hands addresses = addresses();
        assertFalse(addresses.find(CheckBox.class, "#announceSwitch").isSelected());
        assertTrue(text(addresses, ".announcing > .about").endsWith("its name: mei@studio"));
        addresses.click("#announceSwitch");
        assertEquals(List.of("announce true"), engine.asked);
        assertEquals("It is announced once it listens.", text(addresses, ".announcing > .state"));
        assertEquals("yes", options.settings().get("announce").orElseThrow());
    }

    @Test
    void escapeClosesIt() {
        Hands addresses = addresses();
        addresses.press(KeyCode.ESCAPE);
        assertFalse(addresses.stage().isShowing());
    }

    @Test
    void anotherLanguageChangesEveryWord() {
        Hands addresses = addresses();
        List<String> english = texts(addresses);
        switchToChinese();
        List<String> chinese = texts(addresses);
        chinese.retainAll(english);
        assertEquals(
                List.of(),
                chinese.stream()
                        .filter(text -> text.matches(".*[a-z]{4}.*") && !text.startsWith("wss:"))
                        .toList());
        assertEquals("地址", addresses.stage().getTitle());
    }

    @Test
    void whatKeepsOthersOutIsLookedForAwayFromTheWindow() {
        Hands reach = reach();
        assertEquals(List.of("check reach"), engine.asked);
        assertEquals("Looking…", text(reach, "#reachSummary"));
        reach.click("#reachAgainButton");
        assertEquals(List.of("check reach"), engine.asked, "one look at a time");
        assertTrue(
                reach.find(Button.class, "#reachAgainButton").isFocused(), "Close must not get the keyboard meanwhile");
        engine.findings.complete(List.of(
                new Firewall(Firewall.Kind.UFW, Firewall.Verdict.UNKNOWN, 8080, "sudo ufw allow 8080/tcp"),
                new Finding.Answers("192.168.1.5:8080")));
        Fx.until(() -> !reach.stage().getScene().getRoot().lookupAll(".finding").isEmpty());
        Fx.settle();
        assertEquals(
                "Something may keep others out; a try from another computer shows it:", text(reach, "#reachSummary"));
        assertEquals(2, reach.findAll(".finding").size());
        assertEquals("sudo ufw allow 8080/tcp", text(reach, ".command"));
        reach.click(".command-line .copy-button");
        assertEquals("sudo ufw allow 8080/tcp", clipboard());
        reach.click("#reachAgainButton");
        assertEquals(List.of("check reach", "check reach"), engine.asked);
    }

    @Test
    void eachFindingHasItsWordsForAReaderOfTheScreen() {
        Hands reach = reach();
        engine.findings.complete(List.of(new Finding.NotListening()));
        Fx.until(() -> !reach.stage().getScene().getRoot().lookupAll(".finding").isEmpty());
        assertEquals(
                "Keeps others out: The server does not listen. Press Listen, then look again.",
                reach.find(Node.class, ".finding").getAccessibleText());
        assertTrue(reach.find(Node.class, ".finding").isFocusTraversable());
        assertEquals("Something keeps others out:", text(reach, "#reachSummary"));
    }

    private Hands addresses() {
        hands.click("#addressesButton");
        return window("addressesPane");
    }

    private Hands reach() {
        addresses().click("#reachButton");
        return window("reachPane");
    }

    private static Hands window(String pane) {
        Fx.settle();
        return new Hands(Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(window -> pane.equals(
                        Objects.requireNonNull(window.getScene()).getRoot().getId()))
                .findFirst()
                .orElseThrow()));
    }

    private void switchToChinese() {
        MenuButton menu = hands.find(MenuButton.class, "#languageButton");
        Fx.run(() -> ((RadioMenuItem) menu.getItems().get(1)).fire());
        Fx.settle();
    }

    private static List<String> texts(Hands window) {
        return new ArrayList<>(window.findAll(".label, .button, .check-box").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    private static String text(Hands window, String selector) {
        return window.find(Label.class, selector).getText();
    }

    private static Image picture(Hands window) {
        Fx.settle();
        return Fx.get(() -> window.stage().getScene().snapshot(null));
    }

    private static String clipboard() {
        return Fx.get(() -> Clipboard.getSystemClipboard().getString());
    }
}

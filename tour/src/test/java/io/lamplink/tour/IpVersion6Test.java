package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.control.ChatLog;
import io.lamplink.common.ui.control.StatusLamp;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Both real windows over IP version 6, from the address that is typed to what stands in the list of clients. */
@ExtendWith(Fx.class)
final class IpVersion6Test {
    private static final Pattern PLACE = Pattern.compile("\\[::1\\]:([0-9]+)");

    @TempDir
    Path work;

    @BeforeEach
    void isThereAtAll() throws SocketException {
        assumeTrue(NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")) != null, "no IPv6 here");
    }

    /** Waits only for what comes whether addresses are right or not, so that what is wrong shows at once. */
    @Test
    void theWindowsMeetWhereAnAddressIsTyped() {
        try (Stand stand = Stand.open(Theme.MIDNIGHT, Language.ENGLISH, work)) {
            String port = listen(stand.server());
            connect(stand.client(), "ws://[::1]:" + port);
            comesTo(stand.server(), LinkState.CONNECTED);
            assertSays("[::1]:" + port, sentence("Connected to ", stand.client()));
            assertClientIsListed(stand.server().hand());
            assertSays("[::1]:", lineAbout("Mei", stand.server().hand()));
            assertFiguresNameIt(stand.server().hand());
        }
    }

    /** Listens on a free port, and tells which. */
    private static String listen(WindowHand server) {
        server.hand().write("addressField", "::1");
        server.hand().write("portField", "0");
        press(server, "listenButton");
        comesTo(server, LinkState.WAITING);
        String sentence = sentence("Listening on ", server);
        Matcher place = PLACE.matcher(sentence);
        assertTrue(place.find(), () -> "the sentence names the address: " + sentence);
        return place.group(1);
    }

    private static void connect(WindowHand client, String address) {
        client.hand().write("addressField", address);
        press(client, "connectButton");
        comesTo(client, LinkState.CONNECTED);
    }

    private static void press(WindowHand window, String button) {
        awaitUnlessProblem(window, button, () -> !window.hand().node(button).isDisabled());
        window.hand().press(button);
    }

    private static void comesTo(WindowHand window, LinkState state) {
        awaitUnlessProblem(window, "the lamp", () -> lamp(window) == state);
        window.lampBecomes(state);
    }

    private static void awaitUnlessProblem(WindowHand window, String what, BooleanSupplier shown) {
        window.hand().await(what, () -> shown.getAsBoolean() || !problem(window).isEmpty());
        assertEquals("", window.hand().onFx(() -> problem(window)));
    }

    private static LinkState lamp(WindowHand window) {
        return ((StatusLamp) window.hand().node("statusLamp")).getState();
    }

    private static String problem(WindowHand window) {
        return text(window, "formProblem");
    }

    /** The lamp is the same while the program begins to listen: its sentence tells that it does. */
    private static String sentence(String beginning, WindowHand window) {
        awaitUnlessProblem(window, beginning, () -> text(window, "statusText").startsWith(beginning));
        return window.hand().onFx(() -> text(window, "statusText"));
    }

    private static String text(WindowHand window, String id) {
        return ((Labeled) window.hand().node(id)).getText();
    }

    private static void assertSays(String part, String text) {
        assertTrue(text.contains(part), text);
    }

    private static void assertClientIsListed(Stagehand server) {
        server.await("the client is listed", () -> spoken(server).contains("Mei"));
        String spoken = server.onFx(() -> spoken(server));
        assertSays(" · ::1", spoken);
        assertFalse(spoken.contains("0:0:0"), spoken);
    }

    private static String lineAbout(String who, Stagehand server) {
        server.await("the log tells of " + who, () -> firstAbout(who, server).isPresent());
        return server.onFx(() -> firstAbout(who, server).orElseThrow());
    }

    private static Optional<String> firstAbout(String who, Stagehand server) {
        return ((ChatLog) server.node("chatLog"))
                .lines().stream().filter(line -> line.contains(who)).findFirst();
    }

    private static String spoken(Stagehand server) {
        Node cell = server.node("clientList").lookup(".client-cell");
        return cell == null ? "" : String.valueOf(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private static void assertFiguresNameIt(Stagehand server) {
        server.press("statusButton");
        Stagehand pane = server.windowWith("statusPane");
        pane.await("there are figures", () -> figures(pane).size() > 2);
        List<String> figures = pane.onFx(() -> figures(pane));
        assertEquals(2, figures.stream().filter(one -> one.startsWith("[::1]:")).count(), figures::toString);
    }

    private static List<String> figures(Stagehand pane) {
        return pane.node("statusPane").lookupAll(".figure").stream()
                .map(figure -> ((Labeled) figure).getText())
                .toList();
    }
}

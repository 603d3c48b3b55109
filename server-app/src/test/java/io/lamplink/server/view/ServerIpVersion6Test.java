package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.WindowFixture;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Clients over IP version 6, as the server's window shows them. */
final class ServerIpVersion6Test extends WindowFixture<FakeServerEngine> {
    /** An interface that no machine has, so that its number is what is shown; its name is {@code AddressTextTest}'s affair. */
    private static final int NO_INTERFACE = 987_654;

    ServerIpVersion6Test() {
        super(new PlayedServer());
    }

    @Test
    void theListHasTheShortFormAndTheZone() throws UnknownHostException {
        tell(new EngineEvent.PeerJoined(local("Ann")), new EngineEvent.PeerJoined(linkLocal("Tomás")));
        assertEquals("::1", address("Ann"));
        assertEquals("fe80::1c2d:3eff:fe4f:5a6b%987654", address("Tomás"));
        assertEquals("Tomás · fe80::1c2d:3eff:fe4f:5a6b%987654", cell("Tomás").getAccessibleText());
        assertEquals(
                "Tomás · fe80::1c2d:3eff:fe4f:5a6b%987654",
                cell("Tomás").getTooltip().getText());
    }

    @Test
    void theLogAndTheFiguresHaveBracketsAroundIt() throws UnknownHostException {
        Peer tomas = linkLocal("Tomás");
        engine.statistics = List.of(Samples.figures(tomas));
        connect();
        tell(new EngineEvent.PeerJoined(tomas));
        assertTrue(hands().findAll(".selectable-text").stream()
                .anyMatch(line ->
                        String.valueOf(line.getAccessibleText()).contains("[fe80::1c2d:3eff:fe4f:5a6b%987654]:51334")));
        hands().click("#statusButton");
        assertTrue(
                figures().contains("[fe80::1c2d:3eff:fe4f:5a6b%987654]:51334"),
                figures().toString());
    }

    private List<String> figures() {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(window -> window instanceof Stage other && Objects.nonNull(other.getOwner()))
                .flatMap(window -> window.getScene().getRoot().lookupAll(".figure").stream())
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private String address(String name) {
        ListCell<?> cell = cell(name);
        return Fx.get(() -> ((Label) cell.lookup(".about")).getText());
    }

    private ListCell<?> cell(String name) {
        return hands().findAll(".client-cell").stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> String.valueOf(cell.getAccessibleText()).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static Peer local(String name) {
        return peer(name, InetAddress.ofLiteral("::1"));
    }

    private static Peer linkLocal(String name) throws UnknownHostException {
        byte[] address = InetAddress.ofLiteral("fe80::1c2d:3eff:fe4f:5a6b").getAddress();
        return peer(name, Inet6Address.getByAddress("", address, NO_INTERFACE));
    }

    private static Peer peer(String name, InetAddress address) {
        return new Peer(
                UUID.randomUUID(),
                name,
                new InetSocketAddress(address, 51334),
                new InetSocketAddress(InetAddress.ofLiteral("fe80::1"), 8080),
                "lamplink.v1",
                Samples.NOON);
    }
}

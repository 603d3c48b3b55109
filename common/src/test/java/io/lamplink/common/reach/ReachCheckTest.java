package io.lamplink.common.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReachCheckTest {

    private final FakeMachine machine =
            new FakeMachine().with("wlan0", "192.168.1.5", 24, true).with("lo", "127.0.0.1", 8, false);

    @Test
    void whatDoesNotListenIsNotLookedAtFurther() {
        assertEquals(List.of(new Finding.NotListening()), new ReachCheck(machine).look(null));
        assertEquals(List.of(), machine.tried);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aLoopbackAddressIsSaidToBeOne(String address) {
        Finding only = look(address).getFirst();
        assertTrue(only instanceof Finding.ThisComputerOnly, only::toString);
        assertEquals(List.of(), machine.tried);
    }

    @Test
    void withoutANetworkThatIsSaid() {
        machine.addresses.removeFirst();
        assertEquals(List.of(new Finding.NoNetwork()), look("0.0.0.0"));
    }

    @Test
    void anAddressThatHasGoneIsNoNetworkEither() {
        assertEquals(List.of(new Finding.NoNetwork()), look("192.168.1.77"));
    }

    @Test
    void itConnectsToWhereItListens() {
        assertTrue(look("192.168.1.5").contains(new Finding.Answers("192.168.1.5:8080")));
        assertEquals(List.of("192.168.1.5 8080"), machine.tried);
    }

    @Test
    void whatDoesNotAnswerComesFirst() {
        machine.with("eth0", "10.0.0.12", 16, true).silent.add("10.0.0.12");
        List<Finding> findings = look("0.0.0.0");
        assertEquals(new Finding.DoesNotAnswer("10.0.0.12:8080"), findings.getFirst());
        assertTrue(findings.contains(new Finding.Answers("192.168.1.5:8080")));
    }

    @Test
    void ofManyAddressesSomeAreTried() {
        IntStream.range(0, 50).forEach(i -> machine.with("eth" + i, "10.0." + i + ".1", 24, true));
        look("0.0.0.0");
        assertEquals(4, machine.tried.size());
    }

    @Test
    void onlyTheAddressItListensOnMatters() {
        machine.with("tun0", "10.8.0.2", 24, false);
        assertFalse(look("192.168.1.5").contains(new Finding.Tunnel("tun0")));
        assertTrue(look("0.0.0.0").contains(new Finding.Tunnel("tun0")));
    }

    @Test
    void hintsAreGivenLast() {
        machine.file("/sys/class/net/wlan0/wireless", "").with("eth1", "81.2.69.142", 24, true);
        List<Finding> findings = look("0.0.0.0");
        assertEquals(
                List.of(
                        new Finding.Answers("192.168.1.5:8080"),
                        new Finding.Answers("81.2.69.142:8080"),
                        new Finding.NoFirewallFound(),
                        new Finding.SameNetwork("wlan0", "192.168.1.0/24"),
                        new Finding.Wireless("wlan0"),
                        new Finding.PublicAddress("81.2.69.142")),
                findings);
    }

    @Test
    void aCardIsWirelessIfTheSystemSaysSo() {
        machine.with("eno1", "10.0.0.1", 8, true).file("/sys/class/net/eno1/wireless", "");
        assertTrue(look("10.0.0.1").contains(new Finding.Wireless("eno1")));
        machine.files.clear();
        assertFalse(look("10.0.0.1").contains(new Finding.Wireless("eno1")));
    }

    @Test
    void nothingIsSaidTwice() {
        machine.with("wlan0", "192.168.1.6", 24, true);
        List<Finding> findings = look("0.0.0.0");
        assertEquals(findings.stream().distinct().toList(), findings);
    }

    private List<Finding> look(String listensOn) {
        return new ReachCheck(machine).look(new InetSocketAddress(InetAddress.ofLiteral(listensOn), 8080));
    }
}

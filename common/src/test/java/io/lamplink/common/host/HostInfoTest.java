package io.lamplink.common.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostInfoTest {

    @Test
    void theBestPrivateAddressOfARealCardIsRecommended() {
        HostInfo host = host(
                address("docker0", "172.17.0.1", false),
                address("eth0", "10.0.0.12", true),
                address("wlan0", "192.168.1.5", true),
                address("lo", "127.0.0.1", false));
        assertEquals("192.168.1.5", host.recommendedAddress());
    }

    @Test
    void aVirtualCardIsBetterThanNone() {
        assertEquals("172.17.0.1", host(address("docker0", "172.17.0.1", false)).recommendedAddress());
    }

    @Test
    void withoutAPrivateAddressThisComputerIsRecommendedToItself() {
        assertEquals("127.0.0.1", host(address("eth0", "203.0.113.9", true)).recommendedAddress());
        assertEquals("127.0.0.1", host().recommendedAddress());
    }

    @Test
    void onlyOneAddressIsRecommended() {
        HostInfo host = host(address("eth0", "192.168.1.5", true), address("eth1", "192.168.1.6", true));
        assertEquals(1, host.addresses().stream().filter(host::isRecommended).count());
    }

    @Test
    void usefulAddressesComeFirstAndLoopbackLast() {
        HostInfo host = host(
                address("lo", "127.0.0.1", false),
                address("wlan0", "fe80::1", true),
                address("docker0", "172.17.0.1", false),
                address("eth0", "10.0.0.12", true));
        assertEquals(
                List.of("10.0.0.12", "172.17.0.1", "fe80::1", "127.0.0.1"),
                host.addresses().stream().map(HostAddress::text).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.5, 24, 192.168.1.254, true",
        "192.168.1.5, 24, 192.168.2.5, false",
        "10.1.2.3, 15, 10.0.9.9, true",
        "10.1.2.3, 15, 10.2.0.1, false",
        "10.1.2.3, 32, 10.1.2.3, true",
        "10.1.2.3, 0, 203.0.113.9, true",
        "10.1.2.3, 0, fe80::1, false",
        "fe80::1, 64, fe80::ffff:ffff, true",
        "fe80::1, 64, fe80:0:0:1::1, false"
    })
    void whatIsInTheSameNetworkIsReached(String own, int prefix, String other, boolean reached) {
        assertEquals(reached, new HostAddress("eth0", ip(own), prefix, true).reaches(ip(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.5, 24, 192.168.1.0/24",
        "10.1.255.3, 15, 10.0.0.0/15",
        "10.1.2.3, 32, 10.1.2.3/32",
        "10.1.2.3, 0, 0.0.0.0/0",
        "fd00::1:2:3, 64, fd00::/64"
    })
    void theNetworkComesFromThePrefix(String own, int prefix, String network) {
        assertEquals(network, new HostAddress("eth0", ip(own), prefix, true).network());
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0.0.0", "8, 255.0.0.0", "20, 255.255.240.0", "24, 255.255.255.0", "32, 255.255.255.255"})
    void theMaskComesFromThePrefix(int prefix, String mask) {
        assertEquals(mask, new HostAddress("eth0", ip("10.0.0.1"), prefix, true).mask());
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.5, 192.168.1.5",
        "::1, ::1",
        "::, ::",
        "fe80:0:0:0:1c2d:0:0:1, fe80::1c2d:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8:0:0:0:0:0:0, 2001:db8::",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    })
    void addressesAreWrittenShort(String given, String written) {
        assertEquals(written, AddressText.of(ip(given)));
    }

    @Test
    void aPortAfterAnIpv6AddressNeedsBrackets() {
        assertEquals("[fe80::1]:8080", AddressText.of(new InetSocketAddress(ip("fe80::1"), 8080)));
        assertEquals("10.0.0.1:80", AddressText.of(new InetSocketAddress(ip("10.0.0.1"), 80)));
        assertEquals("studio:80", AddressText.of(InetSocketAddress.createUnresolved("studio", 80)));
    }

    @ParameterizedTest
    @CsvSource({
        "eth0, eth0, false, true",
        "wlp3s0, wlp3s0, false, true",
        "en0, en0, false, true",
        "eth4, Realtek PCIe GbE Family Controller, false, true",
        "docker0, docker0, false, false",
        "veth12ab, veth12ab, false, false",
        "br-7f, br-7f, false, false",
        "utun3, utun3, false, false",
        "eth7, Hyper-V Virtual Ethernet Adapter, false, false",
        "eth8, VMware Network Adapter, false, false",
        "eth0, eth0, true, false",
    })
    void namesTellCardsFromBridgesAndTunnels(String name, String shown, boolean virtual, boolean physical) {
        assertEquals(physical, MachineReader.looksPhysical(name, shown, virtual));
    }

    @Test
    void thisMachineHasANameAndKnowsItself() {
        HostInfo host = HostInfo.ofThisMachine();
        assertFalse(host.hostName().isBlank());
        assertTrue(host.addresses().stream().anyMatch(own -> own.text().equals("127.0.0.1")), host::toString);
    }

    private static HostInfo host(HostAddress... addresses) {
        return new HostInfo("studio", List.of(addresses));
    }

    private static HostAddress address(String card, String literal, boolean physical) {
        return new HostAddress(card, ip(literal), 24, physical);
    }

    private static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}

package io.lamplink.common.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

final class AddressTextTest {
    private static final byte[] LINK_LOCAL = InetAddress.ofLiteral("fe80::7").getAddress();

    @Test
    void theZoneOfALinkLocalAddressIsWrittenByTheNameOfTheInterface() throws Exception {
        NetworkInterface loopback = loopback();
        String written = "fe80::7%" + loopback.getName();
        InetAddress byNumber = Inet6Address.getByAddress("", LINK_LOCAL, loopback.getIndex());
        assertEquals(written, AddressText.withZone(byNumber), "as a socket knows it");
        assertEquals("[" + written + "]:8080", AddressText.withZone(new InetSocketAddress(byNumber, 8080)));
    }

    @Test
    void anInterfaceThatHasGoneKeepsItsNumber() throws UnknownHostException {
        assertEquals("fe80::7%987654", AddressText.withZone(Inet6Address.getByAddress("", LINK_LOCAL, 987_654)));
    }

    @Test
    void whatOthersGetToReadHasNoZone() throws Exception {
        InetAddress scoped =
                Inet6Address.getByAddress("", LINK_LOCAL, loopback().getIndex());
        assertEquals("fe80::7", AddressText.of(scoped));
        assertEquals("[fe80::7]:8080", AddressText.of(new InetSocketAddress(scoped, 8080)));
    }

    @Test
    void otherAddressesHaveNone() throws Exception {
        byte[] six = InetAddress.ofLiteral("::1").getAddress();
        assertEquals(
                "::1",
                AddressText.withZone(
                        Inet6Address.getByAddress("", six, loopback().getIndex())));
        assertEquals("fe80::7", AddressText.withZone(InetAddress.ofLiteral("fe80::7")));
        assertEquals("192.168.1.5", AddressText.withZone(InetAddress.ofLiteral("192.168.1.5")));
        assertEquals("studio:80", AddressText.withZone(InetSocketAddress.createUnresolved("studio", 80)));
    }

    private static NetworkInterface loopback() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .filter(AddressTextTest::isLoopback)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isLoopback(NetworkInterface one) {
        try {
            return one.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }
}

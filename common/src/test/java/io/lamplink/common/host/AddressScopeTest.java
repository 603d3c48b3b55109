package io.lamplink.common.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** U8: the original called every address outside four blocks public, 192.0.2.2 among them. */
final class AddressScopeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, PRIVATE",
        "172.15.255.255, PUBLIC",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.1, PUBLIC",
        "192.168.0.1, PRIVATE",
        "192.167.0.1, PUBLIC",
        "169.254.3.4, LINK_LOCAL",
        "127.0.0.1, LOOPBACK",
        "127.8.8.8, LOOPBACK",
        "100.63.255.255, PUBLIC",
        "100.64.0.1, SHARED",
        "100.127.255.255, SHARED",
        "100.128.0.0, PUBLIC",
        "192.0.2.2, DOCUMENTATION",
        "198.51.100.7, DOCUMENTATION",
        "203.0.113.7, DOCUMENTATION",
        "192.0.0.8, RESERVED",
        "198.18.0.1, RESERVED",
        "198.19.255.255, RESERVED",
        "198.20.0.1, PUBLIC",
        "240.0.0.1, RESERVED",
        "255.255.255.255, RESERVED",
        "224.0.0.1, RESERVED",
        "0.0.0.0, RESERVED",
        "0.1.2.3, RESERVED",
        "8.8.8.8, PUBLIC",
        "::1, LOOPBACK",
        "::, RESERVED",
        "fe80::1, LINK_LOCAL",
        "fc00::1, PRIVATE",
        "fd12:3456::1, PRIVATE",
        "2001:db8::1, DOCUMENTATION",
        "3fff:0fff::1, DOCUMENTATION",
        "2001:4860::8888, PUBLIC",
        "ff02::1, RESERVED",
        "64:ff9b::1, RESERVED",
    })
    void u8_everyAddressHasItsOwnScope(String address, AddressScope scope) {
        assertEquals(scope, AddressScope.of(InetAddress.ofLiteral(address)));
    }
}

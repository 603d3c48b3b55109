package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in by name and number, as far as it does not take a connection to tell. */
final class DoorRulesTest {
    private static final InetAddress LOCAL = InetAddress.ofLiteral("192.0.2.8");

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 2, false",
        "192.0.2.7, 3, true",
        "2001:db8::7, 3, true",
        "127.0.0.1, 3, false",
        "127.1.2.3, 3, false",
        "::1, 3, false"
    })
    void anAddressHasItsNumberOfPlacesAndThisMachineAll(String address, int there, boolean crowded) {
        DoorRules rules = new DoorRules(Set.of(), Set.of(), 3);
        assertEquals(crowded, rules.crowded(InetAddress.ofLiteral(address), there));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost",
        "LocalHost:8080, localhost",
        "studio.local., studio.local",
        "192.0.2.8:8080, 192.0.2.8",
        "[fe80::1%eth0]:8080, fe80::1",
        "[::1], ::1",
        "host:, host",
        "host:123456,",
        "a@b,",
        "a b,",
        "'a, b',",
        "http://a,",
        "::1,",
        "'',"
    })
    void theNameIsWhatStandsBeforeThePort(String field, String name) {
        assertEquals(Optional.ofNullable(name), HostField.name(field));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.9.9.9, true",
        "::1, true",
        "0.0.0.0, true",
        "192.0.2.8, true",
        "192.0.2.9, false",
        "2001:db8::7, false",
        "chat.example, true",
        "evil.example, false",
        "localhost.evil.example, false"
    })
    void onlyAddressesOfThisMachineAndNamesThatWereGivenAreOurs(String name, boolean ours) {
        assertEquals(ours, HostField.isOurs(name, LOCAL, Set.of("chat.example")));
    }

    @Test
    void aMachineIsCalledWithAndWithoutItsDomain() {
        assertEquals(
                Set.of("localhost", "studio.example.org", "studio", "studio.local"),
                HostField.ownNames("Studio.example.org"));
        assertEquals(Set.of("localhost", "studio", "studio.local"), HostField.ownNames("studio"));
    }
}

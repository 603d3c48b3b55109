package io.lamplink.common.discovery;

import static io.lamplink.common.discovery.NetworkSamples.BRIDGE;
import static io.lamplink.common.discovery.NetworkSamples.LOOPBACK;
import static io.lamplink.common.discovery.NetworkSamples.LOOPBACK_SIX;
import static io.lamplink.common.discovery.NetworkSamples.WIRED;
import static io.lamplink.common.discovery.NetworkSamples.WIRELESS;
import static io.lamplink.common.discovery.NetworkSamples.WIRELESS_SIX;
import static io.lamplink.common.discovery.NetworkSamples.card;
import static io.lamplink.common.discovery.NetworkSamples.ip;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.host.HostAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworksTest {

    private static final List<HostAddress> ALL = List.of(WIRED, WIRELESS_SIX, BRIDGE, WIRELESS, LOOPBACK, LOOPBACK_SIX);

    @Test
    void aClientLooksOnEachCardByBothFamilies() {
        assertEquals(List.of(WIRED, WIRELESS, WIRELESS_SIX), Networks.toLookOn(ALL));
    }

    @Test
    void aBridgeIsBetterThanNothing() {
        assertEquals(List.of(BRIDGE), Networks.toLookOn(List.of(LOOPBACK, BRIDGE)));
    }

    @Test
    void nobodyLooksOnALoopback() {
        assertEquals(List.of(), Networks.toLookOn(List.of(LOOPBACK, LOOPBACK_SIX)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void aServerOnEveryAddressIsAnnouncedOnceACard(String everywhere) {
        assertEquals(List.of(WIRED, WIRELESS), Networks.toAnnounceOn(ip(everywhere), ALL));
    }

    @Test
    void aCardWithoutIpv4AnnouncesByIpv6() {
        assertEquals(List.of(WIRELESS_SIX), Networks.toAnnounceOn(ip("::"), List.of(WIRELESS_SIX)));
    }

    @Test
    void aServerOnOneAddressIsAnnouncedThereOnly() {
        assertEquals(List.of(WIRELESS), Networks.toAnnounceOn(ip("192.168.1.5"), ALL));
        assertEquals(List.of(BRIDGE), Networks.toAnnounceOn(ip("172.17.0.1"), ALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "192.0.2.7"})
    void elsewhereItIsNotAnnounced(String address) {
        assertEquals(List.of(), Networks.toAnnounceOn(ip(address), ALL));
    }

    @Test
    void oneAddressACardIsEnoughAndEightCardsAre() {
        List<HostAddress> many = IntStream.range(0, 20)
                .mapToObj(i -> card("eth" + i / 2, "10.0." + i + ".1", 24))
                .toList();
        assertEquals(8, Networks.toLookOn(many).size());
        assertEquals(
                List.of("10.0.0.1", "10.0.2.1"),
                Networks.toLookOn(many).stream().limit(2).map(HostAddress::text).toList());
    }
}

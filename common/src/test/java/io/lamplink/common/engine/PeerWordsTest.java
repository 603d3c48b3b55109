package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerWordsTest {
    private static final Instant SINCE = Instant.parse("2026-11-29T18:09:53Z");

    private static Peer peer(String address) {
        InetSocketAddress where = new InetSocketAddress(InetAddress.ofLiteral(address), 50_123);
        return new Peer(new UUID(1, 2), "Mei", where, where, "lamplink.v1", SINCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.21", "2001:db8::1", "fe80::1"})
    void aSenderIsReadAsItWas(String address) {
        assertEquals(peer(address), PeerWords.read(PeerWords.of(peer(address))));
    }

    @Test
    void aSenderWhoseNetworkIsGoneIsKnownWithoutItsZone() {
        List<String> words = new ArrayList<>(PeerWords.of(peer("fe80::1")));
        words.set(2, "fe80::1%gone9");
        assertEquals(peer("fe80::1"), PeerWords.read(words));
    }

    @Test
    void ofWordsThatMakeNoSenseNothingIsKnown() {
        assertEquals("?", PeerWords.read(List.of()).name());
        assertEquals("?", PeerWords.read(List.of("a", "b")).name());
        List<String> words = new ArrayList<>(PeerWords.of(peer("fe80::1")));
        words.set(2, "nowhere%1");
        assertEquals("?", PeerWords.read(words).name());
    }
}

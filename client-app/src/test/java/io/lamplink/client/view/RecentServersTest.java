package io.lamplink.client.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.control.ServerChoice;
import io.lamplink.common.ui.theme.Settings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecentServersTest {

    private final Settings settings = Settings.inMemory();

    @Test
    void theLatestIsFirstAndNoneIsThereTwice() {
        RecentServers servers = new RecentServers(settings);
        servers.add("192.168.1.5", "8080", "Mei", true);
        servers.add("192.168.1.6", "8080", "Tomás", false);
        servers.add("192.168.1.5", "8080", "Mei again", true);
        assertEquals(List.of("Mei again", "Tomás"), names(servers));
    }

    @Test
    void theyAreRememberedWithAllThatIsKnownOfThem() {
        new RecentServers(settings).add("wss://studio.local/room", "9090", "测试 @studio", true);
        assertEquals(
                List.of(new ServerChoice(
                        "测试 @studio", "wss://studio.local/room", "9090", "wss://studio.local/room", true)),
                new RecentServers(settings).all());
    }

    @Test
    void tenAreEnough() {
        RecentServers servers = new RecentServers(settings);
        IntStream.range(0, 30).forEach(i -> servers.add("10.0.0." + i, "8080", "n" + i, true));
        assertEquals(10, servers.all().size());
        assertEquals("n29", servers.all().getFirst().name());
        assertEquals(servers.all(), new RecentServers(settings).all());
    }

    @Test
    void oneThatIsRemovedStaysAway() {
        RecentServers servers = new RecentServers(settings);
        servers.add("192.168.1.5", "8080", "Mei", true);
        servers.add("192.168.1.6", "8080", "Tomás", true);
        servers.remove(servers.all().get(1));
        assertEquals(List.of("Tomás"), names(new RecentServers(settings)));
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.5, 8080, 192.168.1.5:8080",
        "studio.local, 9, studio.local:9",
        "studio.local:9, 8080, studio.local:9",
        "wss://studio, 8080, wss://studio",
        "fe80::1%eth0, 8080, [fe80::1%eth0]:8080",
        "[fe80::1]:9, 8080, [fe80::1]:9"
    })
    void whereItIsIsSaidAsAPersonReadsIt(String address, String port, String where) {
        RecentServers servers = new RecentServers(settings);
        servers.add(address, port, "", true);
        assertEquals(where, servers.all().getFirst().where());
    }

    @Test
    void aHostileNameBreaksNothing() {
        RecentServers servers = new RecentServers(settings);
        servers.add("192.168.1.5", "8080", "a\tb\nc\u202Ed" + "x".repeat(10_000), true);
        servers.add("192.168.1.6", "8080", "Mei", true);
        List<ServerChoice> kept = new RecentServers(settings).all();
        assertEquals(servers.all(), kept);
        assertTrue(kept.get(1).name().startsWith("abcdx"), kept.get(1).name());
        assertTrue(kept.get(1).name().length() <= 300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "no fields", "a\tb\tc", "\t8080\ttls\tname", "  \t8080\ttls\tname"})
    void whatIsNoListIsNone(String kept) {
        settings.put("recent-servers", kept);
        assertEquals(List.of(), new RecentServers(settings).all());
    }

    private static List<String> names(RecentServers servers) {
        return servers.all().stream().map(ServerChoice::name).toList();
    }
}

package io.lamplink.common.discovery;

import static io.lamplink.common.discovery.NetworkSamples.LOOPBACK;
import static io.lamplink.common.discovery.NetworkSamples.WIRED;
import static io.lamplink.common.discovery.NetworkSamples.WIRELESS;
import static io.lamplink.common.discovery.NetworkSamples.WIRELESS_SIX;
import static io.lamplink.common.discovery.NetworkSamples.ip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.discovery.Multicast.Sighting;
import io.lamplink.common.discovery.ServerFinder.Findings;
import io.lamplink.common.discovery.ServerFinder.Looking;
import io.lamplink.common.host.HostAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkFinderTest {

    private final FakeMulticast network = new FakeMulticast();
    private final ManualWorker worker = new ManualWorker();
    private final List<Findings> told = new ArrayList<>();
    private List<HostAddress> addresses = List.of(WIRELESS, LOOPBACK);
    private final NetworkFinder finder = new NetworkFinder(network, () -> Networks.toLookOn(addresses), worker);

    @Test
    void nothingLeavesTheMachineBeforeSomebodyLooksAndAfter() {
        worker.pass(Duration.ofHours(1));
        assertEquals(List.of(), network.begun);
        Looking looking = look();
        assertEquals(List.of("192.168.1.5"), network.open());
        looking.stop();
        worker.run();
        assertEquals(List.of(), network.open());
        worker.pass(Duration.ofHours(1));
        assertEquals(1, network.begun.size());
    }

    @Test
    void aSearchThatIsStoppedBetweenTwoRoundsLeavesNothingOpen() {
        Looking looking = look();
        worker.pass(NetworkFinder.ROUND.plusSeconds(1));
        assertEquals(2, network.open().size(), "the answers of the next round are awaited");
        looking.stop();
        worker.run();
        assertEquals(List.of(), network.open());
    }

    @Test
    void aServerIsToldOfOnce() {
        look();
        hear(0, seen("Mei", "192.168.1.20"));
        hear(0, seen("Mei", "192.168.1.20"));
        assertEquals(List.of(server("Mei", "192.168.1.20")), servers());
        assertEquals(1, told.size());
    }

    @Test
    void aServerThatSaysGoodByeLeaves() {
        look();
        hear(0, seen("Mei", "192.168.1.20"));
        hear(0, seen("Tomás", "192.168.1.21"));
        hear(0, new Sighting.Gone("Mei"));
        assertEquals(List.of(server("Tomás", "192.168.1.21")), servers());
    }

    @Test
    void aServerThatIsNotHeardOfAgainLeavesWithTheNextRound() {
        look();
        hear(0, seen("Mei", "192.168.1.20"));
        hear(0, seen("Tomás", "192.168.1.21"));
        worker.pass(NetworkFinder.ROUND);
        hear(1, seen("Tomás", "192.168.1.21"));
        assertEquals(2, servers().size(), "everybody has time for an answer");
        worker.pass(NetworkFinder.ANSWERS);
        assertEquals(List.of(server("Tomás", "192.168.1.21")), servers());
        assertEquals(1, network.open().size());
    }

    @Test
    void anEchoOfTheLastRoundTakesNobodyAway() {
        look();
        hear(0, seen("Mei", "192.168.1.20"));
        worker.pass(NetworkFinder.ROUND);
        hear(1, seen("Mei", "192.168.1.20"));
        hear(0, new Sighting.Gone("Mei"));
        hear(0, seen("Mei", "192.168.1.20"));
        worker.pass(NetworkFinder.ANSWERS);
        assertEquals(List.of(server("Mei", "192.168.1.20")), servers());
    }

    @Test
    void eachRoundLooksOnTheNetworksThatThereAre() {
        look();
        hear(0, seen("Mei", "192.168.1.20"));
        addresses = List.of(WIRED);
        worker.pass(NetworkFinder.ROUND);
        assertEquals(List.of(), servers(), "who was heard elsewhere can't be reached from here");
        worker.pass(NetworkFinder.ANSWERS);
        assertEquals(List.of("10.0.0.12"), network.open());
    }

    @Test
    void withoutANetworkThatIsSaid() {
        addresses = List.of(LOOPBACK);
        look();
        assertEquals(List.of(new Findings(List.of(), true)), told);
        addresses = List.of(WIRELESS);
        worker.pass(NetworkFinder.ROUND);
        assertEquals(Findings.NONE, told.getLast());
    }

    @Test
    void aFaultOfTheLibraryOnOneNetworkHindersNoOtherAndNoLaterRound() {
        addresses = List.of(WIRELESS, WIRED);
        network.broken.add(WIRELESS);
        look();
        assertEquals(List.of("10.0.0.12"), network.open());
        network.broken.clear();
        worker.pass(NetworkFinder.ROUND.plus(NetworkFinder.ANSWERS));
        assertEquals(List.of("192.168.1.5", "10.0.0.12"), network.open());
    }

    @Test
    void aNetworkThatRefusesHindersNoOther() {
        addresses = List.of(WIRELESS, WIRED);
        network.silent.add(WIRELESS);
        look();
        assertEquals(List.of("10.0.0.12"), network.open());
        assertEquals(List.of(), told);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.7", "127.0.0.1", "192.168.2.20", "fe80::7", "2001:db8::1", "0.0.0.0"})
    void anAnnouncementCannotLeadToAnotherNetwork(String elsewhere) {
        look();
        hear(0, seen("Mei", elsewhere));
        assertEquals(List.of(), servers());
    }

    @Test
    void ofSeveralAddressesTheOneOfThisNetworkIsTaken() {
        look();
        hear(
                0,
                new Sighting.Seen(
                        "Mei", text("Mei"), List.of(ip("10.9.9.9"), ip("192.168.1.20"), ip("192.168.1.21")), 8080));
        assertEquals(List.of(server("Mei", "192.168.1.20")), servers());
    }

    @Test
    void aLinkLocalAddressSaysByWhichCard() {
        addresses = List.of(WIRELESS_SIX);
        look();
        hear(0, seen("Mei", "fe80::7"));
        assertEquals("fe80::7%wlan0", servers().getFirst().host());
        assertEquals("[fe80::7%wlan0]:8080", servers().getFirst().where());
    }

    @Test
    void aNetworkFullOfServersFillsNoMoreThanAList() {
        look();
        for (int i = 0; i < 10_000; i++) {
            hear(0, seen("Mei " + i, "192.168.1.20"));
        }
        assertEquals(50, servers().size());
        hear(0, new Sighting.Gone("Mei 7"));
        hear(0, seen("Tomás", "192.168.1.21"));
        assertEquals("Tomás", servers().getLast().name(), "there is room again");
    }

    @Test
    void aFloodIsDroppedRatherThanKept() {
        look();
        for (int i = 0; i < 10_000; i++) {
            network.begun.getFirst().heard.accept(new Sighting.Gone("x" + i));
        }
        network.begun.getFirst().heard.accept(seen("Mei", "192.168.1.20"));
        worker.run();
        assertEquals(List.of(), told, "it came while too much was waiting");
        hear(0, seen("Mei", "192.168.1.20"));
        assertEquals(List.of(server("Mei", "192.168.1.20")), servers());
    }

    @Test
    void twoSearchesDoNotDisturbEachOther() {
        Looking first = look();
        List<Findings> other = new ArrayList<>();
        finder.look(other::add);
        worker.run();
        first.stop();
        hear(1, seen("Mei", "192.168.1.20"));
        assertEquals(1, other.size());
        assertTrue(told.isEmpty());
    }

    private Looking look() {
        Looking looking = finder.look(told::add);
        worker.run();
        return looking;
    }

    private void hear(int begun, Sighting what) {
        network.begun.get(begun).heard.accept(what);
        worker.run();
    }

    private List<FoundServer> servers() {
        return told.isEmpty() ? List.of() : told.getLast().servers();
    }

    private static FoundServer server(String name, String host) {
        return new FoundServer(name, host, 8080, true);
    }

    private static Sighting.Seen seen(String name, String address) {
        return new Sighting.Seen(name, text(name), List.of(ip(address)), 8080);
    }

    private static Map<String, String> text(String name) {
        return new HashMap<>(new Announcement(name, 8080, true).text());
    }
}

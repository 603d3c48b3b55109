package io.lamplink.common.discovery.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.discovery.Announcement;
import io.lamplink.common.discovery.FoundServer;
import io.lamplink.common.discovery.Multicast.Presence;
import io.lamplink.common.discovery.Multicast.Sighting;
import io.lamplink.common.discovery.ServerFinder;
import io.lamplink.common.host.HostAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real library, on the loopback only; skipped where that can't multicast. */
final class JmdnsMulticastTest {

    private static final String TYPE = Announcement.SERVICE + ".local";
    private static final long SECONDS = 60;

    private final JmdnsMulticast multicast = new JmdnsMulticast();
    private final BlockingQueue<Sighting> heard = new LinkedBlockingQueue<>();
    private final List<Presence> presences = new ArrayList<>();

    /** Nobody else on this machine has it. */
    private final String name = "测试@" + UUID.randomUUID();

    @BeforeAll
    static void begin() {
        LoopbackNetwork.begin();
    }

    @AfterEach
    void close() {
        presences.stream().map(Presence::close).toList().forEach(closed -> closed.join());
    }

    @Test
    void aServerIsHeardAndItsGoodByeToo() throws Exception {
        LoopbackNetwork.need();
        look();
        Presence server = multicast.announce(LoopbackNetwork.LOOPBACK, new Announcement(name, 8080, true));
        Sighting.Seen seen = awaitSeen(name);
        assertEquals(new Announcement(name, 8080, true).text(), seen.text());
        assertEquals(List.of(InetAddress.ofLiteral("127.0.0.1")), seen.addresses());
        assertEquals(8080, seen.port());
        assertTrue(server.alive());
        var _ = server.close();
        await(new Sighting.Gone(name));
    }

    /** Such a packet ends the only listening thread of the library as it is. */
    @Test
    void aMalformedAddressMakesNobodyDeaf() throws Exception {
        LoopbackNetwork.need();
        look();
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 10;
        for (int i = 0; i < 20; i++) {
            LoopbackNetwork.send(Packet.response()
                    .with(Packet.ADDRESS_SIX, "stranger.local", mapped)
                    .bytes());
        }
        awaitStranger();
        assertTrue(presences.getFirst().alive());
    }

    @Test
    void namesWithoutEndAreNotFollowed() throws Exception {
        LoopbackNetwork.need();
        Station station = Station.open(LoopbackNetwork.LOOPBACK, TYPE + ".");
        presences.add(station);
        GuardedDns dns = (GuardedDns) station.dns();
        look();
        for (int i = 0; i < 100; i++) {
            Packet packet = Packet.response();
            for (int j = 0; j < 100; j++) {
                packet.with(Packet.POINTER, "_k" + i + "-" + j + "._tcp.local", Packet.name("x._tcp.local"));
            }
            LoopbackNetwork.send(packet.bytes());
            assertTrue(dns.getCache().size() <= BoundedCache.MOST);
        }
        awaitStranger(); // by the other one, which has heard all of it too
        assertTrue(
                dns.getServiceTypes().size() <= 1, () -> dns.getServiceTypes().toString());
        assertTrue(station.alive());
    }

    @Test
    void aFloodOfServersIsNotFollowedWithoutEnd() throws Exception {
        LoopbackNetwork.need();
        look();
        Station station = (Station) presences.getFirst();
        for (int i = 0; i < 1_000; i++) {
            LoopbackNetwork.send(Packet.response()
                    .with(Packet.POINTER, TYPE, Packet.name("flood " + i + "." + TYPE))
                    .bytes());
        }
        awaitFlood((GuardedDns) station.dns());
        assertTrue(station.alive());
    }

    /** A search is done by the whole way: packets, library, and what the list makes of it. */
    @Test
    void theListHasAServerOfTheSameMachine() throws Exception {
        LoopbackNetwork.need();
        BlockingQueue<ServerFinder.Findings> findings = new LinkedBlockingQueue<>();
        ServerFinder.Looking looking =
                Mdns.finder(LoopbackNetwork.LOOPBACK.address()).look(findings::add);
        presences.add(multicast.announce(LoopbackNetwork.LOOPBACK, new Announcement(name, 8080, true)));
        FoundServer wanted = new FoundServer(name, "127.0.0.1", 8080, true);
        ServerFinder.Findings next = findings.poll(SECONDS, TimeUnit.SECONDS);
        while (next != null && !next.servers().contains(wanted)) {
            next = findings.poll(SECONDS, TimeUnit.SECONDS);
        }
        looking.stop();
        assertNotNull(next, "It was not found.");
    }

    @Test
    void anAddressThatIsNotThisMachinesIsRefused() {
        HostAddress foreign = new HostAddress("eth0", InetAddress.ofLiteral("192.0.2.77"), 24, true);
        assertThrows(IOException.class, () -> multicast.look(foreign, heard::add));
    }

    private void look() throws IOException {
        presences.add(multicast.look(LoopbackNetwork.LOOPBACK, heard::add));
    }

    /** Says again and again who it is: a socket that has much to read drops packets. */
    private void awaitStranger() throws InterruptedException, IOException {
        byte[] packet = Packet.server(
                        name,
                        TYPE,
                        InetAddress.ofLiteral("127.0.0.9"),
                        9,
                        "txtvers=1",
                        "dialect=lamplink.v1",
                        "tls=1",
                        "name=" + name)
                .bytes();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() - deadline < 0) {
            LoopbackNetwork.send(packet);
            Sighting next = heard.poll(1, TimeUnit.SECONDS);
            if (next instanceof Sighting.Seen seen && seen.instance().equals(name)) {
                return;
            }
        }
        throw new AssertionError("Nothing was heard of " + name);
    }

    private static void awaitFlood(GuardedDns dns) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (dns.followed() < GuardedDns.MOST_FOLLOWED && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(1_000_000);
        }
        assertEquals(GuardedDns.MOST_FOLLOWED, dns.followed());
    }

    private Sighting.Seen awaitSeen(String instance) throws InterruptedException {
        while (true) {
            Sighting next = heard.poll(SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing was heard of " + instance);
            }
            if (next instanceof Sighting.Seen seen
                    && seen.instance().equals(instance)
                    && seen.text().size() == Announcement.KEYS.size()) {
                return seen;
            }
        }
    }

    private void await(Sighting.Gone gone) throws InterruptedException {
        Sighting next = heard.poll(SECONDS, TimeUnit.SECONDS);
        while (next != null && !next.equals(gone)) {
            next = heard.poll(SECONDS, TimeUnit.SECONDS);
        }
        assertEquals(gone, next);
    }
}

package io.lamplink.common.discovery;

import static io.lamplink.common.discovery.NetworkSamples.LOOPBACK;
import static io.lamplink.common.discovery.NetworkSamples.WIRED;
import static io.lamplink.common.discovery.NetworkSamples.WIRELESS;
import static io.lamplink.common.discovery.NetworkSamples.ip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.host.HostAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class AnnouncerTest {

    private static final InetAddress EVERYWHERE = ip("0.0.0.0");
    private static final Announcement WHAT = new Announcement("mei@studio", 8080, true);
    private static final Duration A_WHILE = Announcer.CHECK.plusMillis(1);

    private final FakeMulticast network = new FakeMulticast();
    private final ManualWorker worker = new ManualWorker();
    private final List<AnnounceState> told = new ArrayList<>();
    private List<HostAddress> addresses = List.of(WIRELESS, LOOPBACK);
    private final Announcer announcer = new Announcer(network, () -> addresses, worker, told::add);

    @Test
    void nothingIsAnnouncedUnasked() {
        worker.pass(Duration.ofHours(1));
        assertEquals(List.of(), network.begun);
    }

    @Test
    void aServerIsAnnouncedWhereItListens() {
        addresses = List.of(WIRELESS, WIRED, LOOPBACK);
        announce(ip("10.0.0.12"));
        assertEquals(List.of("10.0.0.12"), network.open());
        assertEquals(WHAT, network.begun.getFirst().what);
        assertEquals(List.of(AnnounceState.ANNOUNCED), told);
    }

    @Test
    void aServerOnALoopbackAddressIsNeverAnnounced() {
        announce(ip("127.0.0.1"));
        worker.pass(A_WHILE);
        assertEquals(List.of(), network.begun);
        assertEquals(List.of(AnnounceState.THIS_COMPUTER_ONLY), told);
    }

    @Test
    void itFollowsTheNetworks() {
        announce(EVERYWHERE);
        addresses = List.of(WIRED, LOOPBACK);
        worker.pass(A_WHILE);
        assertEquals(List.of("10.0.0.12"), network.open());
        addresses = List.of(LOOPBACK);
        worker.pass(A_WHILE);
        assertEquals(List.of(), network.open());
        addresses = List.of(WIRELESS, WIRED, LOOPBACK);
        worker.pass(A_WHILE);
        assertEquals(List.of("192.168.1.5", "10.0.0.12"), network.open());
        assertEquals(List.of(AnnounceState.ANNOUNCED, AnnounceState.NO_NETWORK, AnnounceState.ANNOUNCED), told);
    }

    @Test
    void whatStaysTheSameIsNotAnnouncedTwice() {
        announce(EVERYWHERE);
        announce(EVERYWHERE);
        worker.pass(A_WHILE.multipliedBy(10));
        assertEquals(1, network.begun.size());
        assertEquals(1, told.size());
    }

    @Test
    void whatBrokeIsBegunAnew() {
        announce(EVERYWHERE);
        network.begun.getFirst().alive = false;
        worker.pass(A_WHILE);
        assertEquals(2, network.begun.size());
        assertTrue(network.begun.getFirst().closed);
        assertEquals(List.of("192.168.1.5"), network.open());
    }

    @Test
    void aNetworkThatRefusesIsTriedAgainAndHindersNoOther() {
        addresses = List.of(WIRELESS, WIRED);
        network.silent.add(WIRELESS);
        announce(EVERYWHERE);
        assertEquals(List.of("10.0.0.12"), network.open());
        assertEquals(List.of(AnnounceState.ANNOUNCED), told);
        network.silent.clear();
        worker.pass(A_WHILE);
        assertEquals(List.of("10.0.0.12", "192.168.1.5"), network.open());
    }

    @Test
    void aFaultOfTheLibraryOnOneNetworkHindersNoOtherAndNoLaterTry() {
        addresses = List.of(WIRELESS, WIRED);
        network.broken.add(WIRELESS);
        announce(EVERYWHERE);
        assertEquals(List.of("10.0.0.12"), network.open());
        network.broken.clear();
        worker.pass(A_WHILE);
        assertEquals(List.of("10.0.0.12", "192.168.1.5"), network.open());
    }

    @Test
    void ifNoNetworkLetsItSpeakThatIsSaid() {
        network.silent.add(WIRELESS);
        announce(EVERYWHERE);
        assertEquals(List.of(AnnounceState.FAILED), told);
    }

    @Test
    void itIsWithdrawnAndTheEndIsTold() {
        announce(EVERYWHERE);
        CompletableFuture<Void> withdrawn = announcer.withdraw();
        worker.run();
        assertEquals(List.of(), network.open());
        assertEquals(List.of(AnnounceState.ANNOUNCED, AnnounceState.OFF), told);
        assertFalse(withdrawn.isDone(), "the networks have not been told yet");
        network.begun.getFirst().gone.complete(null);
        assertTrue(withdrawn.isDone());
        worker.pass(A_WHILE);
        assertEquals(1, network.begun.size());
    }

    @Test
    void withoutAnythingToWithdrawThatEndsAtOnce() {
        CompletableFuture<Void> withdrawn = announcer.withdraw();
        worker.run();
        assertTrue(withdrawn.isDone());
        assertEquals(List.of(), told);
    }

    @Test
    void anotherPortTakesThePlaceOfTheFirst() {
        announce(EVERYWHERE);
        announcer.announce(new Announcement("mei@studio", 9090, true), EVERYWHERE);
        worker.run();
        assertTrue(network.begun.getFirst().closed);
        assertEquals(9090, network.begun.get(1).what.port());
        worker.pass(A_WHILE.multipliedBy(3));
        assertEquals(2, network.begun.size(), "nobody keeps the first one up");
    }

    private void announce(InetAddress listensOn) {
        announcer.announce(WHAT, listensOn);
        worker.run();
    }
}

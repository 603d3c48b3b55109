package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.Program;
import java.io.IOException;
import java.net.DatagramSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Finding servers from a script. Nothing leaves this machine: it looks on the loopback, at a port where nobody is. */
final class DiscoverTest {
    @RegisterExtension
    final Bench bench = new Bench();

    @Test
    void whereNobodyIsTheStatusSaysSo() throws Exception {
        HeadlessProcess client = discover("127.0.0.1");
        assertEquals(1, client.awaitExit());
        assertEquals(List.of(), client.all("server"));
        assertEquals(List.of(), client.all("error"));
    }

    @Test
    void anAddressThatIsNotThisMachinesIsSaidSo() throws Exception {
        HeadlessProcess client = discover("192.0.2.77");
        assertEquals(1, client.awaitExit());
        String sentence = client.await("error").text("message");
        assertTrue(sentence.contains("no network"), sentence);
    }

    @Test
    void aServerOnThisComputerOnlySaysThatItIsNotAnnounced() throws Exception {
        HeadlessProcess server = bench.server("--announce");
        String sentence = server.await("error").text("message");
        assertTrue(sentence.contains("this computer only"), sentence);
        assertEquals(List.of(), server.all("announced"));
    }

    private HeadlessProcess discover(String address) throws IOException {
        int port;
        try (DatagramSocket socket = new DatagramSocket()) {
            port = socket.getLocalPort();
        }
        return bench.start(
                Program.CLIENT,
                List.of("-Dnet.mdns.port=" + port),
                List.of("--discover", "1", "--discover-on", address));
    }
}

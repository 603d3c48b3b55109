package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.JsonLine;
import io.lamplink.tour.harness.Program;
import io.lamplink.tour.harness.TestFile;
import io.lamplink.tour.seed.SeedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The two real programs over TLS: whom the client trusts, and that nothing is lost or changed on the way. */
final class EncryptedLinkTest {
    @RegisterExtension
    final Bench bench = new Bench();

    @Test
    void filesArriveWholeBothWays() throws Exception {
        Path down = bench.file("down.bin", 5_000_001);
        Path up = bench.file("up.bin", 7_000_003);
        HeadlessProcess server = bench.server("--send", down, "--receive-to", bench.path("at-server"));
        HeadlessProcess client = encrypted(
                server,
                "--trust-first",
                "--send",
                up.toString(),
                "--receive-to",
                bench.path("at-client").toString());
        client.await("transfer-complete", 2);
        server.await("transfer-complete", 2);
        assertTrue(client.await("connected").has("encrypted", "true"));
        assertTrue(server.await("connected").has("encrypted", "true"));
        assertEquals(
                TestFile.sha256(down), TestFile.sha256(bench.path("at-client").resolve("down.bin")));
        assertEquals(
                TestFile.sha256(up), TestFile.sha256(bench.path("at-server").resolve("up.bin")));
    }

    @Test
    void aServerThatNobodyTrustsIsToldInWordsAndLeft() throws Exception {
        HeadlessProcess server = bench.server();
        HeadlessProcess client = encrypted(server);
        JsonLine asked = client.await("identity-asked");
        assertEquals(1, client.awaitExit());
        String sentence = client.await("error").text("message");
        assertTrue(sentence.contains(asked.text("words")) && sentence.contains(asked.text("fingerprint")), sentence);
        assertEquals(List.of(), server.all("connected"));
    }

    @Test
    void theRightFingerprintIsTrustedInDigitsAndInWords() throws Exception {
        HeadlessProcess server = bench.server();
        JsonLine told = server.await("listening");
        encrypted(server, "--fingerprint", told.text("words")).await("connected");
        encrypted(server, "--fingerprint", told.text("fingerprint")).await("connected");
        HeadlessProcess wrong = encrypted(server, "--trust-first", "--fingerprint", "0".repeat(64));
        assertEquals(1, wrong.awaitExit());
    }

    @Test
    void aServerThatWasMetIsKnownAndAnotherInItsPlaceIsNot() throws Exception {
        HeadlessProcess server = bench.startIn("one", Program.SERVER, List.of("--address", "127.0.0.1", "--port", "0"));
        String url = "wss://127.0.0.1:" + server.port();
        meet(url, "--trust-first").await("connected");
        HeadlessProcess again = meet(url);
        again.await("connected");
        assertEquals(List.of(), again.all("identity-asked"));
        again.terminate();
        server.terminate();

        String port = Integer.toString(server.port());
        bench.startIn("two", Program.SERVER, List.of("--address", "127.0.0.1", "--port", port))
                .await("listening");
        HeadlessProcess warned = meet(url, "--trust-first");
        assertEquals(1, warned.awaitExit());
        JsonLine asked = warned.await("identity-asked");
        assertEquals(64, asked.text("expected").length());
        assertNotEquals(asked.text("expected"), asked.text("fingerprint"));
    }

    @Test
    void whereNothingEncryptsWssFails() throws Exception {
        try (SeedServer qt = SeedServer.start()) {
            HeadlessProcess client = bench.start(
                    Program.CLIENT,
                    List.of(),
                    List.of("--connect", "wss://127.0.0.1:" + qt.port(), "--allow-unencrypted"));
            assertEquals(1, client.awaitExit());
            assertTrue(client.await("error").text("message").contains("does not encrypt"));
        }
    }

    private HeadlessProcess encrypted(HeadlessProcess server, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--connect", "wss://127.0.0.1:" + server.port()));
        arguments.addAll(List.of(more));
        return bench.start(Program.CLIENT, List.of(), arguments);
    }

    private HeadlessProcess meet(String url, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--connect", url));
        arguments.addAll(List.of(more));
        return bench.startIn("client", Program.CLIENT, arguments);
    }
}

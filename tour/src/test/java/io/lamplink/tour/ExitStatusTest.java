package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.Program;
import io.lamplink.tour.harness.TestFile;
import io.lamplink.tour.seed.SeedClient;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts trust the exit status: 0 only if all that was asked for happened, and a sentence says what did not. */
final class ExitStatusTest {
    @RegisterExtension
    final Bench bench = new Bench();

    @Test
    void aServerThatCannotFindItsFileEndsWithASentence() throws Exception {
        HeadlessProcess server = bench.server("--send", bench.path("missing.bin"));
        assertEquals(1, server.awaitExit());
        assertTrue(server.await("error").text("message").contains("missing.bin"));
        assertEquals(List.of(), server.all("listening"));
    }

    @Test
    void aClientThatCannotFindItsFileEndsWithASentence() throws Exception {
        HeadlessProcess client = bench.client(9, "--send", bench.path("nothing at all"));
        assertEquals(1, client.awaitExit());
        assertTrue(client.await("error").text("message").contains("nothing at all"));
    }

    @Test
    void aPortInUseIsSaidSo() throws Exception {
        HeadlessProcess first = bench.server();
        String port = Integer.toString(first.port());
        HeadlessProcess second =
                bench.start(Program.SERVER, List.of(), List.of("--address", "127.0.0.1", "--port", port));
        assertEquals(1, second.awaitExit());
        String sentence = second.await("error").text("message");
        assertTrue(sentence.contains(port) && sentence.contains("in use"), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "no-such-host.invalid", "256.1.1.1"})
    void anAddressThatIsNotThisMachinesIsSaidSo(String address) throws Exception {
        HeadlessProcess server = bench.start(Program.SERVER, List.of(), List.of("--address", address, "--port", "0"));
        assertEquals(1, server.awaitExit());
        assertTrue(server.await("error").text("message").contains(address));
    }

    @Test
    void aServerWhereNothingListensIsSaidSo() throws Exception {
        int port = freePort();
        HeadlessProcess client = bench.client(port);
        assertEquals(1, client.awaitExit());
        String sentence = client.await("error").text("message");
        assertTrue(sentence.contains(Integer.toString(port)) && sentence.contains("Nothing listens"), sentence);
        assertEquals(List.of(), client.all("disconnected"), "it never was connected (U4)");
    }

    @Test
    void aHostThatDoesNotExistIsSaidSo() throws Exception {
        HeadlessProcess client =
                bench.start(Program.CLIENT, List.of(), List.of("--connect", "ws://no-such-host.invalid:8080"));
        assertEquals(1, client.awaitExit());
        assertTrue(client.await("error").text("message").contains("no-such-host.invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://127.0.0.1:99999", "http://127.0.0.1", "ws://", "wss://127.0.0.1:9", "a b c"})
    void anAddressThatIsNoneIsSaidSo(String address) throws Exception {
        HeadlessProcess client = bench.start(Program.CLIENT, List.of(), List.of("--connect", address));
        assertEquals(1, client.awaitExit());
        client.await("error");
    }

    @Test
    void aServerThatIsNoWebSocketServerIsSaidSo() throws Exception {
        try (ServerSocket http = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> answerAsAWebServer(http));
            HeadlessProcess client = bench.client(http.getLocalPort());
            assertEquals(1, client.awaitExit());
            client.await("error");
            assertEquals(List.of(), client.all("connected"));
        }
    }

    @Test
    void aServerThatNeverAnswersIsSaidSo() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            HeadlessProcess client = bench.client(silent.getLocalPort());
            assertEquals(1, client.awaitExit());
            client.await("error");
        }
    }

    @Test
    void sigtermEndsAClientThatIsStillConnecting() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            HeadlessProcess client = bench.client(silent.getLocalPort(), "--say", "hi");
            silent.accept();
            assertEquals(1, client.terminate());
        }
    }

    @Test
    void anUnknownOptionIsAUsageErrorAndNoEvent() throws Exception {
        HeadlessProcess client = bench.start(Program.CLIENT, List.of(), List.of("--conect", "ws://127.0.0.1:1"));
        assertEquals(2, client.awaitExit());
        client.log().await("the option", line -> line.contains("--conect"));
        assertEquals(List.of(), client.events().all());
    }

    @Test
    void aFileThatCannotBeSavedFailsAndWaitsForTheNextRun() throws Exception {
        Path file = bench.file("f.bin", 1000);
        Path notAFolder = bench.file("not a folder", 1);
        HeadlessProcess server = bench.server("--send", file, "--exit-when-done");
        HeadlessProcess client =
                bench.client(server.port(), "--receive-to", notAFolder.resolve("inbox"), "--exit-after-files", 1);
        assertEquals(1, client.awaitExit());
        assertTrue(client.await("transfer-failed").has("name", "f.bin"));
        client.await("error");
        assertEquals(List.of(), client.all("transfer-complete"), "nothing is called complete that was not saved");
        assertEquals(1, bench.leftovers().size());
    }

    @Test
    void aClientThatWaitsForMoreFilesThanComeFails() throws Exception {
        HeadlessProcess server = bench.server("--send", bench.file("one.bin", 10), "--exit-when-done");
        HeadlessProcess client =
                bench.client(server.port(), "--receive-to", bench.path("inbox"), "--exit-after-files", 2);
        assertEquals(0, server.awaitExit());
        assertEquals(1, client.awaitExit());
        assertEquals(TestFile.names(bench.path("inbox")), List.of("one.bin"));
    }

    @Test
    void aServerThatDiesLeavesItsClientWithAFailureAndWhatHasCome() throws Exception {
        HeadlessProcess server = bench.server("--send", sparse("big.bin", 1L << 30));
        HeadlessProcess client =
                bench.client(slowTo(server), "--receive-to", bench.path("inbox"), "--exit-after-files", 1);
        client.await("transfer-progress");
        server.kill();
        assertEquals(1, client.awaitExit());
        assertTrue(client.await("transfer-paused").has("reason", "link-lost"));
        client.await("disconnected");
        assertEquals(List.of(), TestFile.names(bench.path("inbox")));
        assertEquals(1, bench.leftovers().size());
    }

    @Test
    void aClientThatDiesCostsTheServerNothing() throws Exception {
        HeadlessProcess server = bench.server("--send", bench.file("f.bin", 3_000_000), "--exit-when-done");
        SeedClient doomed = SeedClient.connect(server.port());
        doomed.holdAcksAfter(1);
        doomed.headers().await("the header", any -> true);
        doomed.vanish();
        assertTrue(server.await("transfer-failed").has("reason", "link-lost"));
        server.await("disconnected");
        HeadlessProcess client =
                bench.client(server.port(), "--receive-to", bench.path("inbox"), "--exit-after-files", 1);
        assertEquals(0, client.awaitExit());
        assertEquals(0, server.awaitExit());
    }

    @Test
    void aFileThatShrinksWhileItIsSentFailsAndIsNotCalledSent() throws Exception {
        Path file = bench.file("shrinks.bin", 3_000_000);
        HeadlessProcess server = bench.server("--send", file);
        SeedClient client = bench.with(SeedClient.connect(server.port()));
        client.holdAcksAfter(1);
        client.headers().await("the header", any -> true);
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(1_000_000);
        }
        client.letAcksGo();
        assertTrue(server.await("transfer-failed").has("reason", "source-changed"), "T9");
        assertEquals(List.of(), client.files().all(), "it never is complete at the client");
        assertEquals(1, server.terminate());
    }

    @Test
    void aFileThatGrowsWhileItIsSentIsNotSentBeyondItsSize() throws Exception {
        Path file = bench.file("grows.bin", 3_000_000);
        HeadlessProcess server = bench.server("--send", file);
        SeedClient client = bench.with(SeedClient.connect(server.port()));
        client.holdAcksAfter(1);
        client.headers().await("the header", any -> true);
        Files.write(file, new byte[1_000_000], StandardOpenOption.APPEND);
        client.letAcksGo();
        assertTrue(server.await("transfer-failed").has("reason", "source-changed"), "T9");
        assertTrue(client.headers().all().getFirst().received() <= 3_000_000);
        assertEquals(1, server.terminate());
    }

    @Test
    void sigtermEndsAnIdleServerWithSuccessIfNothingWasAskedForAndElseNot() throws Exception {
        HeadlessProcess idle = bench.server();
        HeadlessProcess unheard = bench.server("--say", "is anybody there?");
        idle.port();
        unheard.port();
        assertEquals(0, idle.terminate());
        assertEquals(1, unheard.terminate());
    }

    @Test
    void sigtermEndsAServerThatHasDoneItsWorkWithSuccess() throws Exception {
        HeadlessProcess server = bench.server("--say", "hi", "--send", bench.file("f.bin", 100));
        HeadlessProcess client =
                bench.client(server.port(), "--receive-to", bench.path("inbox"), "--exit-after-files", 1);
        assertEquals(0, client.awaitExit());
        server.await("transfer-complete");
        server.await("disconnected");
        assertEquals(0, server.terminate());
    }

    @Test
    void sigtermInMidTransferEndsBothWithFailureAndKeepsWhatHasCome() throws Exception {
        HeadlessProcess server = bench.server("--send", sparse("big.bin", 1L << 30));
        HeadlessProcess client =
                bench.client(slowTo(server), "--receive-to", bench.path("inbox"), "--exit-after-files", 1);
        client.await("transfer-progress");
        assertEquals(1, client.terminate());
        server.await("disconnected");
        assertEquals(1, server.terminate());
        assertEquals(List.of(), TestFile.names(bench.path("inbox")));
        assertEquals(1, bench.leftovers().size());
    }

    @Test
    void sigtermEndsAClientThatOnlyListens() throws Exception {
        HeadlessProcess server = bench.server();
        HeadlessProcess client = bench.client(server.port());
        client.await("connected");
        assertEquals(0, client.terminate());
        server.await("disconnected");
        assertNotEquals(0, server.port());
    }

    @Test
    void aClientHearsThatItsServerEnds() throws Exception {
        HeadlessProcess server = bench.server();
        HeadlessProcess client = bench.client(server.port());
        client.await("connected");
        server.await("connected");
        assertEquals(0, server.terminate());
        assertEquals(0, client.awaitExit(), "it was asked for nothing that did not happen");
        assertEquals(1001, client.await("disconnected").number("code"));
    }

    @Test
    void aProgramLeavesNothingOfASavedFileInItsUsersHome() throws Exception {
        HeadlessProcess server = bench.server("--send", bench.file("f.bin", 100), "--exit-when-done");
        HeadlessProcess client =
                bench.client(server.port(), "--receive-to", bench.path("inbox"), "--exit-after-files", 1);
        assertEquals(0, client.awaitExit());
        assertEquals(0, server.awaitExit());
        bench.awaitNoLeftovers();
    }

    @Test
    void aFileThatNobodySavedIsSavedByTheNextRun() throws Exception {
        Path file = bench.file("f.bin", 100);
        HeadlessProcess server = bench.server("--send", file);
        List<String> connect = List.of("--connect", "ws://127.0.0.1:" + server.port(), "--exit-after-files", "1");
        assertEquals(0, bench.startIn("client", Program.CLIENT, connect).awaitExit());
        assertEquals(1, bench.leftovers().size());
        List<String> again = new ArrayList<>(connect);
        again.addAll(List.of("--receive-to", bench.path("inbox").toString()));
        HeadlessProcess next = bench.startIn("client", Program.CLIENT, again);
        assertEquals(0, next.awaitExit());
        assertEquals(TestFile.sha256(file), TestFile.sha256(bench.path("inbox").resolve("f.bin")));
    }

    /** Leads to the server, so slowly that no large file gets through while a test looks at it. */
    private int slowTo(HeadlessProcess server) throws IOException {
        SlowRelay relay = bench.with(new SlowRelay(4L << 20));
        relay.leadsTo(server.port());
        return relay.port();
    }

    /** A large file without a byte on the disk. */
    private Path sparse(String name, long size) throws IOException {
        Path path = bench.file(name, 0);
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(size);
        }
        return path;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void answerAsAWebServer(ServerSocket http) {
        try {
            while (true) {
                var connection = http.accept();
                connection.getInputStream().read(new byte[1024]);
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                connection.close();
            }
        } catch (IOException e) {
            // The test has ended.
        }
    }
}

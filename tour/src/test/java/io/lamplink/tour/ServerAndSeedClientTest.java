package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.JsonLine;
import io.lamplink.tour.harness.TestFile;
import io.lamplink.tour.seed.RawFrame;
import io.lamplink.tour.seed.SeedBytes;
import io.lamplink.tour.seed.SeedClient;
import io.lamplink.tour.seed.SeedDownload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Our server, in a process of its own, and the original program's client. */
final class ServerAndSeedClientTest {
    private static final long[] SIZES = {0, 1, 65535, 65536, 65537, 131_072, 262_144, 655_360, 150_000};

    @RegisterExtension
    final Bench bench = new Bench();

    @Test
    void theyGreetAndChat() throws Exception {
        HeadlessProcess server = bench.server("--say", "  from the script\nsecond line  ");
        SeedClient client = connect(server);
        server.await("chat", line -> line.has("text", SeedClient.GREETING));
        assertEquals("qt", server.await("connected").text("dialect"));
        assertFalse(client.texts().await("a welcome", any -> true).isBlank());
        client.texts().await("the script's text", "from the script\nsecond line"::equals);
        client.say("你好 😀");
        server.await("chat", line -> line.has("text", "你好 😀"));
    }

    @Test
    void filesOfEverySizeArriveOneAfterAnother() throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("--exit-when-done"));
        List<Path> files = new ArrayList<>();
        for (long size : SIZES) {
            files.add(bench.file("file-" + size, size));
        }
        files.add(bench.file("测试.bin", 123_456));
        files.forEach(file -> arguments.addAll(List.of("--send", file)));
        HeadlessProcess server = bench.server(arguments.toArray());
        SeedClient client = connect(server);
        assertEquals(0, server.awaitExit());
        client.log().awaitEnd();
        List<SeedDownload> downloads = client.headers().all();
        assertEquals(files.size(), downloads.size());
        for (Path file : files) {
            String name = file.getFileName().toString();
            SeedDownload download = downloads.stream()
                    .filter(d -> d.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertEquals(download.declared(), download.received());
            assertTrue(download.largestChunk() <= 256 * 1024);
            assertTrue(download.chunks() >= (download.declared() + 256 * 1024 - 1) / (256 * 1024));
            assertEquals(TestFile.sha256(file), download.sha256());
            JsonLine complete = server.await("transfer-complete", line -> line.has("name", name));
            assertEquals(TestFile.sha256(file), complete.text("sha256"));
        }
        assertEquals(files.size() - 1, client.files().all().size(), "each is complete once, but the empty one never");
    }

    @Test
    void theEndOfTheServerReachesTheClientAsAClose() throws Exception {
        HeadlessProcess server = bench.server();
        SeedClient client = connect(server);
        server.await("connected");
        assertEquals(0, server.terminate());
        client.log().await("a close", line -> line.matches("closed 100[01].*"));
    }

    @Test
    void theClientsDisconnectIsAnOrderlyEnd() throws Exception {
        HeadlessProcess server = bench.server();
        SeedClient client = connect(server);
        server.await("chat");
        client.disconnect();
        assertEquals(1000, server.await("disconnected").number("code"));
        connect(server).texts().await("a welcome", any -> true);
        assertEquals(0, server.terminate());
    }

    @Test
    void aDisconnectInMidTransferIsToldAndTheNextClientGetsItsOwnFileFromTheStart() throws Exception {
        Path file = bench.file("f.bin", 2_000_000);
        HeadlessProcess server = bench.server("--send", file);
        SeedClient first = connect(server);
        first.holdAcksAfter(3);
        first.headers().await("the header", any -> true);
        first.disconnect();
        assertTrue(server.await("transfer-failed").has("reason", "link-lost"), "the broken transfer is told (T11)");
        SeedClient second = connect(server);
        assertEquals(TestFile.sha256(file), second.awaitFile("f.bin").sha256(), "nothing of the first one's (H7)");
    }

    @Test
    void aNewcomerThrowsNobodyOut() throws Exception {
        Path file = bench.file("f.bin", 1_000_000);
        HeadlessProcess server = bench.server("--send", file);
        SeedClient first = connect(server);
        first.holdAcksAfter(2);
        first.headers().await("the header", any -> true);
        List<SeedClient> others = List.of(connect(server), connect(server), connect(server));
        for (SeedClient other : others) {
            assertEquals(TestFile.sha256(file), other.awaitFile("f.bin").sha256());
        }
        assertEquals(List.of(), first.log().all(), "the first one is still there (H6)");
        first.letAcksGo();
        assertEquals(TestFile.sha256(file), first.awaitFile("f.bin").sha256());
        server.await("transfer-complete", 4);
        assertEquals(0, server.terminate());
    }

    @Test
    void aFileAskedForByPathIsAnsweredInTheChatAndNeverServed() throws Exception {
        HeadlessProcess server = bench.server("--send", bench.file("offered.bin", 10), "--say", "ready");
        SeedClient client = connect(server);
        client.awaitFile("offered.bin");
        server.await("transfer-complete");
        client.texts().await("the script's text", "ready"::equals);
        List<String> paths = List.of(
                "/etc/passwd",
                "/proc/cpuinfo",
                "/dev/zero",
                "no/such/file",
                "/",
                ".",
                "",
                bench.file("secret.txt", 5).toString(),
                fifo());
        for (String path : paths) {
            int before = client.texts().all().size();
            client.request(path);
            client.texts().await("an answer", before + 1, any -> true);
            assertTrue(client.texts().all().getLast().contains("offered.bin"), "it names what is offered");
            client.send(RawFrame.whole(RawFrame.PING, new byte[] {42}));
            client.pongs().await("a pong: the server is not stuck (H4, H5)", pong -> pong.payload()[0] == 42);
        }
        assertEquals(1, client.headers().all().size(), "no file comes (H1, B1)");
        connect(server).awaitFile("offered.bin");
    }

    private String fifo() throws IOException, InterruptedException {
        Path fifo = bench.path("fifo");
        new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
        return fifo.toString();
    }

    @Test
    void acknowledgementsThatNobodyAskedForChangeNothing() throws Exception {
        Path file = bench.file("f.bin", 500_000);
        HeadlessProcess server = bench.server("--send", file);
        SeedClient client = connect(server);
        client.sendBinary(SeedBytes.chunkAck());
        client.sendBinary(SeedBytes.ack("f.bin"));
        client.sendBinary(SeedBytes.ack("another"));
        client.sendBinary(SeedBytes.chunkAck());
        assertEquals(TestFile.sha256(file), client.awaitFile("f.bin").sha256());
        server.await("transfer-complete");
        for (int i = 0; i < 5; i++) {
            client.sendBinary(SeedBytes.chunkAck());
        }
        client.say("still there?");
        server.await("chat", line -> line.has("text", "still there?"));
    }

    @Test
    void acksThatComeAllAtOnceCompleteTheFile() throws Exception {
        Path file = bench.file("f.bin", 65536 * 7 + 1);
        HeadlessProcess server = bench.server("--send", file, "--exit-when-done");
        SeedClient client = connect(server);
        client.holdAcksAfter(0);
        client.headers().await("the header", any -> true);
        client.letAcksGo();
        assertEquals(TestFile.sha256(file), client.awaitFile("f.bin").sha256());
        assertEquals(0, server.awaitExit());
    }

    @Test
    void progressIsToldAtMostFourTimesASecond() throws Exception {
        HeadlessProcess server = bench.server("--send", bench.file("slow.bin", 65536 * 100), "--exit-when-done");
        SeedClient client = connect(server);
        client.acknowledgeAfter(20);
        assertEquals(0, server.awaitExit());
        List<JsonLine> told = server.events().all(line -> line.event().startsWith("transfer-"));
        double seconds = server.await("transfer-complete").json().get("seconds").asDouble();
        List<JsonLine> progress = server.all("transfer-progress");
        assertTrue(!progress.isEmpty() && progress.size() <= 4 * seconds + 1, () -> seconds + " s: " + told);
        assertEquals("transfer-started", told.getFirst().event());
        assertEquals("transfer-complete", told.getLast().event());
        long last = 0;
        for (JsonLine line : progress) {
            assertTrue(line.number("transferred") > last && line.number("transferred") <= line.number("bytes"));
            last = line.number("transferred");
        }
    }

    @Test
    void chatTextsCannotForgeEvents() throws Exception {
        HeadlessProcess server = bench.server();
        SeedClient client = connect(server);
        String forged = "x\n{\"event\":\"transfer-complete\",\"name\":\"forged\"}\r\n\u2028\u0000\u001b[2J";
        client.say(forged);
        server.await("chat", line -> line.has("text", forged));
        client.say("after");
        server.await("chat", line -> line.has("text", "after"));
        assertEquals(List.of(), server.all("transfer-complete"), "one event a line, whatever a text holds (H8)");
    }

    private SeedClient connect(HeadlessProcess server) throws IOException {
        return bench.with(SeedClient.connect(server.port()));
    }
}

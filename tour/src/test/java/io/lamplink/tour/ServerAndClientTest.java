package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.JsonLine;
import io.lamplink.tour.harness.Program;
import io.lamplink.tour.harness.TestFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The two real programs, each in its own process, in the Lamplink dialect: texts and files both ways. */
final class ServerAndClientTest {
    /** Around the chunk sizes of both dialects, and exact multiples of them. */
    private static final long[] SIZES = {0, 1, 65535, 65536, 65537, 262_143, 262_144, 262_145, 524_288, 786_432};

    @RegisterExtension
    final Bench bench = new Bench();

    @Test
    void bothHearWhatTheOtherSays() throws Exception {
        HeadlessProcess server = bench.server("--say", "first", "--say", "zweitens ✅\n第二行");
        HeadlessProcess client = bench.client(server.port(), "--say", "uno");
        client.await("chat", line -> line.has("text", "first"));
        client.await("chat", line -> line.has("text", "zweitens ✅\n第二行"));
        server.await("chat", line -> line.has("text", "uno"));
        assertEquals("lamplink.v1", server.await("connected").text("dialect"));
        assertEquals("lamplink.v1", client.await("connected").text("dialect"));
        assertEquals(
                server.await("connected").text("peer"),
                server.await("chat", line -> line.has("text", "uno")).text("from"));
        assertEquals(server.port(), client.await("connected").number("port"));
    }

    @Test
    void theServerIsFoundHoweverItsAddressIsWritten() throws Exception {
        HeadlessProcess server = bench.server();
        List<HeadlessProcess> clients = new ArrayList<>();
        for (String address : List.of("127.0.0.1:%d", "LOCALHOST:%d", "ws://localhost:%d/any/path?x=y")) {
            String url = String.format(address, server.port());
            clients.add(bench.start(Program.CLIENT, List.of(), List.of("--connect", url)));
        }
        clients.forEach(client -> client.await("connected"));
        server.await("connected", 3);
    }

    @Test
    void theyMeetOverIpVersion6() throws Exception {
        assumeTrue(NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")) != null, "no IPv6 here");
        HeadlessProcess server = bench.start(Program.SERVER, List.of(), List.of("--address", "::1", "--port", "0"));
        HeadlessProcess client = bench.start(
                Program.CLIENT, List.of(), List.of("--connect", "ws://[::1]:" + server.port(), "--say", "six"));
        server.await("chat", line -> line.has("text", "six"));
        client.await("connected");
    }

    @Test
    void textsAreToldInTheirOrder() throws Exception {
        HeadlessProcess server =
                bench.server("--say", "1", "--say", "2", "--say", "3", "--say", "4", "--exit-when-done");
        HeadlessProcess client = bench.client(server.port());
        assertEquals(0, server.awaitExit());
        client.awaitExit();
        List<String> texts = client.all("chat").stream()
                .map(line -> line.text("text"))
                .filter(text -> text.length() == 1)
                .toList();
        assertEquals(List.of("1", "2", "3", "4"), texts);
    }

    @Test
    void filesOfEverySizeArriveWholeAtTheClient() throws Exception {
        List<Path> files = files("down");
        HeadlessProcess server = bench.server(sending(files, "--exit-when-done"));
        HeadlessProcess client =
                bench.client(server.port(), "--receive-to", bench.path("inbox"), "--exit-after-files", files.size());
        assertEquals(0, client.awaitExit());
        assertEquals(0, server.awaitExit());
        for (Path file : files) {
            assertArrived(file, server, client);
        }
        assertEquals(files.size(), TestFile.names(bench.path("inbox")).size());
        bench.awaitNoLeftovers();
    }

    @Test
    void filesOfEverySizeArriveWholeAtTheServer() throws Exception {
        List<Path> files = files("up");
        HeadlessProcess server = bench.server("--receive-to", bench.path("inbox"));
        HeadlessProcess client = bench.client(server.port(), sending(files, "--exit-when-done"));
        assertEquals(0, client.awaitExit());
        server.await("transfer-complete", files.size());
        assertEquals(0, server.terminate());
        for (Path file : files) {
            assertArrived(file, client, server);
        }
        assertEquals(files.size(), TestFile.names(bench.path("inbox")).size());
        bench.awaitNoLeftovers();
    }

    @Test
    void filesGoBothWaysAtOnce() throws Exception {
        Path down = bench.file("down.bin", 5_000_000);
        Path up = bench.file("up.bin", 6_000_000);
        HeadlessProcess server = bench.server("--send", down, "--receive-to", bench.path("inbox"));
        HeadlessProcess client =
                bench.client(server.port(), "--send", up, "--receive-to", bench.path("inbox"), "--exit-after-files", 1);
        assertEquals(0, client.awaitExit());
        server.await("transfer-complete", 2);
        assertEquals(0, server.terminate());
        assertArrived(down, server, client);
        assertArrived(up, client, server);
    }

    @Test
    void everyClientGetsTheFileThatTheServerSends() throws Exception {
        Path file = bench.file("for all.bin", 1_000_000);
        HeadlessProcess server = bench.server("--send", file);
        List<HeadlessProcess> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clients.add(bench.client(server.port(), "--receive-to", bench.path("inbox-" + i), "--exit-after-files", 1));
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(0, clients.get(i).awaitExit());
            assertEquals(
                    TestFile.sha256(file),
                    TestFile.sha256(bench.path("inbox-" + i).resolve("for all.bin")));
        }
        server.await("transfer-complete", 3);
        assertEquals(0, server.terminate());
    }

    @Test
    void namesOfAllKindsArriveAndTheFileIsSavedUnderASafeOne() throws Exception {
        List<Path> files = new ArrayList<>();
        for (String name : List.of(
                "测试.bin",
                "résumé 😀.txt",
                "a b  c",
                "CON.txt",
                "nul",
                "x<y>:z|?*\".txt",
                "line\nbreak.txt",
                "\u202egpj.exe",
                "back\\slash.txt",
                "trailing. . ",
                "-rf",
                "长".repeat(85))) {
            files.add(bench.file(name, 1000 + files.size()));
        }
        HeadlessProcess server = bench.server(sending(files, "--exit-when-done"));
        HeadlessProcess client =
                bench.client(server.port(), "--receive-to", bench.path("inbox"), "--exit-after-files", files.size());
        assertEquals(0, client.awaitExit());
        assertEquals(0, server.awaitExit());
        for (Path file : files) {
            String digest = TestFile.sha256(file);
            Path saved = client.await("transfer-complete", line -> line.has("sha256", digest))
                    .path();
            assertEquals(bench.path("inbox"), saved.getParent());
            assertEquals(digest, TestFile.sha256(saved));
            String name = saved.getFileName().toString();
            assertTrue(name.codePoints().noneMatch(c -> c < 32 || "<>:\"/\\|?*\u202e".indexOf(c) >= 0), name);
        }
        assertTrue(
                TestFile.names(bench.path("inbox")).containsAll(List.of("测试.bin", "résumé 😀.txt", "a b  c", "-rf")));
        assertFalse(TestFile.names(bench.path("inbox")).contains("CON.txt"));
        assertEquals(files.size(), TestFile.names(bench.path("inbox")).size());
    }

    @Test
    void aSecondFileOfTheSameNameReplacesNothing() throws Exception {
        Path first = TestFile.make(bench.folder("a").resolve("same.txt"), 10);
        Path second = TestFile.make(bench.folder("b").resolve("same.txt"), 20);
        Files.writeString(bench.folder("inbox").resolve("same.txt"), "was here before");
        HeadlessProcess server = bench.server(sending(List.of(first, second), "--exit-when-done"));
        HeadlessProcess client =
                bench.client(server.port(), "--receive-to", bench.path("inbox"), "--exit-after-files", 2);
        assertEquals(0, client.awaitExit());
        assertEquals("was here before", Files.readString(bench.path("inbox").resolve("same.txt")));
        Path one = client.await("transfer-complete", line -> line.number("bytes") == 10)
                .path();
        Path other = client.await("transfer-complete", line -> line.number("bytes") == 20)
                .path();
        assertNotEquals(one, other);
        assertEquals(TestFile.sha256(first), TestFile.sha256(one));
        assertEquals(TestFile.sha256(second), TestFile.sha256(other));
    }

    @Test
    void theServerServesTheNextClientAfterOneHasGone() throws Exception {
        Path file = bench.file("again.bin", 300_000);
        HeadlessProcess server = bench.server("--send", file);
        for (int i = 0; i < 2; i++) {
            HeadlessProcess client =
                    bench.client(server.port(), "--receive-to", bench.path("inbox-" + i), "--exit-after-files", 1);
            assertEquals(0, client.awaitExit());
            server.await("disconnected", i + 1);
        }
        assertEquals(0, server.terminate());
    }

    private List<Path> files(String prefix) throws IOException {
        List<Path> files = new ArrayList<>();
        for (long size : SIZES) {
            files.add(bench.file(prefix + "-" + size + ".bin", size));
        }
        return files;
    }

    private static Object[] sending(List<Path> files, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(more));
        files.forEach(file -> arguments.addAll(List.of("--send", file)));
        return arguments.toArray();
    }

    /** Both processes tell the same of it, and it lies in the folder {@code inbox} byte for byte. */
    private void assertArrived(Path source, HeadlessProcess from, HeadlessProcess to) throws IOException {
        String name = source.getFileName().toString();
        JsonLine out = from.await("transfer-complete", line -> line.has("name", name));
        JsonLine in = to.await("transfer-complete", line -> line.has("name", name));
        assertEquals("out", out.text("direction"));
        assertEquals("in", in.text("direction"));
        for (JsonLine line : List.of(in, out)) {
            assertEquals(Files.size(source), line.number("bytes"));
            assertEquals(TestFile.sha256(source), line.text("sha256"));
            assertTrue(line.json().get("verified").asBoolean());
            assertTrue(line.json().get("seconds").isNumber());
        }
        assertEquals(source, out.path());
        assertEquals(bench.path("inbox").resolve(name), in.path());
        assertEquals(TestFile.sha256(source), TestFile.sha256(in.path()));
        assertEquals(
                1,
                to.events()
                        .all(line -> line.is("transfer-started") && line.has("name", name))
                        .size());
    }
}

package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.JsonLine;
import io.lamplink.tour.harness.TestFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Our client speaking Qt to our server: texts and files both ways, though the wire was made for files one way. */
final class OurQtBothSidesTest {
    private static final long[] SIZES = {0, 1, 65535, 65536, 65537, 131_072, 262_144, 1_000_000};

    @RegisterExtension
    final Bench bench = new Bench();

    @Test
    void bothHearWhatTheOtherSays() throws Exception {
        HeadlessProcess server = bench.server("--say", "eins\nzwei 二");
        HeadlessProcess client = bench.client(server.port(), "--dialect", "qt", "--say", "uno");
        client.await("chat", line -> line.has("text", "eins\nzwei 二"));
        server.await("chat", line -> line.has("text", "uno"));
        assertEquals("qt", server.await("connected").text("dialect"));
        assertEquals("qt", client.await("connected").text("dialect"));
        assertEquals(0, client.terminate());
        server.await("disconnected");
        assertEquals(0, server.terminate());
    }

    @Test
    void filesOfEverySizeGoDown() throws Exception {
        List<Path> files = new ArrayList<>();
        List<Object> arguments = new ArrayList<>(List.of("--exit-when-done"));
        for (long size : SIZES) {
            files.add(bench.file("down-" + size, size));
        }
        files.add(bench.file("测试.bin", 150_000));
        files.forEach(file -> arguments.addAll(List.of("--send", file)));
        HeadlessProcess server = bench.server(arguments.toArray());
        HeadlessProcess client = bench.client(
                server.port(),
                "--dialect",
                "qt",
                "--receive-to",
                bench.path("inbox"),
                "--exit-after-files",
                files.size());
        assertEquals(0, client.awaitExit());
        assertEquals(0, server.awaitExit());
        assertArrived(files, client);
    }

    @Test
    void filesOfEverySizeGoUp() throws Exception {
        List<Path> files = new ArrayList<>();
        List<Object> arguments = new ArrayList<>(List.of("--dialect", "qt", "--exit-when-done"));
        for (long size : SIZES) {
            files.add(bench.file("up-" + size, size));
        }
        files.forEach(file -> arguments.addAll(List.of("--send", file)));
        HeadlessProcess server = bench.server("--receive-to", bench.path("inbox"));
        HeadlessProcess client = bench.client(server.port(), arguments.toArray());
        assertEquals(0, client.awaitExit());
        server.await("transfer-complete", files.size());
        assertEquals(0, server.terminate());
        assertArrived(files, server);
    }

    @Test
    void filesGoBothWaysAtOnce() throws Exception {
        Path down = bench.file("down.bin", 2_000_000);
        Path up = bench.file("up.bin", 2_500_000);
        HeadlessProcess server = bench.server("--send", down, "--receive-to", bench.path("inbox"));
        HeadlessProcess client = bench.client(
                server.port(),
                "--dialect",
                "qt",
                "--send",
                up,
                "--receive-to",
                bench.path("inbox"),
                "--exit-after-files",
                1);
        assertEquals(0, client.awaitExit());
        server.await("transfer-complete", 2);
        assertEquals(0, server.terminate());
        assertArrived(List.of(down), client);
        assertArrived(List.of(up), server);
    }

    private void assertArrived(List<Path> files, HeadlessProcess at) throws Exception {
        for (Path file : files) {
            JsonLine in = at.await(
                    "transfer-complete",
                    line -> line.has("name", file.getFileName().toString()) && line.has("direction", "in"));
            assertEquals(TestFile.sha256(file), in.text("sha256"));
            assertEquals(TestFile.sha256(file), TestFile.sha256(in.path()));
        }
        bench.awaitNoLeftovers();
    }
}

package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.Program;
import io.lamplink.tour.harness.TestFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file as large as the heap passes through both programs: neither ever holds it (T1). */
final class FlatMemoryTest {
    private static final List<String> SMALL_HEAP = List.of("-Xmx64m");
    private static final long SIZE = 64L << 20;

    @RegisterExtension
    final Bench bench = new Bench();

    @ParameterizedTest
    @ValueSource(strings = {"auto", "qt"})
    void aFileAsLargeAsTheHeapGoesDown(String dialect) throws Exception {
        Path file = bench.file("large.bin", SIZE);
        HeadlessProcess server = server("--send", file);
        HeadlessProcess client = client(server, dialect, "--receive-to", bench.path("inbox"));
        assertEquals(
                TestFile.sha256(file),
                TestFile.sha256(client.await("transfer-complete").path()));
        server.await("transfer-complete");
        assertEquals(0, client.terminate());
        assertEquals(0, server.terminate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "qt"})
    void aFileAsLargeAsTheHeapGoesUp(String dialect) throws Exception {
        Path file = bench.file("large.bin", SIZE);
        HeadlessProcess server = server("--receive-to", bench.path("inbox"));
        HeadlessProcess client = client(server, dialect, "--send", file);
        assertEquals(
                TestFile.sha256(file),
                TestFile.sha256(server.await("transfer-complete").path()));
        client.await("transfer-complete");
        assertEquals(0, client.terminate());
        assertEquals(0, server.terminate());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells the peak of another process")
    void bothStayBelow300MegabytesOfResidentMemory() throws Exception {
        HeadlessProcess server = bench.server("--send", bench.file("large.bin", 2 * SIZE));
        HeadlessProcess client = bench.client(server.port());
        client.await("transfer-complete");
        server.await("transfer-complete");
        assertTrue(server.peakResidentKilobytes() < 300_000, () -> server + " is too large");
        assertTrue(client.peakResidentKilobytes() < 300_000, () -> client + " is too large");
    }

    private HeadlessProcess server(Object... arguments) throws IOException {
        return start(Program.SERVER, List.of("--address", "127.0.0.1", "--port", "0"), arguments);
    }

    private HeadlessProcess client(HeadlessProcess server, String dialect, Object... arguments) throws IOException {
        return start(
                Program.CLIENT,
                List.of("--connect", "ws://127.0.0.1:" + server.port(), "--dialect", dialect),
                arguments);
    }

    private HeadlessProcess start(Program program, List<String> first, Object... arguments) throws IOException {
        List<String> all = new ArrayList<>(first);
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return bench.start(program, SMALL_HEAP, all);
    }
}

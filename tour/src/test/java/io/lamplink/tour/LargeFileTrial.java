package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.JsonLine;
import io.lamplink.tour.harness.Program;
import io.lamplink.tour.harness.TestFile;
import io.lamplink.tour.seed.SeedClient;
import io.lamplink.tour.seed.SeedDownload;
import io.lamplink.tour.seed.SeedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Files far larger than the programs may be, too long for every build: {@code ./mvnw -pl tour -am -Dtest=LargeFileTrial
 * test}, on Linux with some 10 GB free in the folder for temporary files. Figures are in the test's output.
 */
@Timeout(600)
final class LargeFileTrial {
    private static final List<String> AS_SHIPPED = List.of("-XX:TieredStopAtLevel=4");
    private static final long LARGER_THAN_32_BITS = 4_500_000_000L;

    @RegisterExtension
    final Bench bench = new Bench();

    @Test
    void oneGibibyteDown() throws Exception {
        Path file = bench.file("large.bin", 1L << 30);
        HeadlessProcess server = server("--send", file);
        HeadlessProcess client = client(server.port(), "--receive-to", bench.path("inbox"));
        JsonLine in = client.await("transfer-complete");
        server.await("transfer-complete");
        report("1 GiB down, lamplink.v1", in, server, client);
        assertEquals(TestFile.sha256(file), TestFile.sha256(in.path()));
    }

    @Test
    void oneGibibyteUp() throws Exception {
        Path file = bench.file("large.bin", 1L << 30);
        HeadlessProcess server = server("--receive-to", bench.path("inbox"));
        HeadlessProcess client = client(server.port(), "--send", file);
        JsonLine in = server.await("transfer-complete");
        client.await("transfer-complete");
        report("1 GiB up, lamplink.v1", in, server, client);
        assertEquals(TestFile.sha256(file), TestFile.sha256(in.path()));
    }

    @Test
    void oneGibibyteDownInTheQtDialect() throws Exception {
        Path file = bench.file("large.bin", 1L << 30);
        HeadlessProcess server = server("--send", file);
        HeadlessProcess client = client(server.port(), "--dialect", "qt", "--receive-to", bench.path("inbox"));
        JsonLine in = client.await("transfer-complete");
        server.await("transfer-complete");
        report("1 GiB down, qt", in, server, client);
        assertEquals(TestFile.sha256(file), TestFile.sha256(in.path()));
    }

    @Test
    void moreThan32BitsOfBytesToTheOriginalClient() throws Exception {
        Path file = bench.file("4.5 GB.bin", 0);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(LARGER_THAN_32_BITS);
        }
        HeadlessProcess server = server("--send", file);
        SeedClient client = bench.with(SeedClient.connect(server.port()));
        JsonLine out = server.await("transfer-complete");
        SeedDownload download = client.awaitFile("4.5 GB.bin");
        report("4.5 GB to the original client, qt", out, server);
        assertEquals(LARGER_THAN_32_BITS, download.declared());
        assertEquals(LARGER_THAN_32_BITS, download.received());
        assertEquals(out.text("sha256"), download.sha256());
    }

    @Test
    void moreThan32BitsOfBytesFromTheOriginalServer() throws Exception {
        SeedServer server = bench.with(SeedServer.start());
        HeadlessProcess client = client(server.port(), "--receive-to", bench.path("inbox"));
        server.awaitGuest();
        server.sendFile("4.5 GB.bin", LARGER_THAN_32_BITS, zeros(LARGER_THAN_32_BITS));
        JsonLine in = client.await("transfer-complete");
        report("4.5 GB from the original server, qt", in, client);
        assertEquals(LARGER_THAN_32_BITS, Files.size(in.path()));
        assertEquals(in.text("sha256"), TestFile.sha256(in.path()));
    }

    private static void report(String what, JsonLine line, HeadlessProcess... processes) throws IOException {
        double seconds = line.json().get("seconds").asDouble();
        StringBuilder text = new StringBuilder();
        for (HeadlessProcess process : processes) {
            long peak = process.peakResidentKilobytes();
            text.append(String.format(", %s peak %,d kB", process.program(), peak));
            assertTrue(peak < 300_000, text::toString);
        }
        System.out.printf("%s: %.1f s, %.0f MB/s%s%n", what, seconds, line.number("bytes") / 1e6 / seconds, text);
    }

    private HeadlessProcess server(Object... arguments) throws IOException {
        return start(Program.SERVER, List.of("--address", "127.0.0.1", "--port", "0"), arguments);
    }

    private HeadlessProcess client(int port, Object... arguments) throws IOException {
        return start(Program.CLIENT, List.of("--connect", "ws://127.0.0.1:" + port), arguments);
    }

    private HeadlessProcess start(Program program, List<String> first, Object... arguments) throws IOException {
        List<String> all = new ArrayList<>(first);
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        HeadlessProcess process = bench.start(program, AS_SHIPPED, all);
        process.events().patience(Duration.ofMinutes(5));
        return process;
    }

    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int offset, int wanted) {
                if (left == 0) {
                    return -1;
                }
                int now = (int) Math.min(wanted, left);
                left -= now;
                return now;
            }
        };
    }
}

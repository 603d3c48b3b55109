package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.Program;
import io.lamplink.tour.harness.TestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One file on its way between two real programs, of which again and again one is killed at a random moment: the file still
 * arrives, whole, and is not begun anew each time. {@code -Dkilled.seed=N} repeats a run, {@code -Dkilled.bytes=N} and
 * {@code -Dkilled.times=N} make it longer or shorter.
 */
class KilledProcessesTest {
    private static final long SIZE = Long.getLong("killed.bytes", 1L << 30);
    private static final int KILLS = Integer.getInteger("killed.times", 25);

    /** So slow that the file lasts longer than the killing, on a machine that has too much to do as well. */
    private static final long BYTES_PER_SECOND = 8L << 20;

    /** How long one of them lives, from its start or from when the file began to move; all lives are shorter than the file. */
    private static final int LONGEST_LIFE_MILLIS = 700;

    @RegisterExtension
    private final Bench bench = new Bench();

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void t11_aFileArrivesWholeHoweverOftenEitherSideIsKilled() throws Exception {
        long seed = Long.getLong("killed.seed", System.nanoTime());
        System.err.println("KilledProcessesTest: -Dkilled.seed=" + seed);
        Random random = new Random(seed);
        Path file = bench.file("large.bin", SIZE);
        Path inbox = bench.folder("inbox");
        try (SlowRelay relay = new SlowRelay(BYTES_PER_SECOND)) {
            HeadlessProcess server = server(file, relay);
            int interrupted = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                HeadlessProcess client = client(relay, inbox);
                boolean sender = random.nextBoolean();
                HeadlessProcess victim = sender ? server : client;
                if (random.nextInt(3) > 0) {
                    client.await("transfer-started"); // a slow machine would hardly get that far
                }
                assertTrue(
                        !victim.endsWithin(random.nextInt(LONGEST_LIFE_MILLIS)), "It was done too early, seed " + seed);
                victim.killAndWait();
                interrupted += client.all("transfer-started").isEmpty() ? 0 : 1;
                if (sender) {
                    client.close();
                    server = server(file, relay);
                }
            }
            assertTrue(interrupted >= KILLS / 5, interrupted + " of " + KILLS + " hit the transfer, seed " + seed);
            relay.hurry();
            HeadlessProcess last = client(relay, inbox);
            assertEquals(0, last.awaitExit(), "seed " + seed);
            assertTrue(resumedAt(last) > 0, "It began anew, seed " + seed);
        }
        assertEquals(List.of("large.bin"), TestFile.names(inbox));
        assertEquals(-1, Files.mismatch(file, inbox.resolve("large.bin")), "first byte that differs, seed " + seed);
        bench.awaitNoLeftovers();
    }

    /** How much was there already when the last client took over. */
    private static long resumedAt(HeadlessProcess client) {
        return client.await("transfer-progress").number("transferred");
    }

    private HeadlessProcess server(Path file, SlowRelay relay) throws IOException {
        HeadlessProcess server = bench.startIn(
                "server", Program.SERVER, List.of("--address", "127.0.0.1", "--port", "0", "--send", file.toString()));
        relay.leadsTo(server.port());
        return server;
    }

    private HeadlessProcess client(SlowRelay relay, Path inbox) throws IOException {
        Files.createDirectories(inbox);
        return bench.startIn(
                "client",
                Program.CLIENT,
                List.of(
                        "--connect",
                        "ws://127.0.0.1:" + relay.port(),
                        "--receive-to",
                        inbox.toString(),
                        "--exit-after-files",
                        "1"));
    }
}

package io.lamplink.common.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole programs with whole transfers of every kind, on links that are slow, are cut and come twice. What happens depends on
 * the seed alone: {@code -Dsimulation.seed=N} repeats one, {@code -Dsimulation.transfers=N} asks for more of each kind.
 */
class SimulationTest {
    private static final int ENOUGH = Integer.getInteger("simulation.transfers", 2_000);

    /** Seeds a kind may take for that: in some scenarios what it is about does not come about. */
    private static final int SEEDS_A_TRANSFER = 10;

    private static final Kind[] KINDS = Kind.values();

    @TempDir
    private Path folder;

    @Test
    void everyTransferOfEveryKindEndsRightOrClearlyNot() throws IOException {
        FolderMaker.prepare(folder);
        Long only = Long.getLong("simulation.seed");
        try (LoggedErrors defects = new LoggedErrors("io.lamplink.common")) {
            if (only != null) {
                play(only, defects);
                return;
            }
            Map<Kind, Integer> transfers = playAll(Long.getLong("simulation.first", 0), defects);
            assertTrue(
                    transfers.values().stream().allMatch(count -> count >= ENOUGH),
                    () -> "Less than " + ENOUGH + " whole transfers of some kind: " + transfers);
        }
    }

    private Map<Kind, Integer> playAll(long first, LoggedErrors defects) {
        Map<Kind, Integer> transfers = new EnumMap<>(Kind.class);
        long last = first + (long) ENOUGH * KINDS.length * SEEDS_A_TRANSFER;
        for (long seed = first; seed < last; seed++) {
            Kind kind = kind(seed);
            if (transfers.getOrDefault(kind, 0) < ENOUGH) {
                transfers.merge(kind, play(seed, defects), Integer::sum);
            }
        }
        return transfers;
    }

    private static Kind kind(long seed) {
        return KINDS[(int) (seed % KINDS.length)];
    }

    /** Answers how many whole transfers it was. */
    private int play(long seed, LoggedErrors defects) {
        try {
            Scenario scenario = new Scenario(kind(seed), seed, folder);
            scenario.play();
            Verdict verdict = new Verdict(scenario.kind(), scenario.world());
            assertEquals("", String.join("\n", verdict.complaints()));
            assertEquals(List.of(), defects.take());
            return verdict.transfers();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "Seed " + seed + " (" + kind(seed) + ") fails; alone: ./mvnw -pl common test -Dtest=SimulationTest"
                            + " -Dsimulation.seed=" + seed + "\n" + e.getMessage(),
                    e);
        }
    }
}

package io.lamplink.bench.app;

import io.lamplink.bench.figures.Results;
import io.lamplink.bench.report.Machine;
import io.lamplink.bench.report.MarkdownPage;
import io.lamplink.bench.report.Plot;
import io.lamplink.bench.trial.Bench;
import io.lamplink.bench.trial.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/** The files that a run leaves behind. */
final class Documents {
    private static final String PLOT = "performance.svg";
    private static final long MIB = 1024 * 1024;

    private final Path folder;

    /** Files in {@code folder}, which is made if need be. */
    Documents(Path folder) {
        this.folder = folder;
    }

    void write(Results results, Machine machine, Plan plan) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(PLOT), Plot.of(results));
        Files.writeString(
                folder.resolve("performance.md"), MarkdownPage.of(machine, results, made(plan), method(), PLOT));
    }

    private static String made(Plan plan) {
        return "Written by `./lamplink bench" + (plan.quick() ? " --quick" : "") + "` on "
                + LocalDate.now(ZoneOffset.UTC) + ".\n" + plan.rounds() + " rounds, files of "
                + plan.fileBytes() / MIB + " MiB for throughput and " + plan.memoryBytes() / MIB
                + " MiB for memory, random bytes of seed " + Bench.seed() + ".";
    }

    private static String method() throws IOException {
        try (InputStream text = Objects.requireNonNull(Documents.class.getResourceAsStream("method.md"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

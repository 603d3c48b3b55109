package io.lamplink.bench.app;

import io.lamplink.bench.figures.Results;
import io.lamplink.bench.process.JavaCommand;
import io.lamplink.bench.report.Machine;
import io.lamplink.bench.report.TextPage;
import io.lamplink.bench.trial.Bench;
import io.lamplink.bench.trial.Part;
import io.lamplink.bench.trial.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The bench's command line. */
@Command(
        name = "lamplink bench",
        description = "Measures the real programs against plain TCP and writes docs/performance.md.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BenchMain implements Callable<Integer> {
    private static final double BUSY = 0.5;

    @Option(names = "--quick", description = "Small files and few rounds; writes nothing unless --output is given.")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            converter = PartConverter.class,
            description =
                    "Measure only this: push, upload, windows, qt, tls, ten, crowd, broadcast, twenty, stalled, memory, chat, slow100, slow10, far, log, jmh.")
    private List<Part> only = new ArrayList<>();

    @Option(
            names = "--jmh",
            description = "Measure the small parts too where they would be left out (--quick, --only).")
    private boolean jmh;

    @Option(
            names = "--soak",
            paramLabel = "MINUTES",
            description = "Measure nothing else: clients that talk, come and go while files are pushed, for so long.")
    private int soakMinutes;

    @Option(names = "--output", paramLabel = "DIR", description = "Write performance.md and performance.svg here.")
    private @Nullable Path output;

    @Option(names = "--docs", hidden = true, description = "Where a full run writes.")
    private @Nullable Path docs;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "bench-work",
            description = "Make files here and remove them afterwards; its disk is part of what is measured.")
    private Path work = Path.of("");

    private BenchMain() {}

    /** Measures and tells. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchMain())
                .setOverwrittenOptionsAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Plan plan = quick ? Plan.brief() : Plan.full();
        Path folder =
                work.toAbsolutePath().resolve("run-" + ProcessHandle.current().pid());
        Files.createDirectories(folder);
        Machine machine = Machine.ofThis(folder);
        Bench bench = new Bench(plan, parts(), folder, BenchMain::progress);
        Results results = soakMinutes > 0 ? bench.soak(Duration.ofMinutes(soakMinutes)) : bench.run();
        remark(results, machine);
        print(results, machine);
        write(results, machine, plan);
        return bench.complete() ? 0 : 1;
    }

    private Set<Part> parts() {
        Set<Part> parts = only.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(only);
        if (quick && only.isEmpty()) {
            parts.remove(Part.JMH);
        }
        if (jmh) {
            parts.add(Part.JMH);
        }
        return parts;
    }

    private void remark(Results results, Machine machine) {
        if (quick) {
            results.remark("This was a quick run with small files: it shows that everything can be measured, no more.");
        }
        if (machine.load() > BUSY) {
            results.remark(String.format(
                    Locale.ROOT, "The machine was not idle when the run began (load average %.1f).", machine.load()));
        }
        results.remark(
                "The seed's 13 MB/s (median with windows shown) were measured on another occasion on two cores.");
        results.remark(
                JavaCommand.hasDisplay()
                        ? "The windows were shown on a screen."
                        : "The windows were drawn in memory, on JavaFX's headless platform.");
    }

    private static void print(Results results, Machine machine) {
        machine.facts().forEach((name, fact) -> System.out.println(name + ": " + fact));
        System.out.println();
        System.out.print(TextPage.of(results));
        System.out.println();
        results.remarks().forEach(System.out::println);
    }

    private void write(Results results, Machine machine, Plan plan) throws IOException {
        Path where = output;
        if (where == null && !quick && only.isEmpty() && soakMinutes == 0) {
            where = docs;
        }
        if (where != null) {
            new Documents(where).write(results, machine, plan);
            progress("written to " + where);
        }
    }

    private static void progress(String sentence) {
        System.err.println("lamplink bench: " + sentence);
    }

    static final class PartConverter implements CommandLine.ITypeConverter<Part> {
        @Override
        public Part convert(String token) {
            return Part.ofToken(token)
                    .orElseThrow(() -> new CommandLine.TypeConversionException("There is no such part."));
        }
    }
}

package io.lamplink.bench.trial;

import io.lamplink.bench.figures.Results;
import io.lamplink.bench.figures.Row;
import io.lamplink.bench.figures.Series;
import io.lamplink.bench.figures.Target;
import io.lamplink.bench.process.ResidentMemory;
import io.lamplink.bench.process.WorkerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** How much memory both processes take while a large file passes, over what they take when connected and idle. */
final class Memory {
    private static final double MIB = 1024 * 1024;
    private static final long SETTLE = Duration.ofSeconds(2).toNanos();

    private final Plan plan;
    private final Path folder;
    private final Results results;
    private final Consumer<String> progress;
    private final List<Double> over = new ArrayList<>();

    Memory(Plan plan, Path folder, Results results, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.results = results;
        this.progress = progress;
    }

    void run() throws IOException {
        Source file = Source.make(folder, plan.memoryBytes());
        for (boolean push : new boolean[] {true, false}) {
            progress.accept("memory: " + (push ? "push" : "upload"));
            try (Cast cast = new Cast(folder)) {
                watch(cast.engines(null), push, file);
            }
        }
        double most = over.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        results.add(Target.atMost(
                "resident memory over idle while " + (plan.quick() ? "a small" : "a 4 GiB")
                        + " file passes, worst side",
                64,
                most,
                "MiB"));
    }

    private void watch(Cast.Pair pair, boolean push, Source file) {
        LockSupport.parkNanos(SETTLE);
        List<WorkerProcess> sides = List.of(pair.listening(), pair.connecting());
        List<OptionalLong> idle = sides.stream()
                .map(side -> {
                    ResidentMemory.forgetPeak(side.pid());
                    return ResidentMemory.now(side.pid());
                })
                .toList();
        WorkerProcess from = push ? pair.listening() : pair.connecting();
        WorkerProcess to = push ? pair.connecting() : pair.listening();
        new Contender("memory", from, List.of(to), file).pass();
        for (int i = 0; i < sides.size(); i++) {
            tell((i == 0 ? "server" : "client") + (push ? ", push" : ", upload"), idle.get(i), peak(sides.get(i)));
        }
    }

    private static OptionalLong peak(WorkerProcess side) {
        return ResidentMemory.peak(side.pid());
    }

    private void tell(String who, OptionalLong idle, OptionalLong peak) {
        if (idle.isEmpty() || peak.isEmpty()) {
            return; // Only Linux tells it.
        }
        over.add((peak.getAsLong() - idle.getAsLong()) / MIB);
        results.add(new Row("resident memory, idle: " + who, Series.of(idle.getAsLong() / MIB), "MiB"));
        results.add(new Row("resident memory, peak: " + who, Series.of(peak.getAsLong() / MIB), "MiB"));
    }
}

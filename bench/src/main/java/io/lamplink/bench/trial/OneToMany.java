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
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The same file to one client, to twenty at once, and to twenty while one more has asked for it and reads nothing. Each round
 * measures all, each time in another order.
 */
final class OneToMany {
    private static final double MEGA = 1e6;
    private static final double MIB = 1024 * 1024;
    private static final long SETTLE = Duration.ofSeconds(3).toNanos();
    private static final int PROCESSES = 4;
    private static final int CLIENTS_IN_EACH = 5;
    private static final int CLIENTS = PROCESSES * CLIENTS_IN_EACH;

    private final Many many;
    private final Set<Part> parts;
    private final Path folder;
    private final Results results;
    private final Consumer<String> progress;
    private final FreshMemory memory;

    OneToMany(Plan plan, Set<Part> parts, Path folder, Results results, Consumer<String> progress) {
        this.many = plan.many();
        this.parts = parts;
        this.folder = folder;
        this.results = results;
        this.progress = progress;
        this.memory = new FreshMemory(folder);
    }

    /** One way to send, with its rates. */
    private record Way(String name, Contender contender, boolean withStalled, List<Double> rates) {
        Way(String name, Contender contender, boolean withStalled) {
            this(name, contender, withStalled, new ArrayList<>());
        }

        Series series() {
            return new Series(rates);
        }
    }

    void run() throws IOException {
        Source file = Source.make(folder, many.fileBytes());
        try (Cast cast = new Cast(folder)) {
            Cast.Pair pair = cast.engines(null);
            Way one = new Way(
                    "the same file to 1 client",
                    new Contender("push", pair.listening(), List.of(pair.connecting()), file),
                    false);
            WorkerProcess server = cast.crowdServer();
            String port = server.await("listening").getFirst();
            Contender together = cast.together("push to " + CLIENTS, server, port, PROCESSES, CLIENTS_IN_EACH, file);
            Way twenty = new Way("the same file to " + CLIENTS + " clients, together", together, false);
            Way stalled = new Way("the same with one more that reads nothing", together, true);
            LockSupport.parkNanos(SETTLE);
            OptionalLong idle = ResidentMemory.now(server.pid());
            ResidentMemory.forgetPeak(server.pid());
            WorkerProcess stalling = cast.lightClients(port, 1).getFirst();
            measure(stalling, ways(one, twenty, stalled));
            tell(one, twenty, stalled);
            tellMemory(idle, ResidentMemory.peak(server.pid()));
        }
    }

    private List<Way> ways(Way one, Way twenty, Way stalled) {
        List<Way> ways = new ArrayList<>(List.of(twenty));
        if (parts.contains(Part.TWENTY)) {
            ways.add(one);
        }
        if (parts.contains(Part.STALLED)) {
            ways.add(stalled);
        }
        return ways;
    }

    private void measure(WorkerProcess stalling, List<Way> ways) throws IOException {
        progress.accept("one to many: warming up");
        for (int i = 0; i < many.warmUps(); i++) {
            for (Way way : ways) {
                pass(way, stalling);
            }
        }
        for (int round = 1; round <= many.rounds(); round++) {
            progress.accept("one to many: round " + round + " of " + many.rounds());
            List<Way> order = new ArrayList<>(ways);
            Collections.rotate(order, -round);
            for (Way way : order) {
                way.rates().add(pass(way, stalling) / MEGA);
            }
        }
    }

    private double pass(Way way, WorkerProcess stalling) throws IOException {
        LockSupport.parkNanos(SETTLE);
        memory.prepare(many.fileBytes() * way.contender().to().size());
        if (!way.withStalled()) {
            return way.contender().pass();
        }
        stalling.tell("stall");
        stalling.await("connected");
        way.contender().from().await("joined");
        double rate = way.contender().pass();
        stalling.tell("shrink", 1);
        return rate;
    }

    private void tell(Way one, Way twenty, Way stalled) {
        results.add(new Row(twenty.name(), twenty.series(), "MB/s"));
        if (!one.rates().isEmpty()) {
            Series ratio = twenty.series().dividedBy(one.series());
            results.add(new Row(one.name(), one.series(), "MB/s"));
            results.add(new Row(CLIENTS + " clients, total ÷ 1 client", ratio, ""));
            results.add(Target.atLeast(
                    "the same file to " + CLIENTS + " clients at once, total ÷ 1 client", 0.7, ratio.median(), ""));
        }
        if (!stalled.rates().isEmpty()) {
            Series ratio = stalled.series().dividedBy(twenty.series());
            results.add(new Row(stalled.name(), stalled.series(), "MB/s"));
            results.add(new Row("with one that reads nothing ÷ without", ratio, ""));
            results.add(
                    Target.atLeast("the others' rate with one that reads nothing ÷ without", 0.9, ratio.median(), ""));
        }
    }

    private void tellMemory(OptionalLong idle, OptionalLong peak) {
        if (idle.isPresent() && peak.isPresent()) {
            String who = "server, the same file to " + CLIENTS;
            results.add(new Row("resident memory, idle: " + who, Series.of(idle.getAsLong() / MIB), "MiB"));
            results.add(new Row("resident memory, peak: " + who, Series.of(peak.getAsLong() / MIB), "MiB"));
        }
    }
}

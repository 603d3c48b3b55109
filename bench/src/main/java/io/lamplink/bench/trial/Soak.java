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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Everything at once for a long time: a crowd that talks, clients that come and go, broadcasts, and a file again and again. */
final class Soak {
    private static final int PASSENGERS = 50;
    private static final int BROADCAST_MILLIS = 50;
    private static final int EACH_SAYS_MILLIS = 10_000;
    private static final int RECEIVERS = 4;
    private static final double MIB = 1024 * 1024;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Plan plan;
    private final Duration time;
    private final Path folder;
    private final Results results;
    private final Consumer<String> progress;

    Soak(Plan plan, Duration time, Path folder, Results results, Consumer<String> progress) {
        this.plan = plan;
        this.time = time;
        this.folder = folder;
        this.results = results;
        this.progress = progress;
    }

    void run() throws IOException {
        Source file = Source.make(folder, plan.many().fileBytes());
        try (Cast cast = new Cast(folder)) {
            WorkerProcess server = cast.crowdServer(CrowdTalk.HEAP);
            String port = server.await("listening").getFirst();
            Contender push = cast.together("soak", server, port, 1, RECEIVERS, file);
            List<WorkerProcess> crowds = cast.lightClients(port, 2);
            WorkerProcess staying = crowds.getFirst();
            WorkerProcess passing = crowds.getLast();
            grow(staying, plan.many().crowd() / 2);
            grow(passing, 2 * PASSENGERS);
            staying.tell("talk", EACH_SAYS_MILLIS);
            server.tell("texts", time.toMillis() / BROADCAST_MILLIS, BROADCAST_MILLIS);
            List<Double> memory = go(server, push, passing);
            server.await("texts");
            tell(memory, Cast.troublesOf(staying) + Cast.troublesOf(passing));
        }
    }

    /** Answers with the memory of the server, after each file. */
    private List<Double> go(WorkerProcess server, Contender push, WorkerProcess passing) {
        long end = System.nanoTime() + time.toNanos();
        List<Double> memory = new ArrayList<>();
        while (System.nanoTime() < end) {
            push.pass();
            passing.tell("shrink", PASSENGERS);
            grow(passing, PASSENGERS);
            ResidentMemory.now(server.pid()).ifPresent(bytes -> memory.add(bytes / MIB));
            progress.accept("soak: " + memory.size() + " files, "
                    + Duration.ofNanos(Math.max(0, end - System.nanoTime())).toSeconds() + " seconds left");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return memory;
    }

    private static void grow(WorkerProcess crowd, int by) {
        crowd.tell("grow", by);
        crowd.await("connected");
    }

    private void tell(List<Double> memory, long troubles) {
        String what = time.toMinutes() + " minutes of everything at once";
        results.add(Target.atMost("texts out of order and clients lost in " + what, 0, (double) troubles, ""));
        if (memory.size() > 1) {
            int half = memory.size() / 2;
            Series before = new Series(memory.subList(0, half));
            Series after = new Series(memory.subList(half, memory.size()));
            results.add(new Row("resident memory of the server, first half of " + what, before, "MiB"));
            results.add(new Row("resident memory of the server, second half", after, "MiB"));
        }
    }
}

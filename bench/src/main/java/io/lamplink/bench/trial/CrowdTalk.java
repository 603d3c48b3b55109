package io.lamplink.bench.trial;

import io.lamplink.bench.figures.Delays;
import io.lamplink.bench.figures.Results;
import io.lamplink.bench.figures.Row;
import io.lamplink.bench.figures.Series;
import io.lamplink.bench.figures.Target;
import io.lamplink.bench.process.ResidentMemory;
import io.lamplink.bench.process.WorkerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What many clients that only talk have of one server with little heap: how long their texts take, and what they hear. */
final class CrowdTalk {
    static final String HEAP = "-Xmx512m";

    private static final int BROADCASTS_A_SECOND = 20;
    private static final int MILLIS_PER_SECOND = 1000;
    private static final int EACH_SAYS_MILLIS = 10_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MIB = 1024 * 1024;

    private final Many many;
    private final Path folder;
    private final Results results;
    private final Consumer<String> progress;

    CrowdTalk(Plan plan, Path folder, Results results, Consumer<String> progress) {
        this.many = plan.many();
        this.folder = folder;
        this.results = results;
        this.progress = progress;
    }

    /** All are connected, each says a text now and then, and the server broadcasts. */
    void crowd() {
        try (Cast cast = new Cast(folder)) {
            Scene scene = new Scene(cast, 2, many.crowd());
            progress.accept("crowd: " + many.crowd() + " clients are connected, warming up");
            scene.talk(Math.max(1, many.crowdSeconds() / 3));
            progress.accept("crowd: measuring");
            double server = scene.server.processorSeconds();
            double clients = scene.clientsProcessorSeconds();
            long began = System.nanoTime();
            List<Double> delays = scene.talk(many.crowdSeconds());
            double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
            String who = many.crowd() + " clients, " + BROADCASTS_A_SECOND + " broadcasts a second";
            row("processor time of the server: " + who, (scene.server.processorSeconds() - server) / seconds, "cores");
            row(
                    "processor time of the clients: " + who,
                    (scene.clientsProcessorSeconds() - clients) / seconds,
                    "cores");
            ResidentMemory.peak(scene.server.pid())
                    .ifPresent(bytes -> row("resident memory, peak: server, " + who, bytes / MIB, "MiB"));
            Delays texts = new Delays(many.crowd() + " clients, broadcasts meanwhile", new Series(delays));
            results.add(texts);
            results.add(Target.atLeast("clients connected at once to a server with " + HEAP, 2000, many.crowd(), ""));
            results.add(Target.atMost("chat round trip p99, " + who, 100, texts.p99(), "ms"));
            tellMissing(scene, who);
        }
    }

    /** The server says many texts without a pause. */
    void broadcast() {
        try (Cast cast = new Cast(folder)) {
            Scene scene = new Scene(cast, 1, many.listeners());
            List<Double> times = new ArrayList<>();
            for (int round = 1; round <= many.rounds(); round++) {
                progress.accept("broadcast: round " + round + " of " + many.rounds());
                times.add(scene.broadcast(many.texts(), 0));
            }
            String what = many.texts() + " texts without a pause to " + many.listeners() + " clients";
            results.add(new Row(what, new Series(times), "s"));
            tellMissing(scene, what);
        }
    }

    /** All has been heard by now, or the trial would have failed: each text, by each client, but perhaps more than once. */
    private void tellMissing(Scene scene, String what) {
        results.add(Target.atMost(
                "texts heard twice or out of order, clients lost: " + what, 0, (double) scene.troubles(), ""));
    }

    private void row(String name, double value, String unit) {
        results.add(new Row(name, Series.of(value), unit));
    }

    /** A server and its crowd. */
    private static final class Scene {
        private final WorkerProcess server;
        private final List<WorkerProcess> crowds;

        Scene(Cast cast, int processes, int clients) {
            server = cast.crowdServer(HEAP);
            crowds = cast.lightClients(server.await("listening").getFirst(), processes);
            crowds.forEach(crowd -> crowd.tell("grow", clients / processes));
            crowds.forEach(crowd -> crowd.await("connected"));
        }

        /** Everybody talks for so long; answers with how many milliseconds each text of a client took. */
        List<Double> talk(int seconds) {
            crowds.forEach(crowd -> crowd.tell("talk", EACH_SAYS_MILLIS));
            broadcast(seconds * BROADCASTS_A_SECOND, MILLIS_PER_SECOND / BROADCASTS_A_SECOND);
            crowds.forEach(crowd -> crowd.tell("hush"));
            return crowds.stream()
                    .map(crowd -> crowd.await("delays").getFirst())
                    .flatMap(line -> line.isEmpty() ? Stream.of() : Arrays.stream(line.split(",")))
                    .map(nanos -> Long.parseLong(nanos) / NANOS_PER_MILLI)
                    .toList();
        }

        /** Answers with the seconds until the last client has heard the last text. */
        double broadcast(int texts, int everyMillis) {
            crowds.forEach(crowd -> crowd.tell("await", texts));
            crowds.forEach(crowd -> crowd.await("awaiting"));
            long began = System.nanoTime();
            server.tell("texts", texts, everyMillis);
            long end = crowds.stream()
                    .mapToLong(crowd -> Long.parseLong(crowd.await("heard").getFirst()))
                    .max()
                    .orElse(began);
            server.await("texts");
            return (end - began) / NANOS_PER_SECOND;
        }

        long troubles() {
            return crowds.stream().mapToLong(Cast::troublesOf).sum();
        }

        double clientsProcessorSeconds() {
            return crowds.stream().mapToDouble(WorkerProcess::processorSeconds).sum();
        }
    }
}

package io.lamplink.bench.app;

import io.lamplink.bench.crowd.CrowdWorker;
import io.lamplink.bench.shaper.LinkShape;
import io.lamplink.bench.worker.EngineWorkers;
import io.lamplink.bench.worker.LinkWorker;
import io.lamplink.bench.worker.ReferenceReceiver;
import io.lamplink.bench.worker.ReferenceSender;
import io.lamplink.bench.worker.Voice;
import io.lamplink.bench.worker.WindowWorkers;
import io.lamplink.bench.worker.Worker;
import io.lamplink.common.engine.LibraryLogs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One process of the bench. Its arguments say which; orders come as lines on standard input, words divided by tabs, reports go
 * to standard output in the same way. It ends with its standard input, so none outlives the bench.
 */
public final class WorkerMain {
    private WorkerMain() {}

    /** Runs the worker that the arguments name. */
    public static void main(String[] args) throws IOException {
        LibraryLogs.hush();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Worker worker = worker(List.of(args), words -> out.println(line(words)))) {
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                worker.obey(List.of(order.split("\t", -1)));
            }
        }
        System.exit(0);
    }

    private static String line(Object... words) {
        return Arrays.stream(words).map(String::valueOf).collect(Collectors.joining("\t"));
    }

    private static Worker worker(List<String> args, Voice voice) throws IOException {
        return switch (args.getFirst()) {
            case "server" -> EngineWorkers.server(Path.of(args.get(1)), voice);
            case "crowd-server" -> EngineWorkers.crowdServer(Path.of(args.get(1)), voice);
            case "clients" -> EngineWorkers.clients(Path.of(args.get(1)), number(args, 3), number(args, 2), voice);
            case "crowd" -> new CrowdWorker(number(args, 2), voice);
            case "client" -> EngineWorkers.client(Path.of(args.get(1)), true, number(args, 2), voice);
            case "qt-client" -> EngineWorkers.client(Path.of(args.get(1)), false, number(args, 2), voice);
            case "encrypted-client" -> EngineWorkers.encryptedClient(Path.of(args.get(1)), number(args, 2), voice);
            case "server-window" -> WindowWorkers.server(Path.of(args.get(1)), voice);
            case "client-window" -> WindowWorkers.client(Path.of(args.get(1)), number(args, 2), voice);
            case "log-window" -> WindowWorkers.log(Path.of(args.get(1)), Boolean.parseBoolean(args.get(2)), voice);
            case "past" -> EngineWorkers.past(Path.of(args.get(1)), voice);
            case "reference-receiver" -> new ReferenceReceiver(Path.of(args.get(1)), voice);
            case "reference-sender" -> new ReferenceSender(number(args, 2), voice);
            case "slow-link" -> new LinkWorker(LinkShape.of(number(args, 3), number(args, 4)), number(args, 2), voice);
            default -> throw new IllegalArgumentException("There is no worker " + args.getFirst() + ".");
        };
    }

    private static int number(List<String> args, int index) {
        return Integer.parseInt(args.get(index));
    }
}

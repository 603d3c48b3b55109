package io.lamplink.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One worker in its process: gives it orders and waits for its reports. A worker that fails fails whoever waits for it. */
public final class WorkerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FAREWELL = Duration.ofSeconds(10);
    private static final Duration TRAINED = Duration.ofMinutes(2);

    private static final double NANOS_PER_SECOND = 1e9;

    private final String name;
    private final Process process;
    private final Writer orders;
    private final Map<String, Deque<List<String>>> reports = new HashMap<>();
    private final Duration farewell;
    private @Nullable String failure;

    private WorkerProcess(String name, Process process, Duration farewell) {
        this.name = name;
        this.farewell = farewell;
        this.process = process;
        this.orders = process.outputWriter();
        Thread.ofPlatform().daemon().name("reports of " + name).start(this::listen);
    }

    /** Starts the worker that {@code role} describes: its name and then its arguments. */
    public static WorkerProcess start(List<String> role) {
        return start(List.of(), role);
    }

    /** The same with further options of Java. */
    public static WorkerProcess start(List<String> options, List<String> role) {
        return start(options, role, FAREWELL, ProcessBuilder.Redirect.INHERIT);
    }

    /**
     * The same for a worker that, when it is closed, leaves {@code cache}, with which others start as a window does from its
     * second time on; that takes some seconds, and what Java says about it is not shown.
     */
    public static WorkerProcess training(Path cache, List<String> role) {
        return start(
                List.of("-Xlog:disable", "-XX:AOTCacheOutput=" + cache),
                role,
                TRAINED,
                ProcessBuilder.Redirect.DISCARD);
    }

    private static WorkerProcess start(
            List<String> options, List<String> role, Duration farewell, ProcessBuilder.Redirect errors) {
        boolean window = role.getFirst().endsWith("-window");
        List<String> command = new ArrayList<>(JavaCommand.worker(window, options));
        command.addAll(role);
        try {
            Process process = new ProcessBuilder(command).redirectError(errors).start();
            return new WorkerProcess(role.getFirst(), process, farewell);
        } catch (IOException e) {
            throw new BenchException("The " + role.getFirst() + " could not be started.", e);
        }
    }

    /** The process's number. */
    public long pid() {
        return process.pid();
    }

    /** The processor time that it has used so far, in seconds; 0 if the system does not tell. */
    public double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS_PER_SECOND;
    }

    /** Gives an order. */
    public void tell(Object... words) {
        List<String> texts = new ArrayList<>();
        for (Object word : words) {
            texts.add(word.toString());
        }
        try {
            orders.write(String.join("\t", texts) + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new BenchException("The " + name + " takes no orders any more.", e);
        }
    }

    /** Waits for the next report that begins with {@code word}; answers with its other words. */
    public synchronized List<String> await(String word) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!has(word)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                expectMore(word, left);
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("The bench was interrupted.", e);
        }
        return queue(word).remove();
    }

    private synchronized void expectMore(String word, long millisLeft) {
        if (failure != null) {
            throw new BenchException("The " + name + " failed: " + failure);
        }
        if (millisLeft <= 0) {
            throw new BenchException("The " + name + " did not report '" + word + "' in time.");
        }
    }

    /** Whether {@link #await} would answer at once. */
    public synchronized boolean has(String word) {
        return !queue(word).isEmpty();
    }

    private Deque<List<String>> queue(String word) {
        return reports.computeIfAbsent(word, _ -> new ArrayDeque<>());
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard(List.of(line.split("\t", -1)));
            }
            heard(List.of("failed", "its process has ended."));
        } catch (IOException e) {
            heard(List.of("failed", "its reports broke off."));
        }
    }

    private synchronized void heard(List<String> report) {
        if (report.getFirst().equals("failed") && failure == null) {
            failure = String.join(" ", report.subList(1, report.size()));
        }
        queue(report.getFirst()).add(report.subList(1, report.size()));
        notifyAll();
    }

    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(farewell.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

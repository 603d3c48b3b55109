package io.lamplink.installer.timing;

import io.lamplink.installer.image.Screenless;
import io.lamplink.installer.image.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program whose window is drawn in memory, from its start until it is closed. */
final class OpenWindow implements AutoCloseable {
    private static final long LOOK_AGAIN_NANOS = 500_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final Process process;
    private final Duration start;

    private OpenWindow(Process process, Duration start) {
        this.process = process;
        this.start = start;
    }

    /** Starts {@code command} with its files in {@code home}, and waits until the window's first frame is drawn. */
    static OpenWindow of(List<String> command, Path home) throws IOException {
        Path drawn = home.resolve("drawn");
        Files.deleteIfExists(drawn);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Screenless.home(home));
        builder.environment()
                .put(
                        "JAVA_TOOL_OPTIONS",
                        String.join(" ", Screenless.options(home)) + " -Dlamplink.first-frame=" + drawn);
        long begin = System.nanoTime();
        Process process = builder.start();
        while (!Files.exists(drawn)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new ToolException("No window was drawn by " + String.join(" ", command));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return new OpenWindow(process, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** From the start of the process to the first frame. */
    Duration start() {
        return start;
    }

    /** What it has computed so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow(() -> new ToolException("This system tells no times."));
    }

    /** The bytes of it that are in memory; Linux only. */
    long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

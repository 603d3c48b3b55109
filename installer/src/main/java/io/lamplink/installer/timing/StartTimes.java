package io.lamplink.installer.timing;

import io.lamplink.installer.image.JavaOptions;
import io.lamplink.installer.image.Target;
import io.lamplink.installer.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long a window takes to be drawn, on the platform without a screen, and what it takes once nothing happens. Starts
 * as packaged and from the jars take turns, so that both meet the same machine; the first of each does not count.
 */
public final class StartTimes {
    /** JavaFX's timer ticks 62 times a second, and takes twice as long until Java has compiled it well, which is after a minute. */
    private static final Duration SETTLE = Duration.ofSeconds(90);

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Path image;
    private final Path jars;
    private final Path work;
    private final Target target;

    /**
     * Measures the programs in {@code image}.
     *
     * @param jars the same programs as modules
     * @param work a folder for what the programs keep meanwhile
     */
    public StartTimes(Path image, Path jars, Path work, Target target) {
        this.image = image;
        this.jars = jars;
        this.work = work;
        this.target = target;
    }

    /** Starts {@code product} so many times in each way; answers with the lines of a table. */
    public List<String> measure(Product product, int starts) throws IOException {
        Path home = Files.createTempDirectory(work, "home");
        List<String> packaged =
                List.of(target.launcherFolder(image).resolve(product.command()).toString());
        List<String> plain = plain(product);
        List<Duration> fast = new ArrayList<>();
        List<Duration> slow = new ArrayList<>();
        for (int start = 0; start <= starts; start++) {
            Duration first = once(packaged, home);
            Duration second = once(plain, home);
            if (start > 0) {
                fast.add(first);
                slow.add(second);
            }
        }
        return idle(product, packaged, home, fast, slow).lines();
    }

    private static Duration once(List<String> command, Path home) throws IOException {
        try (OpenWindow window = OpenWindow.of(command, home)) {
            return window.start();
        }
    }

    private static Figures idle(
            Product product, List<String> command, Path home, List<Duration> fast, List<Duration> slow)
            throws IOException {
        try (OpenWindow window = OpenWindow.of(command, home)) {
            pass(SETTLE);
            Duration before = window.processorTime();
            pass(IDLE);
            double share = (double) window.processorTime().minus(before).toNanos() / IDLE.toNanos();
            return new Figures(product.command(), fast, slow, window.residentBytes(), share);
        }
    }

    private List<String> plain(Product product) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(JavaOptions.EVERYWHERE);
        command.addAll(List.of("-p", jars.toString(), "-m", product.moduleAndClass()));
        return command;
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}

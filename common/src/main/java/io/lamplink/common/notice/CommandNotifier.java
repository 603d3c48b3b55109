package io.lamplink.common.notice;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows notifications by a command of the system, started without a shell. The first of several that works is used. */
final class CommandNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(CommandNotifier.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Function<Notice, List<String>>> commands;
    private final Duration patience;
    private final OneAtATime thread = new OneAtATime("lamplink-notices");
    private final AtomicBoolean complained = new AtomicBoolean();

    /** Tries {@code commands}, which say a notice as program and arguments, in their order. */
    CommandNotifier(List<Function<Notice, List<String>>> commands) {
        this(commands, PATIENCE);
    }

    /** The same with commands that are ended when they have not ended in time. */
    CommandNotifier(List<Function<Notice, List<String>>> commands, Duration patience) {
        this.commands = List.copyOf(commands);
        this.patience = patience;
    }

    @Override
    public void show(Notice notice) {
        thread.run(() -> {
            boolean shown = commands.stream().anyMatch(command -> works(command.apply(notice)));
            if (!shown && complained.compareAndSet(false, true)) {
                LOG.info("This desktop shows no notifications.");
            }
        });
    }

    private boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
        } catch (IOException e) {
            LOG.debug("{} can't be run.", command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}

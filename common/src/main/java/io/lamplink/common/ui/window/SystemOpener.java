package io.lamplink.common.ui.window;

import io.lamplink.common.ui.theme.Phrase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the system's own opener, on a thread of its own: a disk may be slow. Arguments are passed one by one, never through a
 * shell.
 */
public final class SystemOpener implements Opener {

    private static final Logger LOG = LoggerFactory.getLogger(SystemOpener.class);

    /** By xdg-open's manual: something that it needs is not there. */
    private static final int NO_PROGRAM = 3;

    private enum Family {
        WINDOWS,
        MAC,
        OTHER
    }

    private final Family family;
    private final Executor worker;
    private final Launcher launcher;
    private volatile Consumer<Phrase> onProblem = _ -> {};

    /** Starts programs. */
    @FunctionalInterface
    interface Launcher {
        /** Starts {@code command}; answers with its exit status, once it has one. */
        CompletionStage<Integer> start(List<String> command) throws IOException;
    }

    /** That of the system that this runs on. */
    public SystemOpener() {
        this(
                System.getProperty("os.name"),
                work -> Thread.ofPlatform().daemon().name("opener").start(work),
                SystemOpener::launch);
    }

    /** The same for another system, with a worker and programs that a test has. */
    SystemOpener(String system, Executor worker, Launcher launcher) {
        family = ofName(system.toLowerCase(Locale.ROOT));
        this.worker = worker;
        this.launcher = launcher;
    }

    @Override
    public void setOnProblem(Consumer<Phrase> teller) {
        onProblem = teller;
    }

    @Override
    public void browse(URI address) {
        worker.execute(() -> start(opening(address.toASCIIString()), address.toString()));
    }

    @Override
    public void open(Path file) {
        hand(file, file.toString(), opening(file.toAbsolutePath().toString()));
    }

    @Override
    public void showInFolder(Path file) {
        Path whole = file.toAbsolutePath();
        String folder = String.valueOf(whole.getParent());
        hand(
                file,
                folder,
                switch (family) {
                    case WINDOWS -> List.of("explorer.exe", "/select,", whole.toString());
                    case MAC -> List.of("open", "-R", whole.toString());
                    case OTHER -> List.of("xdg-open", folder);
                });
    }

    private List<String> opening(String what) {
        return switch (family) {
            case WINDOWS -> List.of("rundll32.exe", "url.dll,FileProtocolHandler", what);
            case MAC -> List.of("open", what);
            case OTHER -> List.of("xdg-open", what);
        };
    }

    /** Has {@code what} opened, unless {@code file} is not there any more. */
    private void hand(Path file, String what, List<String> command) {
        worker.execute(() -> {
            if (Files.notExists(file)) {
                onProblem.accept(Phrase.of("open.problem.missing", file.toString()));
            } else {
                start(command, what);
            }
        });
    }

    private void start(List<String> command, String what) {
        try {
            var _ = launcher.start(command).thenAccept(status -> ended(status, command, what));
        } catch (IOException e) {
            LOG.warn("{} can't be started.", command.getFirst(), e);
            onProblem.accept(Phrase.of("open.problem.no-opener", what, command.getFirst()));
        }
    }

    private void ended(int status, List<String> command, String what) {
        if (isRefusal(status)) {
            LOG.info("{} ended with {}.", command.getFirst(), status);
            onProblem.accept(Phrase.of("open.problem.no-program", what));
        }
    }

    /** What Windows' openers end with says nothing, and xdg-open may end with its program, however that ended. */
    private boolean isRefusal(int status) {
        return switch (family) {
            case WINDOWS -> false;
            case MAC -> status != 0;
            case OTHER -> status == NO_PROGRAM;
        };
    }

    private static CompletionStage<Integer> launch(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .thenApply(Process::exitValue);
    }

    private static Family ofName(String name) {
        if (name.contains("mac")) {
            return Family.MAC;
        }
        return name.contains("win") ? Family.WINDOWS : Family.OTHER;
    }
}

package io.lamplink.common.scripted;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.Survey;
import io.lamplink.common.power.AwakeWhileMoving;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A whole run without a window, from the first line on standard output to the exit status. */
public final class ScriptedProgram {
    private ScriptedProgram() {}

    /**
     * Runs {@code script} on {@code engine} and closes it; blocks until the script or a signal ends the run.
     *
     * @param start what to ask of the engine first, such as to listen
     * @param end what is to be done when the engine has ended and has told everything
     * @return the exit status: 0 only if all that was asked for happened
     */
    public static int run(Engine engine, Script script, Consumer<ScriptedRun> start, Runnable end) {
        EventLines lines = new EventLines(new FileOutputStream(FileDescriptor.out));
        ScriptedRun run = new ScriptedRun(engine, script, lines);
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        Thread onSignal = new Thread(() -> endBySignal(run, closed), "lamplink-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        AwakeWhileMoving.begin(engine);
        if (filesAreThere(run, script)) {
            start.accept(run);
        } else {
            run.ended().complete(1);
        }
        int status = end(run, engine, end, closed);
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            return status; // The signal's thread ends the program with this status.
        }
        return status;
    }

    /** A signal's thread waits for {@code closed}, so it is told however the end goes: else no signal would end the program. */
    static int end(ScriptedRun run, Engine engine, Runnable end, CompletableFuture<Integer> closed) {
        int status = run.ended().join();
        try {
            engine.close();
            end.run();
        } finally {
            closed.complete(status);
        }
        return status;
    }

    private static boolean filesAreThere(ScriptedRun run, Script script) {
        boolean all = true;
        for (Path file : script.send()) {
            boolean sendable = Files.isRegularFile(file) || Files.isDirectory(file);
            if (!sendable || !Files.isReadable(file)) {
                run.error(file + " cannot be sent: there is no such file or folder, or it cannot be read.");
                all = false;
            } else if (Files.isDirectory(file)) {
                int unreadable = Survey.of(file, () -> false, _ -> {}).unreadable();
                if (unreadable > 0) {
                    run.isPartial(Sentences.unreadable(unreadable, file.toString()));
                }
            }
        }
        return all;
    }

    /** Without this, Java ends by SIGTERM with status 143 and an open spool. */
    private static void endBySignal(ScriptedRun run, CompletableFuture<Integer> closed) {
        run.ended().complete(run.statusNow());
        Runtime.getRuntime().halt(closed.join());
    }
}

package io.lamplink.common.scripted;

import io.lamplink.common.engine.LibraryLogs;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The command line of a program, from what was typed to the exit status. */
public final class ProgramCommand {
    private ProgramCommand() {}

    /**
     * Runs {@code program} with what stands on its command line; returns when it has ended.
     *
     * @param name what it is called, unless a package calls it otherwise
     * @return the exit status
     */
    public static int run(Callable<Integer> program, String name, String... args) throws Exception {
        LibraryLogs.hush();
        return args.length == 0 ? program.call() : read(program, name, args);
    }

    /** Only where there is something to read: picocli's classes alone take longer to load than a tenth of a window's start. */
    private static int read(Callable<Integer> program, String name, String... args) {
        return new CommandLine(program)
                .setCommandName(System.getProperty("lamplink.command", name))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }
}

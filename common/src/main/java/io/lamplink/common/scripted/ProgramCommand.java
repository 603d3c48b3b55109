package io.lamplink.common.scripted;

import io.lamplink.common.engine.LibraryLogs;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
        return line(program, name).execute(args);
    }

    static CommandLine line(Callable<Integer> program, String name) {
        return new CommandLine(program)
                .setCommandName(System.getProperty("lamplink.command", name))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(ProgramCommand::refuse);
    }

    /** What was wrong with it comes last and alone: all options below would scroll it away. */
    private static int refuse(ParameterException wrong, String[] args) {
        CommandLine line = wrong.getCommandLine();
        PrintWriter out = line.getErr();
        out.println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, out);
        out.println("All options: " + line.getCommandName() + " --help");
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }
}

package io.lamplink.installer.image;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Runs the JDK's tools inside this process and the system's in their own. What they say is told only when they fail. */
public final class Tool {
    private Tool() {}

    /** Runs a tool of the JDK that runs this program. */
    static void ofJdk(String name, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new ToolException("This Java has no " + name + "; use a complete JDK."));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        if (tool.run(out, out, arguments.toArray(String[]::new)) != 0) {
            throw failure(name, said.toString());
        }
    }

    /** Runs a program of the system, with {@code environment} added to this process's. */
    public static void ofSystem(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw failure(command.getFirst(), said);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new ToolException("Interrupted while " + command.getFirst() + " ran.");
        }
    }

    private static ToolException failure(String name, String said) {
        return new ToolException(name + " failed:\n" + said.strip());
    }
}

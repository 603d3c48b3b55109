package io.lamplink.common.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

final class ProgramCommandTest {
    private final StringWriter said = new StringWriter();

    @Command
    private static final class Program implements Callable<Integer> {
        @Option(names = "--port")
        private int port;

        @Override
        public Integer call() {
            return port;
        }
    }

    private int run(String... args) {
        CommandLine line = ProgramCommand.line(new Program(), "lamplink server");
        line.setErr(new PrintWriter(said, true));
        return line.execute(args);
    }

    @Test
    void aPersonWhoMistypesIsToldWhatAndNotAllThereIs() {
        assertEquals(2, run("--portt"));
        assertEquals("""
                Unknown option: '--portt'
                Possible solutions: --port
                All options: lamplink server --help
                """, said.toString().replace("\r\n", "\n"));
    }

    @Test
    void theStatusIsThatOfTheProgram() {
        assertEquals(7, run("--port", "7"));
        assertEquals("", said.toString());
    }
}

package io.lamplink.common.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are scripts")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class InhibitingCommandTest {

    @TempDir
    Path temp;

    /** A command that writes a line as it begins, and one when its input ends. Both ends of each pipe wait for the other. */
    private InhibitingCommand noting() throws Exception {
        Path pipe = pipe();
        return new InhibitingCommand(
                List.of("sh", "-c", "echo held > '" + pipe + "'; cat; echo let go > '" + pipe + "'"));
    }

    private Path pipe() throws Exception {
        Path pipe = temp.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }

    private String heard() throws Exception {
        return Files.readString(temp.resolve("pipe"));
    }

    @Test
    void itHoldsUntilItIsReleasedAndCanDoSoAgain() throws Exception {
        InhibitingCommand command = noting();
        for (int time = 1; time <= 2; time++) {
            command.inhibit();
            assertEquals("held\n", heard());
            command.inhibit(); // would wait at the pipe and be heard instead of the first
            command.release();
            assertEquals("let go\n", heard());
        }
    }

    @Test
    void oneThatIsMissingIsNotTriedAgain() throws Exception {
        Path tries = temp.resolve("tries");
        Path program = temp.resolve("program");
        InhibitingCommand command = new InhibitingCommand(List.of(program.toString()));
        command.inhibit();
        Files.writeString(program, "#!/bin/sh\necho tried >> '" + tries + "'\n");
        assertTrue(program.toFile().setExecutable(true));
        command.inhibit();
        command.ended().join();
        command.release();
        assertFalse(Files.exists(tries));
    }

    @Test
    void oneThatEndsByItselfIsNotTriedAgain() throws Exception {
        Path tries = temp.resolve("tries");
        InhibitingCommand command = new InhibitingCommand(List.of("sh", "-c", "echo tried >> '" + tries + "'; exit 1"));
        for (int time = 0; time < 5; time++) {
            command.inhibit();
            command.ended().join();
        }
        assertEquals(List.of("tried"), Files.readAllLines(tries));
    }

    @Test
    void everySystemHasACommandThatEndsWithItsInput() {
        assertEquals("systemd-inhibit", InhibitingCommand.on("Linux").getFirst());
        assertEquals("cat", InhibitingCommand.on("Linux").getLast());
        assertEquals(List.of("caffeinate", "-i", "cat"), InhibitingCommand.on("Mac OS X"));
        String script = InhibitingCommand.on("Windows 11").getLast();
        assertFalse(script.contains("\""), script);
        assertEquals("[void][Console]::In.ReadToEnd()", script.substring(script.lastIndexOf("; ") + 2));
    }
}

package io.lamplink.common.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

final class GivenPathTest {

    @Test
    void aNameIsTakenAsItStands() {
        CommandLine line = new CommandLine(new ScriptedOptions());
        line.parseArgs("--send", ".", "--send", " a b", "--receive-to", "in/box");
        ScriptedOptions options = line.getCommand();
        assertEquals(List.of(Path.of("."), Path.of(" a b")), options.send);
        assertEquals(Path.of("in", "box"), options.receiveTo);
    }

    @Test
    void anEmptyNameIsNotTheWorkingFolder() {
        for (String option : new String[] {"--send", "--receive-to"}) {
            for (String name : new String[] {"", " "}) {
                CommandLine line = new CommandLine(new ScriptedOptions());
                ParameterException wrong = assertThrows(ParameterException.class, () -> line.parseArgs(option, name));
                assertTrue(wrong.getMessage().contains("is empty"), wrong.getMessage());
            }
        }
    }

    @Test
    void aNameThatNoFileHasIsRefusedInASentence() {
        ParameterException wrong = assertThrows(
                ParameterException.class, () -> new CommandLine(new ScriptedOptions()).parseArgs("--send", "a\0b"));
        assertTrue(wrong.getMessage().contains("cannot be the name of a file"), wrong.getMessage());
    }
}

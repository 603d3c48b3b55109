package io.lamplink.common.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ByteRateTest {
    private static long limit(String... args) {
        return CommandLine.populateCommand(new ScriptedOptions(), args).limit();
    }

    @Test
    void aRateIsReadAsSizesAre() {
        assertEquals(0, limit());
        assertEquals(2 * 1024 * 1024, limit("--limit", "2M"));
        assertEquals(16 * 1024, limit("--limit=16k"));
        assertEquals(0, limit("--limit=0"));
    }

    @Test
    void whatIsTooSlowOrNoNumberIsRefusedInASentence() {
        Exception slow = assertThrows(ParameterException.class, () -> limit("--limit=5"));
        assertTrue(slow.getMessage().contains("give 16K or more"), slow.getMessage());
        assertThrows(ParameterException.class, () -> limit("--limit=fast"));
    }
}

package io.lamplink.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineTest {
    @TempDir
    Path folder;

    @Test
    void aFieldIsWhatStandsBehindTheColon() {
        List<String> lines = List.of("vendor_id\t: X", "model name\t: Some CPU: 2 GHz", "model name\t: Another");
        assertEquals(Optional.of("Some CPU: 2 GHz"), Machine.field(lines, "model name"));
        assertEquals(Optional.empty(), Machine.field(lines, "cores"));
    }

    @Test
    void everyMachineHasSomethingToTell() throws Exception {
        var facts = Machine.ofThis(folder).facts();
        assertTrue(facts.keySet().containsAll(Set.of("Lamplink", "Processor", "Cores", "System", "Java", "Disk")));
        facts.forEach((name, fact) -> assertFalse(fact.isBlank(), name));
    }
}

package io.lamplink.bench.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class ResidentMemoryTest {
    private static final List<String> STATUS = List.of("Name:\tjava", "VmHWM:\t  176340 kB", "VmRSS:\t   60944 kB");

    @Test
    void kibibytesBecomeBytes() {
        assertEquals(OptionalLong.of(60_944L * 1024), ResidentMemory.read(STATUS, "VmRSS:"));
        assertEquals(OptionalLong.of(176_340L * 1024), ResidentMemory.read(STATUS, "VmHWM:"));
    }

    @Test
    void whatIsNotToldIsUnknown() {
        assertEquals(OptionalLong.empty(), ResidentMemory.read(STATUS, "VmSwap:"));
        assertEquals(OptionalLong.empty(), ResidentMemory.now(-1));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells the memory of another process")
    void aPeakIsNoSmallerThanWhatIsUsed() {
        long self = ProcessHandle.current().pid();
        long now = ResidentMemory.now(self).orElseThrow();
        assertTrue(now > 0);
        assertTrue(ResidentMemory.peak(self).orElseThrow() >= now);
    }
}

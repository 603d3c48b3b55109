package io.lamplink.installer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class TargetTest {

    @Test
    void knowsSystemsByTheirNamesInJava() {
        assertEquals("linux-x64", Target.of("Linux", "amd64").label());
        assertEquals("windows-x64", Target.of("Windows 11", "amd64").label());
        assertEquals("macos-arm64", Target.of("Mac OS X", "aarch64").label());
    }

    @Test
    void knowsWhereSqliteKeepsItsLibrary() {
        assertEquals(
                "org/sqlite/native/Linux/x86_64/", Target.of("Linux", "amd64").sqliteFolder());
        assertEquals(
                "org/sqlite/native/Mac/aarch64/",
                Target.of("Mac OS X", "aarch64").sqliteFolder());
    }

    @Test
    void saysThatAProcessorIsNotKnown() {
        assertThrows(ToolException.class, () -> Target.of("Linux", "riscv64"));
    }
}

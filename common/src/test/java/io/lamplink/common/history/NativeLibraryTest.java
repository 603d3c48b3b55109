package io.lamplink.common.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeLibraryTest {

    @TempDir
    private Path folder;

    @Test
    void isPutThereOnceUnderTheNameOfItsVersion() throws Exception {
        Path file = NativeLibrary.install(folder.resolve("native"));
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, time);
        assertTrue(file.getFileName().toString().startsWith("sqlite-3."), file::toString);
        assertTrue(Files.size(file) > 500_000);

        assertEquals(file, NativeLibrary.install(folder.resolve("native")));

        assertEquals(time, Files.getLastModifiedTime(file));
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void isPutThereAnewIfItIsNotWhole() throws Exception {
        Path file = NativeLibrary.install(folder);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 1_000));
        NativeLibrary.install(folder);
        assertArrayEquals(whole, Files.readAllBytes(file));

        byte[] changed = whole.clone();
        changed[5_000] ^= 1;
        Files.write(file, changed);
        NativeLibrary.install(folder);
        assertArrayEquals(whole, Files.readAllBytes(file));
    }
}

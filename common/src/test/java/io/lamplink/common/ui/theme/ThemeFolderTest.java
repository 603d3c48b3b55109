package io.lamplink.common.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThemeFolderTest {

    @TempDir
    private Path above;

    private final List<List<ThemeSheet>> told = new ArrayList<>();

    @Test
    void sheetsAreToldWhenTheyComeChangeAndGoAndNotOtherwise() throws IOException {
        Path themes = above.resolve("themes");
        ThemeFolder folder = new ThemeFolder(themes, told::add);
        folder.look();
        assertEquals(List.of(), told);
        Path sheet = Files.createDirectory(themes).resolve("mine.css");
        Files.writeString(sheet, "a");
        Files.writeString(themes.resolve("notes.txt"), "no sheet");
        Files.createDirectory(themes.resolve("folder.css"));
        folder.look();
        folder.look();
        assertEquals(List.of(List.of(new ThemeSheet("mine", "a"))), told);
        Files.writeString(sheet, "b");
        Files.setLastModifiedTime(sheet, FileTime.fromMillis(1_000));
        folder.look();
        assertEquals(List.of(new ThemeSheet("mine", "b")), told.getLast());
        Files.delete(sheet);
        folder.look();
        assertEquals(List.of(), told.getLast());
        assertEquals(3, told.size());
    }

    @Test
    void whatIsNoTextOrFarTooLongSaysNothing() throws IOException {
        Files.write(above.resolve("bytes.css"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Files.write(above.resolve("long.css"), new byte[300_000]);
        new ThemeFolder(above, told::add).look();
        assertEquals(List.of(List.of(new ThemeSheet("bytes", ""), new ThemeSheet("long", ""))), told);
    }
}

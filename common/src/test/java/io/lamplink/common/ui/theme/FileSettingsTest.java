package io.lamplink.common.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasPutIsThereAtTheNextStart() {
        Path file = folder.resolve("deep").resolve("server.properties");
        new FileSettings(file).put("theme", "daylight");
        assertEquals(Optional.of("daylight"), new FileSettings(file).get("theme"));
        assertEquals(Optional.empty(), new FileSettings(file).get("language"));
    }

    @Test
    void anUnreadableFileMeansNoSettingsAndIsMended() throws IOException {
        Path file = folder.resolve("server.properties");
        Files.writeString(file, "theme=\\u12");
        FileSettings settings = new FileSettings(file);
        assertEquals(Optional.empty(), settings.get("theme"));
        settings.put("theme", "midnight");
        assertEquals(Optional.of("midnight"), new FileSettings(file).get("theme"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNoHarm() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        FileSettings settings = new FileSettings(blocked.resolve("server.properties"));
        settings.put("theme", "midnight");
        assertEquals(Optional.of("midnight"), settings.get("theme"));
    }

    @Test
    void whatAnEarlierVersionKeptBesideTheFolderIsReadUntilSomethingIsKeptInIt() throws IOException {
        Path now = folder.resolve("lamplink");
        Path earlier = Files.createDirectory(folder.resolve("Lamplink")).resolve("server.properties");
        Files.writeString(earlier, "theme=daylight\nlanguage=zh\n");
        FileSettings settings = FileSettings.in(now, "server");
        assertEquals(Optional.of("daylight"), settings.get("theme"));
        settings.put("theme", "midnight");
        assertEquals("theme=daylight\nlanguage=zh\n", Files.readString(earlier));
        FileSettings next = FileSettings.in(now, "server");
        assertEquals(Optional.of("midnight"), next.get("theme"));
        assertEquals(Optional.of("zh"), next.get("language"));
    }

    @Test
    void whatIsInTheFolderGoesBeforeWhatAnEarlierVersionKept() throws IOException {
        Path now = Files.createDirectory(folder.resolve("lamplink"));
        Files.writeString(now.resolve("client.properties"), "theme=midnight\n");
        Path earlier = Files.createDirectory(folder.resolve("Lamplink")).resolve("client.properties");
        Files.writeString(earlier, "theme=daylight\nlanguage=zh\n");
        FileSettings settings = FileSettings.in(now, "client");
        assertEquals(Optional.of("midnight"), settings.get("theme"));
        assertEquals(Optional.empty(), settings.get("language"));
    }
}

package io.lamplink.common.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lamplink.common.settings.SettingsEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSettingsTest {

    @TempDir
    private Path folder;

    private static void put(Path file, String key, String value) {
        FileSettings settings = new FileSettings(file);
        settings.put(key, value);
        settings.flush();
    }

    @Test
    void whatWasPutIsThereAtTheNextStart() {
        Path file = folder.resolve("deep").resolve("server.json");
        put(file, "theme", "daylight");
        assertEquals(Optional.of("daylight"), new FileSettings(file).get("theme"));
        assertEquals(Optional.empty(), new FileSettings(file).get("language"));
    }

    @Test
    void whatHappenedBeforeSomebodyListensIsToldThen() throws IOException {
        Path file = folder.resolve("server.json");
        Files.writeString(file, "theme=midnight");
        FileSettings settings = new FileSettings(file);
        assertEquals(Optional.empty(), settings.get("theme"));
        List<SettingsEvent> told = new ArrayList<>();
        settings.setOnEvent(told::add);
        settings.setOnEvent(told::add);
        assertEquals(1, told.size());
        assertInstanceOf(SettingsEvent.SetAside.class, told.getFirst());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNoHarm() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        FileSettings settings = new FileSettings(blocked.resolve("server.json"));
        settings.put("theme", "midnight");
        settings.flush();
        assertEquals(Optional.of("midnight"), settings.get("theme"));
    }

    @Test
    void whatAnEarlierVersionKeptBesideTheFolderIsReadUntilSomethingIsKeptInIt() throws IOException {
        Path now = folder.resolve("lamplink");
        Path earlier = Files.createDirectory(folder.resolve("Lamplink")).resolve("server.properties");
        Files.writeString(earlier, "theme=daylight\nlanguage=zh\n");
        FileSettings settings = FileSettings.in(now, "server");
        assertEquals(Optional.of("daylight"), settings.get("theme"));
        assertEquals(Optional.of(now), settings.folder());
        settings.put("theme", "midnight");
        settings.flush();
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

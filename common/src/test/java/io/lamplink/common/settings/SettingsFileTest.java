package io.lamplink.common.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsFileTest {

    @TempDir
    private Path folder;

    private Path file;
    private final List<SettingsEvent> told = new ArrayList<>();

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("server.json");
    }

    private SettingsFile open() {
        List<Path> older = List.of(folder.resolve("server.properties"), folder.resolve("earlier.properties"));
        return new SettingsFile(file, older, InstantSource.fixed(Instant.parse("2026-11-29T12:00:00Z")), told::add);
    }

    private static String text(Path path) throws IOException {
        return Files.readString(path).replace(System.lineSeparator(), "\n");
    }

    @Test
    void settingsAreWrittenAsAPersonWouldWriteThem() throws IOException {
        SettingsFile settings = open();
        settings.put("theme", "daylight");
        settings.put("width", "900");
        settings.put("share", "false");
        settings.put("name", "0012");
        assertEquals("""
                {
                  "theme" : "daylight",
                  "width" : 900,
                  "share" : false,
                  "name" : "0012"
                }
                """, text(file));
        assertEquals(Map.of("theme", "daylight", "width", "900", "share", "false", "name", "0012"), open().values());
    }

    /** A link that leads nowhere has the name that the damaged file would get. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatMakesNoSenseAndCannotBeSetAsideIsNotOverwritten() throws IOException {
        Files.writeString(file, "what a person wrote by hand");
        Files.createSymbolicLink(folder.resolve("server.json.damaged-20261129-120000"), folder.resolve("nowhere"));
        SettingsFile settings = open();
        settings.put("theme", "daylight");
        assertEquals("what a person wrote by hand", text(file));
        assertEquals(List.of(new SettingsEvent.NotKept(file)), told);
    }

    @Test
    void whatIsNotKnownHereStaysAsItWas() throws IOException {
        Files.writeString(file, """
                {
                  "future" : {
                    "shape" : [ 1, 2.50, null, 12345678901234567890123 ]
                  },
                  "theme" : "midnight"
                }
                """);
        SettingsFile settings = open();
        assertEquals(Map.of("theme", "midnight"), settings.values());
        settings.put("theme", "daylight");
        assertEquals("""
                {
                  "future" : {
                    "shape" : [ 1, 2.50, null, 12345678901234567890123 ]
                  },
                  "theme" : "daylight"
                }
                """, text(file));
    }

    @Test
    void whatSomebodyElseWritesMeanwhileStays() {
        SettingsFile one = open();
        SettingsFile other = open();
        other.put("language", "zh");
        one.put("theme", "daylight");
        assertEquals(Map.of("language", "zh", "theme", "daylight"), open().values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[1]", "\"theme\"", "{\"theme\":\"midnight\"} and more", "theme=midnight", "{\"a\":1,}"
            })
    void aFileThatMakesNoSenseIsSetAsideAndSaid(String text) throws IOException {
        Files.writeString(file, text);
        SettingsFile settings = open();
        Path kept = folder.resolve("server.json.damaged-20261129-120000");
        assertEquals(List.of(new SettingsEvent.SetAside(kept)), told);
        assertEquals(text, Files.readString(kept));
        settings.put("theme", "daylight");
        assertEquals(Map.of("theme", "daylight"), open().values());
    }

    @Test
    void aFileOfOtherBytesIsSetAside() throws IOException {
        byte[] latin = "{\"name\":\"Andr\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, latin);
        assertEquals(Map.of(), open().values());
        assertEquals(1, told.size());
    }

    @Test
    void aFileThatBreaksWhileTheProgramRunsIsSetAsideAndNothingIsForgotten() throws IOException {
        SettingsFile settings = open();
        settings.put("theme", "daylight");
        Files.writeString(file, "{\"theme\": daylight}");
        settings.put("language", "zh");
        assertEquals(Map.of("theme", "daylight", "language", "zh"), open().values());
        assertEquals("{\"theme\": daylight}", Files.readString(folder.resolve("server.json.damaged-20261129-120000")));
    }

    @Test
    void aSecondFileThatMakesNoSenseDoesNotReplaceTheFirst() throws IOException {
        Files.writeString(file, "one");
        open();
        Files.writeString(file, "two");
        open();
        assertEquals("one", Files.readString(folder.resolve("server.json.damaged-20261129-120000")));
        assertEquals("two", Files.readString(folder.resolve("server.json.damaged-20261129-120000-1")));
    }

    @Test
    void settingsOfAnEarlierVersionAreCarriedOverOnce() throws IOException {
        Path older = Files.writeString(folder.resolve("server.properties"), "theme=daylight\nwidth=900\n");
        assertEquals(Map.of("theme", "daylight", "width", "900"), open().values());
        Files.writeString(older, "theme=midnight\n");
        assertEquals(Map.of("theme", "daylight", "width", "900"), open().values());
        assertTrue(Files.exists(file));
    }

    @Test
    void theNewerOfTwoEarlierFilesIsCarriedOver() throws IOException {
        Files.writeString(folder.resolve("earlier.properties"), "theme=daylight\n");
        Files.writeString(folder.resolve("server.properties"), "theme=high-contrast\n");
        assertEquals(Map.of("theme", "high-contrast"), open().values());
    }

    @Test
    void onlyTheirOwnerCanReadThem() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        file = folder.resolve("deep").resolve("client.json");
        open().put("theme", "daylight");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void nothingElseIsLeftInTheFolder() throws IOException {
        open().put("theme", "daylight");
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(
                    List.of(file),
                    all.filter(one -> !one.toString().endsWith(".lock")).toList());
        }
    }

    @Test
    void whatTwoProgramsChangeAtOnceIsAllThere() throws Exception {
        int each = 40;
        List<Thread> programs = Stream.of("a", "b", "c")
                .map(name -> Thread.ofPlatform().start(() -> {
                    SettingsFile settings = open();
                    for (int i = 0; i < each; i++) {
                        settings.put(name + i, "true");
                    }
                }))
                .toList();
        for (Thread program : programs) {
            program.join();
        }
        assertEquals(3 * each, open().values().size());
        assertEquals(List.of(), told);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidOnceAndWhatWasChosenIsWrittenLater() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        file = blocked.resolve("server.json");
        SettingsFile settings = open();
        settings.put("theme", "daylight");
        settings.put("language", "zh");
        assertEquals(List.of(new SettingsEvent.NotKept(file)), told);
        Files.delete(blocked);
        settings.put("width", "900");
        assertEquals(Map.of("theme", "daylight", "language", "zh", "width", "900"), open().values());
    }

    @Test
    void aFileElsewhereToWhichTheNameLeadsIsTheOneThatIsWritten() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path real = Files.writeString(folder.resolve("dotfile"), "{}");
        Files.createSymbolicLink(file, real);
        open().put("theme", "daylight");
        assertTrue(Files.isSymbolicLink(file));
        assertTrue(Files.readString(real).contains("daylight"));
    }
}

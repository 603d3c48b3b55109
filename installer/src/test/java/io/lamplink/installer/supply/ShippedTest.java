package io.lamplink.installer.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What really ships: Maven has listed it while building. */
final class ShippedTest {
    private static final Path LIST = Path.of("target/shipped.txt");

    @TempDir
    private Path folder;

    @Test
    void isWhatIsLocked() throws IOException {
        List<String> differences = Lock.read(Path.of("shipped.lock")).differences(Shipped.read(LIST));
        assertTrue(
                differences.isEmpty(),
                () -> String.join("\n", differences) + "\nIf this is meant, run .ci/lock, look at what it changes in"
                        + " installer/shipped.lock, and commit that too.");
    }

    @Test
    void hasItsLicencesInFull() throws IOException {
        Map<Artifact, Path> jars = new HashMap<>();
        Shipped.read(LIST).forEach(one -> jars.put(one.artifact(), one.file()));
        Path legal = Files.createDirectories(folder.resolve("legal/java.base"));
        Files.writeString(legal.resolve("LICENSE"), "GNU General Public License, version 2");
        Files.writeString(legal.resolve("ASSEMBLY_EXCEPTION"), "an exception");
        String text = ThirdParty.of(jars, folder, "Temurin 25");
        jars.keySet().stream()
                .filter(artifact -> !artifact.isOwn())
                .forEach(artifact -> assertTrue(
                        text.contains(artifact.group() + ":" + artifact.name() + " " + artifact.version()),
                        artifact::id));
        assertTrue(text.contains("Java runtime, Temurin 25\n"));
        assertTrue(text.contains("Creative Commons Attribution 4.0 International Public License"));
        assertTrue(text.contains("UNICODE LICENSE V3"));
        assertTrue(text.contains("based in part on the work of the Independent JPEG Group"));
        assertEquals(2, text.split("GNU General Public License, version 2", -1).length, "one text, printed once");
    }

    @Test
    void isReadFromMavensList() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), """

                The following files have been resolved:
                   org.openjfx:javafx-base:jar:linux:26.0.2:compile:/m2/javafx-base-26.0.2-linux.jar -- module javafx.base
                   org.slf4j:slf4j-jdk14:jar:2.0.20:runtime:C:\\m2\\slf4j-jdk14-2.0.20.jar
                """);
        assertEquals(
                List.of(
                        new Shipped(
                                new Artifact("org.openjfx", "javafx-base", "26.0.2", "linux"),
                                Path.of("/m2/javafx-base-26.0.2-linux.jar")),
                        new Shipped(
                                new Artifact("org.slf4j", "slf4j-jdk14", "2.0.20", ""),
                                Path.of("C:\\m2\\slf4j-jdk14-2.0.20.jar"))),
                Shipped.read(list));
    }
}

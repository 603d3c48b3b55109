package io.lamplink.common.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The licences that a person can read in the program. */
final class LicencesTest {
    @TempDir
    private Path temp;

    @Test
    void ourOwnIsThatOfTheProject() throws IOException {
        assertEquals(Files.readString(Path.of("../LICENSE")).strip(), Licences.own());
    }

    @Test
    void everyLibraryThatShipsIsNamed() throws IOException {
        Set<String> listed = groups(Licences.others(List.of()), "\\(([a-z.-]+)\\)");
        String pom = Files.readString(Path.of("pom.xml"));
        pom = pom.substring(0, pom.indexOf("<build>"));
        Set<String> used = new TreeSet<>();
        Matcher dependency =
                Pattern.compile("(?s)<dependency>(.*?)</dependency>").matcher(pom);
        while (dependency.find()) {
            if (!dependency.group(1).contains("<scope>test</scope>")) {
                used.addAll(groups(dependency.group(1), "<groupId>([a-z.-]+)</groupId>"));
            }
        }
        used.add("org.jspecify");
        assertEquals(used, listed);
    }

    private static Set<String> groups(String text, String pattern) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    @Test
    void whatPackagingHasGatheredTakesItsPlace() throws IOException {
        Path gathered = Files.writeString(temp.resolve(Licences.GATHERED), "JavaFX 26.0.2, GPL…\n");
        assertEquals("JavaFX 26.0.2, GPL…", Licences.others(List.of(temp.resolve("none"), gathered)));
        assertTrue(Licences.others(List.of(temp.resolve("none"), temp)).contains("JavaFX (org.openjfx)"));
    }
}

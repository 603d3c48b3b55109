package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/seed-defects.md to the tests: what it names must exist and speak of the defect. */
class SeedDefectsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+Test)`");

    @Test
    void everyDefectHasARow() throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        Map.of("B", 3, "H", 11, "T", 13, "U", 8)
                .forEach((letter, last) ->
                        IntStream.rangeClosed(1, last).forEach(number -> expected.add(letter + number)));

        assertEquals(expected, new TreeSet<>(rows().keySet()));
    }

    @Test
    void everyRowNamesTestsThatSpeakOfItOrSaysWhyItCannotOccur() throws IOException {
        Map<String, String> sources = testSources();
        rows().forEach((defect, row) -> {
            List<String> tests = TEST_NAME
                    .matcher(row)
                    .results()
                    .map(MatchResult::group)
                    .map(name -> name.replace("`", ""))
                    .toList();
            assertTrue(!tests.isEmpty() || row.contains("cannot occur:"), defect + " has neither a test nor a reason.");
            for (String test : tests) {
                assertTrue(sources.containsKey(test), defect + ": there is no " + test + ".");
                assertTrue(
                        Pattern.compile("(?i)(?<![a-z0-9])" + defect + "(?![0-9])")
                                .matcher(sources.get(test))
                                .find(),
                        test + " does not mention " + defect + ".");
            }
        });
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/seed-defects.md"))) {
            if (line.matches("\\| [BHTU]\\d+ \\|.*")) {
                rows.put(line.split("\\|", -1)[1].strip(), line);
            }
        }
        return rows;
    }

    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("common", "client-app", "server-app", "tour")) {
            Path folder = ROOT.resolve(module).resolve("src/test/java");
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                        .toList()) {
                    sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
        return sources;
    }
}

package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the windows say is defined in every language, and what is defined is said. */
final class TextKeysTest {

    private static final List<Path> SOURCES = List.of(
            Path.of("..", "common", "src", "main"),
            Path.of("..", "server-app", "src", "main"),
            Path.of("..", "client-app", "src", "main"));
    private static final Path TEXTS = Path.of("../common/src/main/resources/io/lamplink/common/i18n");
    private static final Pattern KEY = Pattern.compile("[\"']([a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*){1,3})[\"']");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void usedKeysAreDefinedKeys(String language) throws IOException {
        Set<String> defined = defined(language);
        Set<String> areas = defined.stream().map(TextKeysTest::area).collect(Collectors.toSet());
        Set<String> used =
                used().stream().filter(key -> areas.contains(area(key))).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), without(defined, used), "defined, but not used");
        assertEquals(Set.of(), without(used, defined), "used, but not defined");
    }

    @Test
    void noFxmlSaysAnythingByItself() throws IOException {
        for (Path file : files(".fxml")) {
            String fxml = Files.readString(file);
            List<String> said = Pattern.compile("(?:text|promptText|accessibleText)=\"([^\"]*)\"")
                    .matcher(fxml)
                    .results()
                    .map(match -> match.group(1))
                    .filter(text -> !text.startsWith("${words['"))
                    .toList();
            assertEquals(List.of(), said, file::toString);
            assertTrue(fxml.contains("${words['"), file::toString);
        }
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        Set<String> rest = new TreeSet<>(keys);
        rest.removeAll(others);
        return rest;
    }

    private static String area(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> defined(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve("texts_" + language + ".properties"))) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static Set<String> used() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file :
                Stream.concat(files(".java").stream(), files(".fxml").stream()).toList()) {
            KEY.matcher(Files.readString(file)).results().forEach(match -> keys.add(match.group(1)));
        }
        return keys;
    }

    private static List<Path> files(String ending) throws IOException {
        Stream.Builder<Path> all = Stream.builder();
        for (Path source : SOURCES) {
            try (Stream<Path> files = Files.walk(source)) {
                files.filter(file -> file.toString().endsWith(ending)).forEach(all);
            }
        }
        return all.build().toList();
    }
}

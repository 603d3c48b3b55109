package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.ProtocolLimits;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name is there: classes, packages, commands, files, limits. */
final class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("\\./lamplink ([a-z]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern LIMIT = Pattern.compile("\\| `(MAX_[A-Z_]+)` \\| ([0-9,]+)");

    private static final Pattern ROOM = Pattern.compile("(?m)^\\| `([a-z.`, ]+)` \\|");

    /** A class by itself, with the end of its package before it, or with a method or a record of its behind it. */
    private static final Pattern CLASS =
            Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]+[A-Za-z]*)(?:\\.([A-Za-z]+)(?:\\(\\))?)?`");

    static List<Path> documents() throws IOException {
        Stream.Builder<Path> all = Stream.builder();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/decisions"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(all);
            }
        }
        return all.build().toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void itsLinksLeadToFiles(Path document) throws IOException {
        Set<String> astray = matches(LINK, document)
                .map(match -> match.group(1))
                .filter(target -> Files.notExists(document.resolveSibling(target)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), astray);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void itsCommandsAreCommands(Path document) throws IOException {
        Set<String> named =
                matches(COMMAND, document).map(match -> match.group(1)).collect(Collectors.toSet());
        named.removeAll(commands());
        assertEquals(Set.of(), named);
    }

    @Test
    void theArchitectureNamesClassesAndMethodsThatThereAre() throws IOException {
        Map<String, Path> sources = sources();
        for (MatchResult named :
                matches(CLASS, ROOT.resolve("docs/architecture.md")).toList()) {
            Path source = sources.get(named.group(1) + ".java");
            assertNotNull(source, named.group());
            String member = named.group(2);
            assertTrue(
                    member == null
                            || Pattern.compile("\\b" + member + "\\b")
                                    .matcher(Files.readString(source))
                                    .find(),
                    named.group());
        }
    }

    @Test
    void theArchitectureListsEveryRoomOfCommon() throws IOException {
        Path rooms = ROOT.resolve("common/src/main/java/io/lamplink/common");
        Set<String> listed = matches(ROOM, ROOT.resolve("docs/architecture.md"))
                .flatMap(row -> Stream.of(row.group(1).split("`, `")))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(rooms)) {
            Set<String> unlisted = files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> rooms.relativize(file.getParent()).toString().replace(File.separatorChar, '.'))
                    .filter(room -> !listed.contains(room))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(Set.of(), unlisted);
        }
    }

    @Test
    void theProtocolGivesTheLimitsOfTheCode() throws ReflectiveOperationException, IOException {
        Set<String> told = new TreeSet<>();
        for (MatchResult limit :
                matches(LIMIT, ROOT.resolve("docs/protocol.md")).toList()) {
            told.add(limit.group(1));
            assertEquals(
                    ProtocolLimits.class.getField(limit.group(1)).getInt(null),
                    Integer.parseInt(limit.group(2).replace(",", "")),
                    limit.group(1));
        }
        assertEquals(
                Stream.of(ProtocolLimits.class.getFields())
                        .map(field -> field.getName())
                        .filter(name -> name.startsWith("MAX_"))
                        .collect(Collectors.toCollection(TreeSet::new)),
                told);
    }

    /** What {@code ./lamplink help} lists. */
    private static Set<String> commands() throws IOException {
        Pattern listed = Pattern.compile("(?m)^  ([a-z]+) (?:\\[.+?\\])? +[a-z]");
        return matches(listed, ROOT.resolve("lamplink"))
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, Path> sources() throws IOException {
        Map<String, Path> sources = new HashMap<>();
        for (String module : List.of("common", "server-app", "client-app", "tour")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> sources.put(file.getFileName().toString(), file));
            }
        }
        return sources;
    }

    private static Stream<MatchResult> matches(Pattern pattern, Path document) throws IOException {
        return pattern.matcher(Files.readString(document)).results();
    }
}

package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.client.app.ClientMain;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.server.app.ServerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** Both READMEs name what there is, and the same. */
final class ReadmesTest {
    private static final Path SCRIPTED = Path.of("../common/src/main/java/io/lamplink/common/scripted");
    private static final Pattern EVENT_MADE = Pattern.compile("(?:lines\\.event|line)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    /** In a block or between backticks; the pictures of both pages name no commands. */
    private static final Pattern COMMAND = Pattern.compile("\\./lamplink(?![\\w-])[^`\n#]*");

    enum Readme {
        ENGLISH("README.md", "The events are `"),
        CHINESE("README.zh-CN.md", "事件有 `");

        private final String file;
        private final String events;

        Readme(String file, String events) {
            this.file = file;
            this.events = events;
        }

        String text() throws IOException {
            return Files.readString(Path.of("..", file));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEventsAreThoseThatRunsWrite(Readme readme) throws IOException {
        String text = readme.text();
        String paragraph = text.substring(text.indexOf(readme.events)).split("\n\n", 2)[0];
        Set<String> named = found(CODE, 1, paragraph).stream()
                .filter(code -> code.matches("[a-z-]+") && !code.startsWith("--"))
                .collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(FailureReason.values()).map(FailureReason::token).forEach(named::remove);
        assertEquals(eventsOfRuns(), named);
    }

    @ParameterizedTest
    @EnumSource
    void theOptionsAreThoseThatProgramsHave(Readme readme) throws IOException {
        Set<String> ofServer = options(ServerMain.class);
        Set<String> ofClient = options(ClientMain.class);
        String python = Files.readString(Path.of("../docs/examples/lamplink_client.py"));
        for (String command : commands(readme)) {
            Set<String> known = command.startsWith("./lamplink server")
                    ? ofServer
                    : command.startsWith("./lamplink client") ? ofClient : options(TourMain.class);
            assertEquals(Set.of(), without(found(OPTION, 0, command), known), command);
        }
        for (String option : found(OPTION, 0, COMMAND.matcher(readme.text()).replaceAll(""))) {
            assertTrue(
                    ofServer.contains(option) || ofClient.contains(option) || python.contains("\"" + option + "\""),
                    option);
        }
    }

    @Test
    void bothNameTheSameCommandsAndOptions() throws IOException {
        assertEquals(commands(Readme.ENGLISH), commands(Readme.CHINESE));
        assertEquals(
                found(OPTION, 0, Readme.ENGLISH.text()), found(OPTION, 0, Readme.CHINESE.text()), "options anywhere");
    }

    private static Set<String> commands(Readme readme) throws IOException {
        return found(COMMAND, 0, readme.text()).stream()
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> eventsOfRuns() throws IOException {
        Set<String> events = new TreeSet<>();
        try (Stream<Path> files = Files.list(SCRIPTED)) {
            for (Path file : files.toList()) {
                events.addAll(found(EVENT_MADE, 1, Files.readString(file)));
            }
        }
        assertTrue(events.containsAll(List.of("listening", "server", "error", "transfer-started")), events::toString);
        return events;
    }

    private static Set<String> options(Class<?> main) {
        return new CommandLine(main).getCommandSpec().optionsMap().keySet();
    }

    private static Set<String> found(Pattern pattern, int group, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }
}

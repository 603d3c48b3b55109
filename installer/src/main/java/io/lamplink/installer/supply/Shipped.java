package io.lamplink.installer.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A jar that ships, and where Maven has it.
 *
 * @param file the jar; of this build's own modules perhaps the folder of their classes
 */
public record Shipped(Artifact artifact, Path file) {
    private static final Pattern LINE = Pattern.compile(
            "\\s*([^:\\s]+):([^:]+):jar(?::([^:]+))?:([^:]+):(?:compile|runtime):(.+?)(?: -- module .*)?");

    /** Reads the list that Maven's dependency plug-in has written to {@code list}. */
    public static List<Shipped> read(Path list) throws IOException {
        try (Stream<String> lines = Files.lines(list)) {
            return lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(Shipped::of)
                    .toList();
        }
    }

    private static Shipped of(MatchResult line) {
        String classifier = Objects.requireNonNullElse(line.group(3), "");
        return new Shipped(
                new Artifact(line.group(1), line.group(2), line.group(4), classifier), Path.of(line.group(5)));
    }
}

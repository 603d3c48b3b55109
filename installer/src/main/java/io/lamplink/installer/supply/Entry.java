package io.lamplink.installer.supply;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of the licence of something that ships.
 *
 * @param what the jars that it is about, {@code group:name} or {@code group:*}; {@code data:…} if it is no jar
 * @param name as people call it
 * @param licence an SPDX expression
 * @param texts where the licence is to be read, beside the texts that lie in the jars themselves
 */
record Entry(String what, String name, String licence, List<String> texts) {
    private static final String ALL_OF_A_GROUP = ":*";

    /** Those that are kept with this program. */
    static List<Entry> all() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Entry.class.getResourceAsStream("entries.tsv")), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Entry::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry of(String line) {
        String[] fields = line.split("\t", -1);
        List<String> texts = fields[3].isEmpty() ? List.of() : List.of(fields[3].split(",", -1));
        return new Entry(fields[0], fields[1], fields[2], texts);
    }

    /** The one of {@code entries} that says most precisely that it is about {@code artifact}. */
    static Optional<Entry> about(Artifact artifact, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.what.equals(artifact.group() + ":" + artifact.name()))
                .findFirst()
                .or(() -> entries.stream()
                        .filter(entry -> entry.what.equals(artifact.group() + ALL_OF_A_GROUP))
                        .findFirst());
    }

    /** Whether it is about something that comes in no jar of its own. */
    boolean isData() {
        return what.startsWith("data:");
    }

    /** Whether it is about the Java that ships. */
    boolean isJava() {
        return what.equals("data:java");
    }
}

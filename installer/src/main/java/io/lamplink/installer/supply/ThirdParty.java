package io.lamplink.installer.supply;

import io.lamplink.installer.image.ToolException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whose work ships with the programs, and under which licences: a text for people, with every licence in full, once. */
public final class ThirdParty {
    private static final String RULE = "\n" + "=".repeat(40) + "\n";

    private final Texts texts;
    private final String java;
    private final Map<Entry, Set<String>> parts = new LinkedHashMap<>();
    private final Map<Entry, Set<String>> licences = new LinkedHashMap<>();

    private ThirdParty(Texts texts, String java) {
        this.texts = texts;
        this.java = java;
    }

    /**
     * The text.
     *
     * @param jars all that ship, and where they are
     * @param home the folder of the Java that ships
     * @param java its maker and version
     * @throws ToolException if nothing is known of a jar's licence, or if something is known of one that does not ship
     */
    public static String of(Map<Artifact, Path> jars, Path home, String java) throws IOException {
        Path common = jars.entrySet().stream()
                .filter(jar -> jar.getKey().isOwn() && jar.getKey().name().equals("lamplink-common"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new ToolException("The module common does not ship."));
        ThirdParty made = new ThirdParty(new Texts(common, home), java);
        made.gather(jars, Entry.all());
        return made.text();
    }

    private void gather(Map<Artifact, Path> jars, List<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            parts.put(entry, new TreeSet<>());
            licences.put(entry, new LinkedHashSet<>());
        }
        for (Map.Entry<Artifact, Path> jar : jars.entrySet()) {
            Artifact artifact = jar.getKey();
            if (!artifact.isOwn()) {
                Entry entry = Entry.about(artifact, entries)
                        .orElseThrow(
                                () -> new ToolException(
                                        artifact.id()
                                                + " ships, but entries.tsv in installer's resources does not say under which licence."));
                parts.computeIfAbsent(entry, _ -> new TreeSet<>())
                        .add(artifact.group() + ":" + artifact.name() + " " + artifact.version());
                add(entry, texts.inside(jar.getValue()));
            }
        }
        for (Entry entry : entries) {
            addKept(entry);
            check(entry);
        }
    }

    private void addKept(Entry entry) throws IOException {
        for (String place : entry.texts()) {
            add(entry, List.of(texts.at(place)));
        }
    }

    private void add(Entry entry, List<String> found) {
        found.forEach(text -> licences.computeIfAbsent(entry, _ -> new LinkedHashSet<>())
                .add(text.replace("\r", "").stripTrailing()));
    }

    private void check(Entry entry) {
        if (!entry.isData() && parts.getOrDefault(entry, Set.of()).isEmpty()) {
            throw new ToolException(
                    entry.what() + " does not ship; take it out of entries.tsv in installer's resources.");
        }
        if (licences.getOrDefault(entry, Set.of()).isEmpty()) {
            throw new ToolException("There is no text of the licence of " + entry.what() + ".");
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder(
                "Lamplink contains work of others. Here is what it is, and then every licence in full.\n");
        parts.forEach((entry, names) -> {
            text.append('\n').append(entry.name());
            text.append(entry.isJava() ? ", " + java : "").append('\n');
            text.append("    Licence: ").append(entry.licence()).append('\n');
            names.forEach(name -> text.append("    ").append(name).append('\n'));
        });
        text.append(
                "\nWhat Java itself is made of has licences in the folder legal of the Java that is beside this program.\n");
        byText().forEach((licence, names) -> text.append(RULE)
                .append(String.join(", ", names))
                .append(RULE)
                .append('\n')
                .append(licence)
                .append('\n'));
        return text.toString();
    }

    /** Texts that differ only in their white space count as the same. */
    private Map<String, Set<String>> byText() {
        Map<String, String> spoken = new LinkedHashMap<>();
        Map<String, Set<String>> names = new LinkedHashMap<>();
        licences.forEach((entry, found) -> found.forEach(text -> {
            String same = spoken.computeIfAbsent(words(text), _ -> text);
            names.computeIfAbsent(same, _ -> new LinkedHashSet<>()).add(entry.name());
        }));
        return names;
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}

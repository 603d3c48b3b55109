package io.lamplink.installer.supply;

import io.lamplink.installer.image.ToolException;
import io.lamplink.installer.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every package says of what it is made of: a list for machines of each program, and the licences for people. */
public final class Supply {
    /** The licences; the programs look for this file beside their launchers' settings. */
    public static final String LICENCES = "THIRD-PARTY.txt";

    private static final Set<String> NOT_SHIPPED = Set.of("lamplink-tour");

    private final Path source;
    private final Path jars;
    private final List<Shipped> shipped;

    private Supply(Path source, Path jars, List<Shipped> shipped) {
        this.source = source;
        this.jars = jars;
        this.shipped = shipped;
    }

    /**
     * Of what is in {@code jars}.
     *
     * @param source the folder of the whole project, as it was built
     * @throws ToolException if Maven does not know of exactly these jars
     */
    public static Supply of(Path source, Path jars) throws IOException {
        List<Shipped> shipped = Shipped.read(source.resolve("installer/target/shipped.txt"));
        Set<String> known =
                shipped.stream().map(one -> one.artifact().fileName()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = names(jars);
        if (!known.equals(there)) {
            throw new ToolException("In " + jars + " are " + there + ", but Maven resolved " + known + ".");
        }
        return new Supply(source, jars, shipped);
    }

    private static Set<String> names(Path jars) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NOT_SHIPPED.stream().noneMatch(name::startsWith))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** How the list of {@code product} is called. */
    public static String listName(Product product) {
        return product.command() + ".cdx.json";
    }

    /**
     * Writes both for {@code products}.
     *
     * @param folder where they are to be
     * @param home the Java that ships with the products
     */
    public void write(List<Product> products, Path folder, Path home) throws IOException {
        Map<Artifact, Path> files = new LinkedHashMap<>();
        shipped.forEach(
                one -> files.put(one.artifact(), jars.resolve(one.artifact().fileName())));
        Files.writeString(folder.resolve(LICENCES), ThirdParty.of(files, home, javaVersion()));
        for (Product product : products) {
            Files.writeString(folder.resolve(listName(product)), list(product));
        }
    }

    private String list(Product product) throws IOException {
        Bom bom = Bom.read(source.resolve(product.command().replace("lamplink-", "") + "-app/target/bom.json"));
        bom.setProgram(Sha256.of(jars.resolve(program(product).fileName())));
        Map<Artifact, String> digests = new LinkedHashMap<>();
        for (Shipped one : shipped) {
            if (!isProgram(one.artifact())) {
                digests.put(one.artifact(), Sha256.of(one.file()));
            }
        }
        List<String> gaps = bom.gaps(digests);
        if (!gaps.isEmpty()) {
            throw new ToolException("The list of what " + product.command()
                    + " is made of is not whole; build again, and not offline:\n" + String.join("\n", gaps));
        }
        Entry.all().stream().filter(Entry::isData).forEach(entry -> add(bom, entry));
        return bom.text();
    }

    private Artifact program(Product product) {
        return shipped.stream()
                .map(Shipped::artifact)
                .filter(artifact -> artifact.name().equals(product.command()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isProgram(Artifact artifact) {
        return Stream.of(Product.values()).anyMatch(product -> product.command().equals(artifact.name()));
    }

    private static void add(Bom bom, Entry entry) {
        if (entry.isJava()) {
            bom.add("platform", entry.name(), javaVersion(), entry.licence());
        } else {
            bom.add("data", entry.name(), "", entry.licence());
        }
    }

    /** The Java that runs this program gives of itself what ships. */
    private static String javaVersion() {
        return System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version");
    }
}

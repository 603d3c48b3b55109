package io.lamplink.installer.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lamplink.installer.image.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of what a program is made of, for machines: CycloneDX, as its Maven plug-in has written it while building. */
final class Bom {
    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]*)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root;
    private final Map<String, JsonNode> components = new TreeMap<>();

    private Bom(ObjectNode root) {
        this.root = root;
        root.path("components").forEach(component -> components.put(id(component), component));
    }

    static Bom read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ToolException(
                    "There is no " + file
                            + ", which Maven writes while building, but not when it is told to be offline: build again without that.");
        }
        return of(Files.readString(file));
    }

    static Bom of(String json) throws IOException {
        if (JSON.readTree(json) instanceof ObjectNode root) {
            return new Bom(root);
        }
        throw new ToolException("This is no list of components: " + json);
    }

    private static String id(JsonNode component) {
        Matcher classifier = CLASSIFIER.matcher(component.path("purl").asText());
        return new Artifact(
                        component.path("group").asText(),
                        component.path("name").asText(),
                        component.path("version").asText(),
                        classifier.find() ? classifier.group(1) : "")
                .id();
    }

    /** What it does not tell of {@code digests}, the SHA-256 of each jar; a sentence each. */
    List<String> gaps(Map<Artifact, String> digests) {
        List<String> gaps = new ArrayList<>();
        digests.forEach((artifact, digest) -> {
            JsonNode component = components.get(artifact.id());
            if (component == null) {
                gaps.add(artifact.id() + " is not listed.");
            } else if (!digest.equals(sha256(component))) {
                gaps.add(artifact.id() + " is listed with another SHA-256 than " + digest + ".");
            } else if (component.path("licenses").isEmpty()) {
                gaps.add(artifact.id() + " is listed without a licence.");
            }
        });
        return gaps;
    }

    private static String sha256(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        return "";
    }

    /** Says by which SHA-256 the program's own jar is known. */
    void setProgram(String digest) {
        root.withObject("/metadata/component")
                .putArray("hashes")
                .addObject()
                .put("alg", "SHA-256")
                .put("content", digest);
    }

    /** Adds something that is no jar. */
    void add(String type, String name, String version, String licence) {
        ObjectNode component =
                root.withArray("components").addObject().put("type", type).put("name", name);
        if (!version.isEmpty()) {
            component.put("version", version);
        }
        component.putArray("licenses").addObject().put("expression", licence);
    }

    /** As JSON. */
    String text() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}

package io.lamplink.installer.supply;

import io.lamplink.installer.image.ToolException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where licences are read: in jars, in Java's own folder of them, and among the files of this program. */
final class Texts {
    private static final Pattern LICENCE =
            Pattern.compile("/?META-INF/(.*/)?[^/]*(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);

    private final Path common;
    private final Path java;

    /** {@code common} is this project's module of that name, {@code java} the folder of the Java that ships. */
    Texts(Path common, Path java) {
        this.common = common;
        this.java = java;
    }

    /** The text that {@code place} names: {@code text:}, {@code java:} or {@code own:} and a path there. */
    String at(String place) throws IOException {
        int colon = place.indexOf(':');
        String path = place.substring(colon + 1);
        return switch (place.substring(0, colon)) {
            case "text" -> kept(path);
            case "java" -> Files.readString(java.resolve("legal").resolve(path));
            case "own" -> own("io/lamplink/common/" + path);
            default -> throw new ToolException("There are no licences at " + place + ".");
        };
    }

    /** The licences and notices that lie in {@code jar}. */
    List<String> inside(Path jar) throws IOException {
        List<String> texts = new ArrayList<>();
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> paths = Files.walk(files.getPath("/META-INF"))) {
            for (Path path : paths.sorted().toList()) {
                if (LICENCE.matcher(path.toString()).matches() && Files.isRegularFile(path)) {
                    texts.add(Files.readString(path));
                }
            }
        }
        return texts;
    }

    private String own(String path) throws IOException {
        if (Files.isDirectory(common)) {
            return Files.readString(common.resolve(path));
        }
        try (FileSystem files = FileSystems.newFileSystem(common)) {
            return Files.readString(files.getPath(path));
        }
    }

    private static String kept(String name) throws IOException {
        try (InputStream stream = Texts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new ToolException("No licence is kept as " + name + ".");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

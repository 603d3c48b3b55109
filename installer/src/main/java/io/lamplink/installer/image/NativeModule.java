package io.lamplink.installer.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A module of which the jar carries native libraries, made into a JMOD file. Jlink puts the libraries of such a file beside
 * Java's own; those in a jar would be written to the user's disk first and loaded from there.
 */
final class NativeModule {
    private static final Pattern LIBRARY = Pattern.compile(".*\\.(so|dll|dylib|jnilib)");

    /** What Java brings itself, for itself. */
    private static final Pattern WINDOWS_OWN = Pattern.compile("(api-ms-|ucrtbase|msvcp140|vcruntime140).*");

    private static final String VERSIONED_DESCRIPTOR = "META-INF/versions/9/module-info.class";
    private static final String DESCRIPTOR = "module-info.class";

    private final Path work;
    private final Path classes;
    private final Path libraries;

    /** Made in {@code work}, a folder that is not there yet. */
    NativeModule(Path work) {
        this.work = work;
        this.classes = work.resolve("classes");
        this.libraries = work.resolve("libraries");
    }

    /**
     * Writes a JMOD file of {@code jar}'s module.
     *
     * @param wanted says by their names inside the jar which libraries to take; the others are left out
     */
    void write(Path jar, Path jmod, Predicate<String> wanted) throws IOException {
        Files.createDirectories(classes);
        Files.createDirectories(libraries);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                try (InputStream bytes = zip.getInputStream(entry)) {
                    take(entry.getName(), bytes, wanted);
                }
            }
        }
        Files.createDirectories(jmod.toAbsolutePath().getParent());
        Tool.ofJdk(
                "jmod",
                List.of("create", "--class-path", classes.toString(), "--libs", libraries.toString(), jmod.toString()));
        Folders.delete(work);
    }

    private void take(String name, InputStream bytes, Predicate<String> wanted) throws IOException {
        if (LIBRARY.matcher(name).matches()) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            if (wanted.test(name) && !WINDOWS_OWN.matcher(file).matches()) {
                Files.copy(bytes, libraries.resolve(file));
            }
        } else if (name.equals(VERSIONED_DESCRIPTOR)) {
            Files.copy(bytes, classes.resolve(DESCRIPTOR));
        } else if (!name.startsWith("META-INF/versions/")) {
            Path file = classes.resolve(name).normalize();
            if (!file.startsWith(classes)) {
                throw new ToolException("There is a file outside of its jar: " + name);
            }
            Files.createDirectories(file.getParent());
            Files.copy(bytes, file);
        }
    }
}

package io.lamplink.installer.image;

import io.lamplink.installer.product.Product;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java that holds the programs' modules and those that they need, and nothing else. */
final class RuntimeImage {
    /** Nothing requires these by name: where SLF4J's log goes, and dates in Chinese. */
    private static final List<String> UNASKED = List.of("org.slf4j.jul", "jdk.localedata");

    private final Path jars;
    private final Path modules;
    private final Target target;

    /**
     * Runtime images of the modules in {@code jars}.
     *
     * @param work a folder for what is made once for all images
     */
    RuntimeImage(Path jars, Path work, Target target) {
        this.jars = jars;
        this.modules = work.resolve("modules");
        this.target = target;
    }

    /** Writes an image with {@code products} to {@code image}, which is not there yet. */
    void write(List<Product> products, Path image) throws IOException {
        makeNativeModules();
        List<String> roots = new ArrayList<>(UNASKED);
        products.forEach(product -> roots.add(product.module()));
        Tool.ofJdk(
                "jlink",
                List.of(
                        "--module-path",
                        modules + File.pathSeparator + jars, // the first that has a module wins
                        "--add-modules",
                        String.join(",", roots),
                        "--include-locales=en,zh",
                        "--ignore-signing-information", // Bouncy Castle's jar is signed, which an image can't keep
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        image.toString()));
    }

    private void makeNativeModules() throws IOException {
        if (!Files.isDirectory(modules)) {
            make("javafx-graphics-*-*.jar", "javafx.graphics.jmod", name -> name.indexOf('/') < 0);
            make("sqlite-jdbc-*.jar", "org.xerial.sqlitejdbc.jmod", name -> name.startsWith(target.sqliteFolder()));
        }
    }

    private void make(String jar, String jmod, java.util.function.Predicate<String> wanted) throws IOException {
        new NativeModule(modules.resolveSibling(jmod + ".parts")).write(only(jar), modules.resolve(jmod), wanted);
    }

    private Path only(String pattern) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(jars, pattern)) {
            for (Path jar : found) {
                return jar;
            }
        }
        throw new ToolException("There is no " + pattern + " in " + jars + ".");
    }
}

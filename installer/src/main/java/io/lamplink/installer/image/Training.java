package io.lamplink.installer.image;

import io.lamplink.installer.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens a packaged window once, on the platform without a screen, and keeps what Java has learned in a cache (JEP 483, 515):
 * the classes, loaded and linked, and which methods are worth compiling first.
 */
final class Training {
    private static final String SECONDS_OPEN = "2";

    /**
     * What was busy while the window opened is compiled quickly by the first compiler, and that is all. With all compilers the
     * cache has the second one work on two hundred methods in each start, which takes a fifth of it where processors are few.
     */
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private final Path image;
    private final Path work;
    private final Target target;

    /** Training in {@code image}; {@code work} is for what is made on the way. */
    Training(Path image, Path work, Target target) {
        this.image = image;
        this.work = work;
        this.target = target;
    }

    /** Writes the cache of {@code product} to where its launcher looks for it. */
    void run(Product product) throws IOException {
        Path home = Files.createTempDirectory(work, "training");
        Path learned = home.resolve("learned");
        List<String> open = new ArrayList<>(Screenless.options(home));
        open.addAll(List.of(QUICK_COMPILER, "-XX:AOTMode=record", "-XX:AOTConfiguration=" + learned));
        open.addAll(List.of("-Dlamplink.first-frame=" + home.resolve("drawn"), "-Dlamplink.end-after=" + SECONDS_OPEN));
        java(product, home, open);
        if (!Files.exists(home.resolve("drawn"))) {
            throw new ToolException("The window of " + product.command() + " was never drawn.");
        }
        Path cache = target.appFolder(image).resolve(JavaOptions.cacheName(product));
        java(product, home, List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + learned, "-XX:AOTCache=" + cache));
        Folders.delete(home);
    }

    private void java(Product product, Path home, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(target.javaHome(image).resolve("bin/java").toString());
        command.addAll(JavaOptions.EVERYWHERE);
        command.add("-Dorg.sqlite.lib.path=" + target.libraries(image));
        command.addAll(options);
        command.addAll(List.of("-m", product.moduleAndClass()));
        Tool.ofSystem(Screenless.home(home), command);
    }
}

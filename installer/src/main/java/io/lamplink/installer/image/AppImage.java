package io.lamplink.installer.image;

import io.lamplink.installer.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs with their Java in one folder that can lie anywhere, made by jlink and jpackage. */
public final class AppImage {
    private final RuntimeImage runtimes;
    private final Path work;
    private final Target target;
    private final Path icon;

    /**
     * Images of the modules in {@code jars}.
     *
     * @param work a folder for what is made on the way
     * @param icon in the form that {@code target} wants
     */
    public AppImage(Path jars, Path work, Target target, Path icon) {
        this.runtimes = new RuntimeImage(jars, work, target);
        this.work = work;
        this.target = target;
        this.icon = icon;
    }

    /** Makes an image that is called {@code name}, with a launcher for each product; answers with its folder. */
    public Path make(String name, List<Product> products) throws IOException {
        Path runtime = work.resolve(name + ".runtime");
        runtimes.write(products, runtime);
        Path images = Files.createDirectories(work.resolve("images"));
        Product first = products.getFirst();
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image"));
        arguments.addAll(List.of("--name", first.command(), "--dest", images.toString()));
        arguments.addAll(List.of("--app-version", version(first, target), "--vendor", "Lamplink"));
        arguments.addAll(List.of("--description", first.words().about(), "--icon", icon.toString()));
        arguments.addAll(List.of("--runtime-image", runtime.toString(), "--module", first.moduleAndClass()));
        JavaOptions.ofLauncher(first, target).forEach(option -> arguments.addAll(List.of("--java-options", option)));
        for (Product other : products.subList(1, products.size())) {
            arguments.addAll(List.of("--add-launcher", other.command() + "=" + launcher(other, false)));
        }
        if (target.system() == Target.Kind.WINDOWS) {
            for (Product product : products) {
                arguments.addAll(List.of("--add-launcher", product.command() + "-console=" + launcher(product, true)));
            }
        }
        Tool.ofJdk("jpackage", arguments);
        Folders.delete(runtime);
        Path image = Files.move(images.resolve(first.command() + suffix()), work.resolve(name + suffix()));
        for (Product product : products) {
            new Training(image, work, target).run(product);
        }
        return image;
    }

    /** macOS takes no version that begins with 0. */
    public static String version(Product product, Target target) {
        String version = product.version();
        return target.system() == Target.Kind.MAC && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    private String suffix() {
        return target.system() == Target.Kind.MAC ? ".app" : "";
    }

    /** What jpackage wants to know of a further launcher; on Windows, a program shows text only with a console. */
    private Path launcher(Product product, boolean console) throws IOException {
        Path file = work.resolve(product.command() + (console ? "-console" : "") + ".properties");
        Files.writeString(
                file,
                "module=" + product.moduleAndClass() + "\n"
                        + "description=" + product.words().about() + "\n"
                        + "java-options=" + String.join(" ", JavaOptions.ofLauncher(product, target)) + "\n"
                        + (console ? "win-console=true\nwin-menu=false\nwin-shortcut=false\n" : ""));
        return file;
    }
}

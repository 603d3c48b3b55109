package io.lamplink.installer.image;

import io.lamplink.installer.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What jpackage makes of a program image: an .msi on Windows, which needs WiX there, and a .dmg on macOS. */
public final class Installer {
    private final Path source;
    private final Target target;

    /** Installers for {@code target}; {@code source} is the folder of the whole project. */
    public Installer(Path source, Target target) {
        this.source = source;
        this.target = target;
    }

    /** Makes the installer of {@code image} in {@code folder}; answers with its file. */
    public Path make(Product product, Path image, Path folder) throws IOException {
        boolean windows = target.system() == Target.Kind.WINDOWS;
        String version = AppImage.version(product, target);
        List<String> arguments = new ArrayList<>(List.of("--type", windows ? "msi" : "dmg"));
        arguments.addAll(List.of("--app-image", image.toString(), "--dest", folder.toString()));
        arguments.addAll(List.of("--name", product.command(), "--app-version", version, "--vendor", "Lamplink"));
        arguments.addAll(List.of("--description", product.words().about()));
        arguments.addAll(List.of("--license-file", source.resolve("LICENSE").toString()));
        if (windows) {
            arguments.addAll(List.of("--win-menu", "--win-menu-group", "Lamplink", "--win-per-user-install"));
            arguments.addAll(List.of("--win-upgrade-uuid", product.upgradeCode()));
        }
        Path file = folder.resolve(product.command() + "-" + version + (windows ? ".msi" : ".dmg"));
        Files.deleteIfExists(file);
        Tool.ofJdk("jpackage", arguments);
        return file;
    }
}

package io.lamplink.installer.app;

import io.lamplink.installer.icon.IconFile;
import io.lamplink.installer.image.AppImage;
import io.lamplink.installer.image.Installer;
import io.lamplink.installer.image.Target;
import io.lamplink.installer.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is made on Windows (.msi) and on macOS (.dmg). */
final class SystemInstallers {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256);

    private final Workshop workshop;

    SystemInstallers(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Makes an installer of each product; answers with the files. */
    List<Path> make(List<Product> products) throws IOException {
        AppImage images = new AppImage(workshop.jars(), workshop.work(), workshop.target(), icon());
        Installer installer = new Installer(workshop.source(), workshop.target());
        List<Path> files = new ArrayList<>();
        for (Product product : products) {
            workshop.say("making the installer of " + product.command());
            Path image = images.make(product.command(), List.of(product));
            files.add(installer.make(product, image, workshop.output()));
        }
        return files;
    }

    private Path icon() throws IOException {
        SortedMap<Integer, byte[]> pictures = new TreeMap<>();
        for (int size : SIZES) {
            pictures.put(size, Files.readAllBytes(workshop.source().resolve("images/icon-" + size + ".png")));
        }
        boolean windows = workshop.target().system() == Target.Kind.WINDOWS;
        Path file = workshop.work().resolve(windows ? "icon.ico" : "icon.icns");
        Files.write(file, windows ? IconFile.ico(pictures) : IconFile.icns(pictures));
        return file;
    }
}

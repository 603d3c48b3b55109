package io.lamplink.installer.app;

import io.lamplink.installer.image.AppImage;
import io.lamplink.installer.image.Installer;
import io.lamplink.installer.product.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is made on Windows (.msi) and on macOS (.dmg). */
final class SystemInstallers {
    private final Workshop workshop;

    SystemInstallers(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Makes an installer of each product; answers with the files. */
    List<Path> make(List<Product> products) throws IOException {
        AppImage images = workshop.images();
        Installer installer = new Installer(workshop.source(), workshop.target());
        List<Path> files = new ArrayList<>();
        for (Product product : products) {
            workshop.say("making the installer of " + product.command());
            Path image = workshop.image(images, product.command(), List.of(product));
            files.add(installer.make(product, image, workshop.output()));
        }
        return files;
    }
}

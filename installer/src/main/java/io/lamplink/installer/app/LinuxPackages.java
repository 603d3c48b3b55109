package io.lamplink.installer.app;

import io.lamplink.installer.image.AppImage;
import io.lamplink.installer.image.Target;
import io.lamplink.installer.linux.DebPackage;
import io.lamplink.installer.linux.PortableArchive;
import io.lamplink.installer.product.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is made on Linux. */
final class LinuxPackages {
    private final Workshop workshop;

    LinuxPackages(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Makes {@code kinds} of {@code products}; answers with the files. */
    List<Path> make(Set<Kind> kinds, List<Product> products) throws IOException {
        Target target = workshop.target();
        AppImage images = workshop.images();
        List<Path> files = new ArrayList<>();
        if (kinds.contains(Kind.deb) && mayMakeDebs()) {
            DebPackage packages = new DebPackage(workshop.source(), workshop.work(), target);
            for (Product product : products) {
                workshop.say("making " + DebPackage.fileName(product, target));
                Path image = workshop.image(images, product.command(), List.of(product));
                files.add(packages.make(product, image, workshop.output()));
            }
        }
        if (kinds.contains(Kind.portable)) {
            String name = PortableArchive.name(target);
            workshop.say("making " + name + ".tar.gz");
            Path image = workshop.image(images, name, List.of(Product.values()));
            files.add(PortableArchive.make(workshop.source(), target, image, workshop.output()));
        }
        return files;
    }

    private boolean mayMakeDebs() {
        boolean can = DebPackage.canBeMade();
        if (!can) {
            workshop.say("no .deb is made: there is no dpkg-deb on this system");
        }
        return can;
    }
}

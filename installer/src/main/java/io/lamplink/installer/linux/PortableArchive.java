package io.lamplink.installer.linux;

import io.lamplink.installer.image.Target;
import io.lamplink.installer.image.Tool;
import io.lamplink.installer.product.Product;
import io.lamplink.installer.product.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Both programs and one Java in an archive that is unpacked anywhere and run from there. */
public final class PortableArchive {
    private PortableArchive() {}

    /** The name of the folder inside; the file's name adds {@code .tar.gz}. */
    public static String name(Target target) {
        return "lamplink-" + Product.SERVER.version() + "-" + target.label();
    }

    /** Makes the archive of {@code image}, a folder with the archive's name, in {@code folder}; answers with its file. */
    public static Path make(Path source, Target target, Path image, Path folder) throws IOException {
        Share share = new Share(source, target);
        for (Product product : Product.values()) {
            share.write(product, image, image.resolve("share"));
            Share.put(image.resolve(product.command()), Starter.of(product));
        }
        Modes.plain(image);
        for (Product product : Product.values()) {
            Modes.executable(image.resolve(product.command()));
        }
        Path file = folder.resolve(image.getFileName() + ".tar.gz");
        Files.deleteIfExists(file);
        Tool.ofSystem(
                Map.of(),
                List.of(
                        "tar",
                        "--create",
                        "--gzip",
                        "--sort=name",
                        "--owner=0",
                        "--group=0",
                        "--numeric-owner",
                        "--file=" + file,
                        "--directory=" + image.toAbsolutePath().getParent(),
                        image.getFileName().toString()));
        return file;
    }
}

package io.lamplink.installer.linux;

import io.lamplink.installer.image.Folders;
import io.lamplink.installer.image.Target;
import io.lamplink.installer.image.Tool;
import io.lamplink.installer.product.Product;
import io.lamplink.installer.product.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A Debian package. It has no scripts of its own: what dpkg has unpacked is all that there is, so that an upgrade leaves nothing
 * old behind, a removal nothing at all, and no folder of a user is ever touched.
 */
public final class DebPackage {
    /** Debian wants an address; mail to names below "invalid" (RFC 2606) goes nowhere, and whoever publishes packages has one. */
    private static final String MAINTAINER = "Lamplink, built from source <nobody@lamplink.invalid>";

    private final Path source;
    private final Path work;
    private final Target target;

    /**
     * Packages for {@code target}.
     *
     * @param source the folder of the whole project
     * @param work a folder for what is made on the way
     */
    public DebPackage(Path source, Path work, Target target) {
        this.source = source;
        this.work = work;
        this.target = target;
    }

    /** Whether this system can make such packages. */
    public static boolean canBeMade() {
        return Files.isExecutable(Path.of("/usr/bin/dpkg-deb"));
    }

    /** The file's name, as Debian wants it. */
    public static String fileName(Product product, Target target) {
        return product.command() + "_" + product.version() + "_" + target.debianProcessor() + ".deb";
    }

    /** Makes the package of {@code image}, which is used up, in {@code folder}; answers with its file. */
    public Path make(Product product, Path image, Path folder) throws IOException {
        Path tree = work.resolve(product.command() + ".deb.tree");
        Path home = tree.resolve("usr/lib/" + product.command());
        Files.createDirectories(home.getParent());
        Files.move(image, home);
        Path start = home.resolve("start");
        Share.put(start, Starter.of(product));
        new Share(source, target).write(product, home, tree.resolve("usr/share"));
        Modes.plain(tree);
        Modes.executable(start);
        Path command = tree.resolve("usr/bin/" + product.command());
        Files.createDirectories(command.getParent());
        Files.createSymbolicLink(command, Path.of("../lib/" + product.command() + "/start"));
        describe(product, tree);
        Path file = folder.resolve(fileName(product, target));
        Tool.ofSystem(
                Map.of(),
                List.of("dpkg-deb", "--root-owner-group", "-Zzstd", "--build", tree.toString(), file.toString()));
        Folders.delete(tree);
        return file;
    }

    private void describe(Product product, Path tree) throws IOException {
        List<Path> files = Folders.files(tree);
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        Path control = tree.resolve("DEBIAN");
        Share.put(control.resolve("md5sums"), Digests.of(tree, files));
        Share.put(control.resolve("control"), control(product, target, bytes));
        Modes.plain(control);
    }

    /** GTK is only recommended: without a window, the programs do without. */
    static String control(Product product, Target target, long bytes) {
        return String.join(
                "\n",
                "Package: " + product.command(),
                "Version: " + product.version(),
                "Architecture: " + target.debianProcessor(),
                "Maintainer: " + MAINTAINER,
                "Installed-Size: " + (bytes + 1023) / 1024,
                "Depends: libc6 (>= 2.28)",
                "Recommends: libgtk-3-0t64 | libgtk-3-0, libgl1, libxtst6, libxxf86vm1",
                "Suggests: " + (product == Product.SERVER ? Product.CLIENT : Product.SERVER).command(),
                "Section: net",
                "Priority: optional",
                "Description: " + product.words().about(),
                " Lamplink lets computers in one room, office or classroom chat and exchange",
                " files without internet: one runs the server, the others run the client.",
                " .",
                " This package brings a Java of its own.",
                "");
    }
}

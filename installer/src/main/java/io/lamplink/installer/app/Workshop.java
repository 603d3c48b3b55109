package io.lamplink.installer.app;

import io.lamplink.installer.icon.IconFile;
import io.lamplink.installer.image.AppImage;
import io.lamplink.installer.image.Target;
import io.lamplink.installer.product.Product;
import io.lamplink.installer.supply.Supply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Where one run finds and leaves its files.
 *
 * @param source the folder of the whole project
 * @param jars the programs' modules
 * @param work for what is made on the way; removed at the end
 * @param output for what users install
 * @param target the machine that it is for
 * @param progress is told what is made now
 */
record Workshop(Path source, Path jars, Path work, Path output, Target target, Consumer<String> progress) {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256);

    void say(String sentence) {
        progress.accept(sentence);
    }

    /** Where programs become images. */
    AppImage images() throws IOException {
        return new AppImage(jars, work, target, icon());
    }

    /** Makes an image of {@code images} that tells what it is made of. */
    Path image(AppImage images, String name, List<Product> products) throws IOException {
        Supply supply = Supply.of(source, jars); // before the work: it finds what is missing
        Path image = images.make(name, products);
        supply.write(products, target.appFolder(image), target.javaHome(image));
        return image;
    }

    /** The icon in the form that the system wants. */
    private Path icon() throws IOException {
        if (target.system() == Target.Kind.LINUX) {
            return source.resolve("images/icon-256.png");
        }
        SortedMap<Integer, byte[]> pictures = new TreeMap<>();
        for (int size : SIZES) {
            pictures.put(size, Files.readAllBytes(source.resolve("images/icon-" + size + ".png")));
        }
        boolean windows = target.system() == Target.Kind.WINDOWS;
        Path file = work.resolve(windows ? "icon.ico" : "icon.icns");
        Files.write(file, windows ? IconFile.ico(pictures) : IconFile.icns(pictures));
        return file;
    }
}

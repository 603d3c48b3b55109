package io.lamplink.installer.linux;

import io.lamplink.installer.image.Target;
import io.lamplink.installer.product.DesktopEntry;
import io.lamplink.installer.product.ManPage;
import io.lamplink.installer.product.Product;
import io.lamplink.installer.product.ZshCompletion;
import io.lamplink.installer.supply.Supply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import picocli.AutoComplete;

/** What a Linux package brings beside the program itself: menu entry, icons, manual page, shell completion, licences. */
final class Share {
    private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private static final String OTHERS = "\nWhat others have made of this package, and under which licences, is in "
            + Supply.LICENCES + " beside this file.\n";

    private final Path source;
    private final Target target;

    /** From the files of {@code source}, the folder of the whole project. */
    Share(Path source, Target target) {
        this.source = source;
        this.target = target;
    }

    /** Writes everything of {@code product}'s {@code image} below {@code share}, which is laid out as {@code /usr/share} is. */
    void write(Product product, Path image, Path share) throws IOException {
        String name = product.command();
        put(share.resolve("applications/" + name + ".desktop"), DesktopEntry.of(product));
        putPacked(share.resolve("man/man1/" + name + ".1.gz"), text(ManPage.of(product)));
        put(share.resolve("bash-completion/completions/" + name), AutoComplete.bash(name, product.commandLine()));
        put(share.resolve("zsh/vendor-completions/_" + name), ZshCompletion.of(product));
        icons(name, share.resolve("icons/hicolor"));
        Path doc = share.resolve("doc/" + name);
        put(doc.resolve("copyright"), Files.readString(source.resolve("LICENSE")) + OTHERS);
        putPacked(doc.resolve("changelog.gz"), Files.readAllBytes(source.resolve("CHANGELOG.md")));
        for (String told : List.of(Supply.LICENCES, Supply.listName(product))) {
            Files.createSymbolicLink(
                    doc.resolve(told), doc.relativize(target.appFolder(image).resolve(told)));
        }
    }

    private void icons(String name, Path folder) throws IOException {
        for (int size : ICON_SIZES) {
            put(
                    folder.resolve(size + "x" + size + "/apps/" + name + ".png"),
                    Files.readAllBytes(source.resolve("images/icon-" + size + ".png")));
        }
        put(folder.resolve("scalable/apps/" + name + ".svg"), Files.readAllBytes(source.resolve("images/icon.svg")));
    }

    static void put(Path file, String text) throws IOException {
        put(file, text(text));
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, bytes);
    }

    /** Java writes no time and no name into the header, so that the same content is the same file. */
    private static void putPacked(Path file, byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        put(file, packed.toByteArray());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

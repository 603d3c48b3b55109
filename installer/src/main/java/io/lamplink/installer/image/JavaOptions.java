package io.lamplink.installer.image;

import io.lamplink.installer.product.Product;
import java.util.ArrayList;
import java.util.List;

/** How Java is started for a packaged program. */
public final class JavaOptions {

    /** As ./lamplink does it, where the reasons are. */
    public static final List<String> EVERYWHERE = List.of(
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmn32m",
            "-XX:SurvivorRatio=2",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=javafx.graphics,org.xerial.sqlitejdbc");

    private JavaOptions() {}

    /**
     * For {@code product}'s launcher. A cache that Java can't use is left aside; it must not say so on standard output, which
     * carries events.
     */
    static List<String> ofLauncher(Product product, Target target) {
        List<String> options = new ArrayList<>(EVERYWHERE);
        options.addAll(List.of(
                "-XX:AOTCache=$APPDIR/" + cacheName(product),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dorg.sqlite.lib.path=" + target.librariesFromAppFolder(),
                "-Dlamplink.command=" + product.command()));
        return options;
    }

    /** The file beside the launcher's settings. */
    static String cacheName(Product product) {
        return product.command() + ".aot";
    }
}

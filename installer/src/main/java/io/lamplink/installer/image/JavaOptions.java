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

    /**
     * What keeps a window small that does nothing. JavaFX would draw the backgrounds of small regions into a picture first,
     * which has 8 MiB on a machine without a graphics card; our backgrounds are plain.
     */
    private static final String NO_PICTURES_OF_BACKGROUNDS = "-Dprism.disableRegionCaching=true";

    /** Gives back every 15 seconds what the compilers have used, where the system can take it back. */
    private static final String TRIM = "-XX:TrimNativeHeapInterval=15000";

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
                NO_PICTURES_OF_BACKGROUNDS,
                "-Dorg.sqlite.lib.path=" + target.librariesFromAppFolder(),
                "-Dlamplink.command=" + product.command()));
        if (target.system() == Target.Kind.LINUX) {
            options.add(TRIM);
        }
        return options;
    }

    /** The file beside the launcher's settings. */
    static String cacheName(Product product) {
        return product.command() + ".aot";
    }
}

package io.lamplink.installer.image;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The kind of machine that a package is for, which is the one that it is made on.
 *
 * @param system the operating system
 * @param arm whether its processor is a 64-bit ARM; x86-64 otherwise
 */
public record Target(Kind system, boolean arm) {

    /** Operating systems. */
    public enum Kind {
        LINUX("linux", "Linux"),
        WINDOWS("windows", "Windows"),
        MAC("macos", "Mac");

        private final String word;
        private final String nativeFolder;

        Kind(String word, String nativeFolder) {
            this.word = word;
            this.nativeFolder = nativeFolder;
        }
    }

    /** This machine. */
    public static Target ofThisMachine() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Target of(String name, String processor) {
        String os = name.toLowerCase(Locale.ROOT);
        Kind kind = os.startsWith("windows") ? Kind.WINDOWS : os.startsWith("mac") ? Kind.MAC : Kind.LINUX;
        return switch (processor) {
            case "amd64", "x86_64" -> new Target(kind, false);
            case "aarch64" -> new Target(kind, true);
            default ->
                throw new ToolException("Packages are made on x86-64 and on 64-bit ARM, not on " + processor + ".");
        };
    }

    /** For the names of files, such as {@code linux-x64}. */
    public String label() {
        return system.word + (arm ? "-arm64" : "-x64");
    }

    /** What Debian calls the processor. */
    public String debianProcessor() {
        return arm ? "arm64" : "amd64";
    }

    /** Where sqlite-jdbc keeps its library for this machine, inside its jar. */
    String sqliteFolder() {
        return "org/sqlite/native/" + system.nativeFolder + (arm ? "/aarch64/" : "/x86_64/");
    }

    /** Where Java's own libraries are, seen from the folder that a launcher calls {@code $APPDIR}. */
    String librariesFromAppFolder() {
        return switch (system) {
            case LINUX -> "$APPDIR/../runtime/lib";
            case WINDOWS -> "$APPDIR/../runtime/bin";
            case MAC -> "$APPDIR/../runtime/Contents/Home/lib";
        };
    }

    /** The folder that a launcher calls {@code $APPDIR}, in {@code image}. */
    public Path appFolder(Path image) {
        return switch (system) {
            case LINUX -> image.resolve("lib/app");
            case WINDOWS -> image.resolve("app");
            case MAC -> image.resolve("Contents/app");
        };
    }

    /** The folder of {@code image}'s launchers. */
    public Path launcherFolder(Path image) {
        return switch (system) {
            case LINUX -> image.resolve("bin");
            case WINDOWS -> image;
            case MAC -> image.resolve("Contents/MacOS");
        };
    }

    /** The Java in {@code image}. */
    public Path javaHome(Path image) {
        return switch (system) {
            case LINUX -> image.resolve("lib/runtime");
            case WINDOWS -> image.resolve("runtime");
            case MAC -> image.resolve("Contents/runtime/Contents/Home");
        };
    }

    /** Where Java's own libraries are, in {@code image}. */
    Path libraries(Path image) {
        return javaHome(image).resolve(system == Kind.WINDOWS ? "bin" : "lib");
    }
}

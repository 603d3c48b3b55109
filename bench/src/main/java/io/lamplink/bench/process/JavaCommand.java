package io.lamplink.bench.process;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How further processes of this program are started: by the same Java, on the same module path and with the same options as
 * this one, which {@code ./lamplink} has started with the options that it gives its users.
 */
public final class JavaCommand {
    private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    private JavaCommand() {}

    /** The command for a worker with {@code more} options of Java, up to its arguments; {@code window} if it shows one. */
    public static List<String> worker(boolean window, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(options());
        command.addAll(more);
        if (window && !hasDisplay()) {
            command.addAll(HEADLESS);
        }
        command.addAll(List.of("-p", modulePath(), "-m", "io.lamplink.bench/io.lamplink.bench.app.WorkerMain"));
        return command;
    }

    /** The command for a class on the class path, of which {@code folders} hold the jars, up to its arguments. */
    public static List<String> onClassPath(List<Path> folders, String mainClass) {
        List<String> jars =
                folders.stream().map(folder -> folder.resolve("*").toString()).toList();
        return List.of(java(), "-cp", String.join(File.pathSeparator, jars), mainClass);
    }

    /** The options that this Java was started with, without the paths. */
    public static List<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("--module-path") && !option.startsWith("-Djdk.module."))
                .toList();
    }

    /** Where this program's modules are. */
    public static String modulePath() {
        return System.getProperty("jdk.module.path", "");
    }

    /** Whether windows have a screen; without, they are drawn in memory. */
    public static boolean hasDisplay() {
        return !System.getProperty("os.name", "").equals("Linux") || System.getenv("DISPLAY") != null;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }
}

package io.lamplink.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What figures were measured on.
 *
 * @param facts each with its name, in the order in which they are told
 * @param load how many processes wanted a core on average during the last minute; negative if unknown
 */
public record Machine(Map<String, String> facts, double load) {
    private static final double KIB_PER_GIB = 1024.0 * 1024;

    /** This machine, with the disk of {@code folder}. */
    public static Machine ofThis(Path folder) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Lamplink", version());
        facts.put("Processor", processor());
        facts.put("Cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        memory().ifPresent(memory -> facts.put("Memory", memory));
        facts.put("System", property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
        facts.put("Java", property("java.vm.name") + " " + property("java.runtime.version"));
        facts.put("Disk", disk(folder));
        return new Machine(facts, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String version() {
        var module = Machine.class.getModule().getDescriptor();
        return module == null ? "unpackaged" : module.rawVersion().orElse("unpackaged");
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static String processor() {
        return field("/proc/cpuinfo", "model name").orElse(property("os.arch"));
    }

    private static Optional<String> memory() {
        return field("/proc/meminfo", "MemTotal")
                .map(text -> Long.parseLong(text.replace("kB", "").strip()))
                .map(kibibytes -> String.format(Locale.ROOT, "%.1f GiB", kibibytes / KIB_PER_GIB));
    }

    private static String disk(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return store.type() + " on " + store.name();
    }

    private static Optional<String> field(String file, String name) {
        try {
            return field(Files.readAllLines(Path.of(file)), name);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What stands behind the colon of the first line that begins with {@code name}. */
    static Optional<String> field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }
}

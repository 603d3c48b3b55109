package io.lamplink.installer.app;

import io.lamplink.installer.image.Folders;
import io.lamplink.installer.image.Target;
import io.lamplink.installer.image.ToolException;
import io.lamplink.installer.product.Product;
import io.lamplink.installer.timing.StartTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of what makes packages. */
@Command(
        name = "lamplink package",
        description =
                "Makes what this system's users install: .deb and .tar.gz on Linux, .msi on Windows, .dmg on macOS.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class PackageMain implements Callable<Integer> {
    private static final double BYTES_PER_MEGABYTE = 1e6;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/package",
            description = "Put the packages here (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("");

    @Option(
            names = "--only",
            paramLabel = "KIND",
            split = ",",
            description = "On Linux, make only this: ${COMPLETION-CANDIDATES}.")
    private Set<Kind> kinds = EnumSet.allOf(Kind.class);

    @Option(
            names = "--time",
            description = "Make nothing to keep: measure how fast the packaged programs start and what they take idle.")
    private boolean time;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "10",
            description = "With --time, start each program so many times (default: ${DEFAULT-VALUE}).")
    private int starts;

    @Option(names = "--source", hidden = true, required = true, description = "The folder of the whole project.")
    private Path source = Path.of("");

    @Option(names = "--jars", hidden = true, required = true, description = "The programs' modules.")
    private Path jars = Path.of("");

    private PackageMain() {}

    /** Makes packages. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PackageMain()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createDirectories(output.toAbsolutePath());
        Path work = Files.createTempDirectory(folder, "work");
        try {
            Workshop workshop = new Workshop(source, jars, work, folder, Target.ofThisMachine(), PackageMain::progress);
            if (time) {
                measure(workshop);
            } else {
                for (Path file : make(workshop)) {
                    System.out.printf("%s  %.0f MB%n", file, Files.size(file) / BYTES_PER_MEGABYTE);
                }
            }
            return 0;
        } catch (ToolException e) {
            progress(String.valueOf(e.getMessage()));
            return 1;
        } finally {
            Folders.delete(work);
        }
    }

    private void measure(Workshop workshop) throws IOException {
        List<Product> products = List.of(Product.values());
        workshop.say("making both programs as they are packaged");
        Path image = workshop.images().make("timed", products);
        StartTimes times = new StartTimes(image, jars, workshop.work(), workshop.target());
        for (Product product : products) {
            workshop.say("starting " + product.command() + " " + starts + " times in two ways");
            times.measure(product, starts).forEach(System.out::println);
        }
    }

    private List<Path> make(Workshop workshop) throws IOException {
        List<Product> products = List.of(Product.values());
        return workshop.target().system() == Target.Kind.LINUX
                ? new LinuxPackages(workshop).make(kinds, products)
                : new SystemInstallers(workshop).make(products);
    }

    private static void progress(String sentence) {
        System.err.println("lamplink package: " + sentence);
    }
}

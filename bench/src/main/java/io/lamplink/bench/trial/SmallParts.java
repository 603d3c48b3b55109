package io.lamplink.bench.trial;

import io.lamplink.bench.figures.Results;
import io.lamplink.bench.process.BenchException;
import io.lamplink.bench.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the small parts with JMH, in processes of their own on the class path. */
final class SmallParts {
    private static final List<String> SHORT = List.of("-f", "1", "-wi", "3", "-w", "300ms", "-i", "5", "-r", "300ms");
    private static final int SCORE = 4;
    private static final int ERROR = 5;
    private static final int UNIT = 6;

    private final Path folder;
    private final Results results;

    SmallParts(Path folder, Results results) {
        this.folder = folder;
        this.results = results;
    }

    void run() throws IOException {
        Path app = Path.of(JavaCommand.modulePath());
        Path table = folder.resolve("jmh.csv");
        List<String> command = new ArrayList<>(
                JavaCommand.onClassPath(List.of(app, app.resolveSibling("micro")), "org.openjdk.jmh.Main"));
        command.addAll(SHORT);
        command.addAll(List.of("-foe", "true", "-rf", "csv", "-rff", table.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jmh.log").toFile())
                .start();
        if (awaitEnd(process) != 0) {
            throw new BenchException("JMH failed: "
                    + Files.readAllLines(folder.resolve("jmh.log")).stream()
                            .filter(line -> line.contains("rror") || line.contains("xception"))
                            .findFirst()
                            .orElse("nothing more is known"));
        }
        read(Files.readAllLines(table)).forEach(results::add);
    }

    private static int awaitEnd(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new BenchException("The bench was interrupted.", e);
        }
    }

    /** JMH's table: a head, then benchmark, mode, threads, samples, score, error, unit and one column for each parameter. */
    static List<Results.SmallPart> read(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> Arrays.asList(line.replace("\"", "").split(",", -1)))
                .map(fields -> new Results.SmallPart(
                        name(fields),
                        Double.parseDouble(fields.get(SCORE)),
                        Double.parseDouble(fields.get(ERROR)),
                        fields.get(UNIT).replace("us", "µs")))
                .toList();
    }

    private static String name(List<String> fields) {
        String[] path = fields.getFirst().split("\\.", -1);
        String parameters = fields.stream()
                .skip(UNIT + 1L)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(", "));
        String type = path[path.length - 2].replace("Benchmark", "");
        return type + "." + path[path.length - 1] + (parameters.isEmpty() ? "" : ", " + parameters);
    }
}

package io.lamplink.common.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Under which licences this program is, and what it is made of. Reads files, so not to be asked on the JavaFX thread. */
public final class Licences {
    private static final Logger LOG = LoggerFactory.getLogger(Licences.class);

    /** What packaging gathers of the libraries: their versions, licences and notices. */
    static final String GATHERED = "THIRD-PARTY.txt";

    private static final int MOST_BYTES = 1 << 20;

    private Licences() {}

    /** The licence of this program. */
    public static String own() {
        return resource("LICENSE");
    }

    /** What others have made: as packaging gathered it, or else a list of names and licences. */
    public static String others() {
        Path java = Path.of(System.getProperty("java.home", ".")).toAbsolutePath();
        return others(List.of(
                java.resolve(GATHERED),
                java.resolve("../app").resolve(GATHERED),
                java.resolve("../../../app").resolve(GATHERED)));
    }

    /** The same, where the first of {@code gathered} that is there counts. */
    static String others(List<Path> gathered) {
        return gathered.stream()
                .map(Path::normalize)
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(Licences::read)
                .or(() -> optional(GATHERED))
                .orElseGet(() -> resource("libraries.txt"));
    }

    private static Optional<String> read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return Optional.of(text(stream));
        } catch (IOException e) {
            LOG.info("The licences of others cannot be read.", e);
            return Optional.empty();
        }
    }

    private static String resource(String name) {
        return Objects.requireNonNull(optional(name).orElse(null), name);
    }

    private static Optional<String> optional(String name) {
        try (InputStream stream = Licences.class.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(text(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
    }
}

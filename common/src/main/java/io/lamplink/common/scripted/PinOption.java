package io.lamplink.common.scripted;

import io.lamplink.common.security.Pin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The option that both commands have for a PIN in a run without a window. It stands in a file, since everybody on a machine
 * can see what stands on a command line. Filled by picocli.
 */
public final class PinOption {
    private static final Logger LOG = LoggerFactory.getLogger(PinOption.class);
    private static final int MAX_FILE_BYTES = 1024;

    @Option(
            names = "--pin-file",
            paramLabel = "FILE",
            converter = InFile.class,
            description =
                    "The PIN, at least " + Pin.MIN_DIGITS + " digits, stands in this file (headless). A server lets in"
                            + " only clients that have it; a client goes on only with a server that has it.")
    @Nullable
    Pin pin;

    /** The PIN, if one was given. */
    public Optional<Pin> pin() {
        return Optional.ofNullable(pin);
    }

    static final class InFile implements ITypeConverter<Pin> {
        @Override
        public Pin convert(String name) {
            Path file = Path.of(name);
            return Optional.of(text(file))
                    .filter(text -> text.lines().count() == 1)
                    .flatMap(Pin::read)
                    .orElseThrow(() -> new TypeConversionException("'" + name + "' does not hold a PIN: "
                            + Pin.MIN_DIGITS + " to " + Pin.MAX_DIGITS + " digits in one line, and nothing else."));
        }

        private static String text(Path file) {
            try {
                if (Files.size(file) > MAX_FILE_BYTES) {
                    return "";
                }
                warnIfOthersCanRead(file);
                return Files.readString(file, StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                throw new TypeConversionException("'" + file + "' cannot be read: " + e);
            }
        }

        private static void warnIfOthersCanRead(Path file) throws IOException {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
                if (permissions.contains(PosixFilePermission.GROUP_READ)
                        || permissions.contains(PosixFilePermission.OTHERS_READ)) {
                    LOG.warn("{} can be read by other users of this machine.", file);
                }
            }
        }
    }
}

package io.lamplink.common.reach;

import io.lamplink.common.host.HostInfo;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real one. */
final class ThisMachine implements Machine {
    private static final Logger LOG = LoggerFactory.getLogger(ThisMachine.class);

    private static final int CONNECT_MILLIS = 2_000;
    private static final int COMMAND_SECONDS = 4;
    private static final int MAX_BYTES = 256 * 1024;

    @Override
    public Kind kind() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Kind.WINDOWS;
        }
        if (name.startsWith("mac")) {
            return Kind.MAC;
        }
        return name.startsWith("linux") ? Kind.LINUX : Kind.OTHER;
    }

    @Override
    public HostInfo host() {
        return HostInfo.ofThisMachine();
    }

    @Override
    public Optional<String> read(Path file) {
        try {
            return Files.isReadable(file) && Files.size(file) <= MAX_BYTES
                    ? Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.debug("{} can't be read.", file, e);
            return Optional.empty();
        }
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path);
    }

    /** Commands are asked in English, and none of them may ask back. */
    @Override
    public Optional<Answer> run(List<String> command) {
        Path output = null;
        try {
            output = Files.createTempFile("lamplink", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(new Answer(process.exitValue(), read(output).orElse("")));
        } catch (IOException e) {
            LOG.debug("{} can't be run.", command.getFirst(), e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            remove(output);
        }
    }

    @Override
    public String program() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    @Override
    public boolean connects(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            LOG.info("This machine gets no connection to itself at {}.", address, e);
            return false;
        }
    }

    private static void remove(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("{} stays.", file, e);
        }
    }
}

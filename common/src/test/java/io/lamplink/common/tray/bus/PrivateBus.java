package io.lamplink.common.tray.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** A bus of the test's own, which nobody else can reach; and dbus-send, which speaks to it without our library. */
final class PrivateBus implements AutoCloseable {
    private final Process daemon;
    private final String address;

    private PrivateBus(Process daemon, String address) {
        this.daemon = daemon;
        this.address = address;
    }

    /** Starts one whose socket is in {@code folder}; leaves the test out where there is no daemon. */
    static PrivateBus start(Path folder) throws IOException {
        assumeTrue(isThere("dbus-daemon") && isThere("dbus-send"), "dbus-daemon or dbus-send is not installed");
        Path config = folder.resolve("bus.conf");
        Files.writeString(config, config(folder.resolve("bus")));
        Process daemon = new ProcessBuilder("dbus-daemon", "--config-file=" + config, "--nofork", "--print-address=1")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = daemon.inputReader(StandardCharsets.UTF_8);
        return new PrivateBus(daemon, said.readLine()); // told when it listens
    }

    private static String config(Path socket) {
        return """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <type>session</type>
                  <listen>unix:path=%s</listen>
                  <auth>EXTERNAL</auth>
                  <policy context="default">
                    <allow send_destination="*" eavesdrop="true"/>
                    <allow eavesdrop="true"/>
                    <allow own="*"/>
                  </policy>
                </busconfig>
                """.formatted(socket);
    }

    private static boolean isThere(String command) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** Where it is. */
    String address() {
        return address;
    }

    /** Somebody else on the bus. */
    DBusConnection connect() {
        try {
            return DBusConnectionBuilder.forAddress(address).withShared(false).build();
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code member} of the object answers to somebody with another library, one thing a line. */
    List<String> call(String service, String path, String member, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("dbus-send", "--bus=" + address, "--print-reply", "--dest=" + service, path, member));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
            return said.lines()
                    .skip(1)
                    .map(String::strip)
                    .map(line -> line.replaceAll(" +", " "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the daemon, as the end of a session does. */
    @Override
    public void close() {
        daemon.destroyForcibly();
    }
}

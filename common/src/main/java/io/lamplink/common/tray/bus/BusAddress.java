package io.lamplink.common.tray.bus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the bus of a person's session is. */
public final class BusAddress {
    private static final Pattern SEPARATOR = Pattern.compile(";");

    private BusAddress() {}

    /**
     * What {@code environment} says of it; nothing where there is no session. Only files are looked for, as Java knows no
     * other sockets of Unix, and no program is started.
     */
    public static Optional<String> ofSession(Map<String, String> environment) {
        String said = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        if (!said.isEmpty()) {
            return SEPARATOR
                    .splitAsStream(said)
                    .filter(one -> one.startsWith("unix:") && one.contains("path="))
                    .findFirst();
        }
        return Stream.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .map(folder -> Path.of(folder, "bus"))
                .filter(Files::exists)
                .map(socket -> "unix:path=" + socket)
                .findFirst();
    }
}

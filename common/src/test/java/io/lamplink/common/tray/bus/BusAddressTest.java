package io.lamplink.common.tray.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BusAddressTest {
    private static final String VARIABLE = "DBUS_SESSION_BUS_ADDRESS";

    @TempDir
    private Path folder;

    @Test
    void theSessionSaysWhereItIs() {
        String address = "unix:path=/run/user/1000/bus,guid=0123";
        assertEquals(Optional.of(address), BusAddress.ofSession(Map.of(VARIABLE, address)));
    }

    @Test
    void ofSeveralTheFirstIsTakenThatIsAFile() {
        String several = "unix:abstract=/tmp/dbus-1;tcp:host=localhost,port=1;unix:path=/a;unix:path=/b";
        assertEquals(Optional.of("unix:path=/a"), BusAddress.ofSession(Map.of(VARIABLE, several)));
        assertEquals(Optional.empty(), BusAddress.ofSession(Map.of(VARIABLE, "unix:abstract=/tmp/dbus-1")));
    }

    @Test
    void whatSaysNothingMayHaveOneAtTheUsualPlace() throws IOException {
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", folder.toString());
        assertEquals(Optional.empty(), BusAddress.ofSession(environment));
        Files.createFile(folder.resolve("bus"));
        assertEquals(Optional.of("unix:path=" + folder.resolve("bus")), BusAddress.ofSession(environment));
        assertEquals(Optional.empty(), BusAddress.ofSession(Map.of()));
    }
}

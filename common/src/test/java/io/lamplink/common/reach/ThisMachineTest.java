package io.lamplink.common.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThisMachineTest {

    @TempDir
    Path folder;

    private final ThisMachine machine = new ThisMachine();

    @Test
    void aCommandSaysItsStatusAndItsOutput() {
        Machine.Answer answer =
                machine.run(List.of(machine.program(), "--version")).orElseThrow();
        assertEquals(0, answer.status());
        assertTrue(answer.output().contains("25"), answer::output);
        assertTrue(machine.run(List.of(machine.program(), "--no-such-option"))
                .filter(failed -> failed.status() != 0)
                .isPresent());
    }

    @Test
    void aCommandThatIsNotThereSaysNothing() {
        assertEquals(Optional.empty(), machine.run(List.of("no-such-command-anywhere")));
    }

    @Test
    void aFileIsReadIfItMayBe() throws IOException {
        Path file = folder.resolve("ufw.conf");
        assertEquals(Optional.empty(), machine.read(file));
        Files.writeString(file, "ENABLED=yes\n");
        assertEquals(Optional.of("ENABLED=yes\n"), machine.read(file));
        assertTrue(machine.exists(file));
    }

    @Test
    void aConnectionComesAboutOrNot() throws IOException {
        InetSocketAddress where;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            where = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
            assertTrue(machine.connects(where));
        }
        assertFalse(machine.connects(where));
    }
}

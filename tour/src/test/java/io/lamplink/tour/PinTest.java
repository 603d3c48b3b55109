package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.JsonLine;
import io.lamplink.tour.harness.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The two real programs without windows, and a PIN in a file. */
final class PinTest {
    @RegisterExtension
    final Bench bench = new Bench();

    @Test
    void whoHasThePinConnectsAndChats() throws Exception {
        HeadlessProcess server = pinned("482913");
        HeadlessProcess client =
                bench.client(server.port(), "--pin-file", file("482 913\n"), "--say", "hello", "--exit-when-done");
        assertEquals(0, client.awaitExit());
        server.await("chat", line -> line.has("text", "hello"));
        assertEquals(List.of(), client.all("pin-asked"));
    }

    @Test
    void overTlsToo() throws Exception {
        HeadlessProcess server = pinned("482913");
        HeadlessProcess client = bench.start(
                Program.CLIENT,
                List.of(),
                List.of(
                        "--connect",
                        "wss://127.0.0.1:" + server.port(),
                        "--trust-first",
                        "--pin-file",
                        file("482913").toString(),
                        "--say",
                        "hello",
                        "--exit-when-done"));
        assertEquals(0, client.awaitExit());
        assertTrue(client.await("connected").has("encrypted", "true"));
    }

    @Test
    void whoHasNoneIsToldWhatToDo() throws Exception {
        HeadlessProcess server = pinned("482913");
        HeadlessProcess client = bench.client(server.port());
        assertEquals(1, client.awaitExit());
        JsonLine asked = client.await("pin-asked");
        assertTrue(asked.has("reason", "first") && asked.has("in", "0"), asked::toString);
        assertTrue(client.await("error").text("message").contains("--pin-file"));
        assertEquals(List.of(), server.all("connected"));
    }

    @Test
    void aWrongOneIsSaidSoAndOneThatComesTooEarlyIsNotLookedAt() throws Exception {
        HeadlessProcess server = pinned("482913");
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            HeadlessProcess client = bench.client(server.port(), "--pin-file", file("482914"));
            assertEquals(1, client.awaitExit());
            reasons.add(client.await("pin-asked").text("reason"));
        }
        assertEquals("wrong", reasons.getFirst());
        assertTrue(List.of("wrong", "locked").contains(reasons.getLast()), "by how long the second took to start");
        assertEquals(List.of(), server.all("connected"));
    }

    @Test
    void whoGivesAPinGoesOnWithNoServerThatHasNone() throws Exception {
        HeadlessProcess server = bench.server();
        HeadlessProcess client = bench.client(server.port(), "--pin-file", file("482913"));
        assertEquals(1, client.awaitExit());
        assertTrue(client.await("error").text("message").contains("has not shown that it knows the PIN"));
        assertEquals(List.of(), server.all("connected"));
    }

    @Test
    void originalClientsAreTurnedAwayAndThatIsTold() throws Exception {
        HeadlessProcess server = pinned("482913");
        HeadlessProcess qt = bench.client(server.port(), "--dialect", "qt", "--exit-after-files", "1");
        JsonLine told = server.await("pin-turned-away");
        assertTrue(told.has("reason", "no-pin") && told.has("address", "127.0.0.1"), told::toString);
        assertEquals(1, qt.awaitExit());
    }

    @Test
    void aClientThatSeeksItsServerAgainProvesThePinAgain() throws Exception {
        String pin = file("482913").toString();
        HeadlessProcess server = bench.startIn(
                "server", Program.SERVER, List.of("--address", "127.0.0.1", "--port", "0", "--pin-file", pin));
        HeadlessProcess client = bench.client(server.port(), "--reconnect", "--pin-file", pin);
        client.await("connected");
        server.killAndWait();
        client.await("reconnecting");
        bench.startIn(
                "server",
                Program.SERVER,
                List.of("--address", "127.0.0.1", "--port", Integer.toString(server.port()), "--pin-file", pin));
        client.await("connected", 2);
        assertEquals(List.of(), client.all("pin-asked"));
    }

    @Test
    void aFileWithoutAGoodPinIsAUsageError() throws Exception {
        assertUsageError("12345", "does not hold a PIN");
        assertUsageError("", "does not hold a PIN");
        assertUsageError("482913\n482914\n", "does not hold a PIN");
        assertUsageError("123456", "first that somebody would try");
        HeadlessProcess none = bench.server("--pin-file", bench.path("no such file"));
        assertEquals(2, none.awaitExit());
        none.log().await("the file", line -> line.contains("no such file"));
    }

    @Test
    void aFileThatOthersCanReadIsWarnedOf() throws Exception {
        Path file = bench.path("pin");
        Files.writeString(file, "482913");
        Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        HeadlessProcess server = bench.server("--pin-file", file);
        server.log().await("a warning", line -> line.contains("can be read by other users"));
    }

    private void assertUsageError(String text, String part) throws Exception {
        HeadlessProcess server = bench.server("--pin-file", file(text));
        assertEquals(2, server.awaitExit());
        server.log().await(part, line -> line.contains(part));
        assertEquals(List.of(), server.events().all());
    }

    private HeadlessProcess pinned(String pin) throws Exception {
        return bench.server("--pin-file", file(pin));
    }

    private Path file(String text) throws Exception {
        return Files.writeString(Files.createTempFile(bench.folder("pins"), "pin", ""), text);
    }
}

package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.Program;
import io.lamplink.tour.harness.TestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two servers and two clients of one user at the same time, in one home: they share what is to be shared, and nothing else. */
@EnabledOnOs(OS.LINUX) // where the test knows the folders of a home
final class SharedHomeTest {
    private static final long SIZE = 3_000_000;

    @RegisterExtension
    private final Bench bench = new Bench();

    private HeadlessProcess server(Object... arguments) throws IOException {
        return start(Program.SERVER, List.of("--address", "127.0.0.1", "--port", "0", "--history"), arguments);
    }

    private HeadlessProcess client(int port, Object... arguments) throws IOException {
        return start(
                Program.CLIENT,
                List.of("--connect", "wss://127.0.0.1:" + port, "--trust-first", "--history"),
                arguments);
    }

    private HeadlessProcess start(Program program, List<String> first, Object... arguments) throws IOException {
        List<String> all = Stream.concat(first.stream(), Stream.of(arguments).map(Object::toString))
                .toList();
        return bench.startIn("shared", program, all);
    }

    private Path data(String name) {
        return bench.path("home-shared").resolve(".local/share/lamplink").resolve(name);
    }

    @Test
    void twoOfEachWorkSideBySide() throws Exception {
        Path one = bench.file("one.bin", SIZE);
        Path two = bench.file("two.bin", SIZE);
        HeadlessProcess first = server("--send", one);
        HeadlessProcess second = server("--send", two);
        assertNotEquals(first.port(), second.port());
        HeadlessProcess ann = client(first.port(), "--say", "from ann", "--receive-to", bench.path("in-1"));
        HeadlessProcess ben = client(second.port(), "--say", "from ben", "--receive-to", bench.path("in-2"));
        ann.await("transfer-complete");
        ben.await("transfer-complete");
        first.await("chat", line -> line.has("text", "from ann"));
        second.await("chat", line -> line.has("text", "from ben"));
        assertEquals(TestFile.sha256(one), TestFile.sha256(bench.path("in-1").resolve("one.bin")));
        assertEquals(TestFile.sha256(two), TestFile.sha256(bench.path("in-2").resolve("two.bin")));
        for (HeadlessProcess each : List.of(ann, ben, first, second)) {
            each.terminate();
        }
        assertEquals(2, Set.of(identity("server"), identity("server-2")).size());
        assertEquals(2, Set.of(identity("client"), identity("client-2")).size());
        assertEquals(Set.of("from ann", "from ben"), said("server-history.db"));
        assertEquals(Set.of("from ann", "from ben"), said("client-history.db"));
        assertEquals(2, Files.readAllLines(data("client-known-servers")).size());
        eachHasALogOfItsOwn("server");
        eachHasALogOfItsOwn("client");
        bench.awaitNoLeftovers();
    }

    @Test
    void bothServersOfOneUserAreTheSameToClientsAndTheNextRunIsTheFirst() throws Exception {
        HeadlessProcess first = server();
        HeadlessProcess second = server();
        first.port();
        second.port();
        List<String> keys = Stream.of(first, second)
                .map(server -> server.await("listening").text("fingerprint"))
                .toList();
        assertEquals(keys.getFirst(), keys.getLast());
        String identity = identity("server");
        first.terminate();
        second.terminate();
        server().port();
        assertEquals(identity, identity("server"));
        assertTrue(Files.notExists(data("server-3")), "a third folder is only for a third at the same time");
    }

    @Test
    void aRunWhoseLogCannotBeWrittenSaysSoOnceAndGoesOn() throws Exception {
        Files.createDirectories(data("server"));
        Files.writeString(data("server/log"), "in the way");
        HeadlessProcess server = server();
        server.port();
        assertEquals(0, server.terminate());
        String blocked = data("server/log").toString();
        assertEquals(1, server.log().all(line -> line.contains(blocked)).size(), server::toString);
        assertEquals("in the way", Files.readString(data("server/log")));
    }

    /** Two that ran at once have written whole lines, each in its own file, and nothing of what was said. */
    private void eachHasALogOfItsOwn(String program) throws IOException {
        Set<String> processes = new TreeSet<>();
        for (int i = 0; i < 2; i++) {
            List<String> lines = Files.readAllLines(data(program).resolve("log/lamplink-" + i + "-0.log"));
            assertTrue(lines.getFirst().matches("--- Lamplink " + program + " \\S+, process \\d+"), lines::toString);
            assertTrue(lines.get(1).endsWith(": The program begins."), lines::toString);
            assertEquals(
                    List.of(),
                    lines.stream()
                            .filter(line -> line.matches(".*from (ann|ben).*"))
                            .toList());
            processes.add(lines.getFirst());
        }
        assertEquals(2, processes.size());
    }

    private String identity(String program) throws IOException {
        return Files.readString(data(program).resolve("identity"));
    }

    private Set<String> said(String database) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data(database));
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT body FROM entry WHERE kind = 0 AND body LIKE 'from %'")) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}

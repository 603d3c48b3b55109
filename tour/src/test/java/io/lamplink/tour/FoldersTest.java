package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.JsonLine;
import io.lamplink.tour.harness.TestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole folders between the two real programs. */
class FoldersTest {
    @RegisterExtension
    private final Bench bench = new Bench();

    @Test
    void aFolderArrivesWithAllThatIsInIt() throws Exception {
        Path photos = folder("photos", 40);
        HeadlessProcess server = bench.server("--send", photos, "--exit-when-done");
        HeadlessProcess client =
                bench.client(server.port(), "--receive-to", bench.path("inbox"), "--exit-after-files", 1);
        assertEquals(0, client.awaitExit());
        assertEquals(0, server.awaitExit());
        JsonLine complete = client.await("transfer-complete");
        assertEquals(42, complete.number("files"));
        assertEquals(0, complete.number("missing"));
        assertEquals(tree(photos), tree(bench.path("inbox").resolve("photos")));
        bench.awaitNoLeftovers();
    }

    @Test
    void foldersGoBothWaysAtOnceAndNeverIntoOneThatIsThere() throws Exception {
        Path down = folder("down", 30);
        Path up = folder("up", 20);
        Path inbox = bench.folder("inbox");
        Files.createDirectory(inbox.resolve("down"));
        HeadlessProcess server = bench.server("--send", down, "--receive-to", bench.path("server-inbox"));
        HeadlessProcess client = bench.client(
                server.port(), "--send", up, "--receive-to", inbox, "--exit-after-files", 1, "--exit-when-done");
        assertEquals(0, client.awaitExit());
        server.await("transfer-complete", 2);
        assertEquals(tree(down), tree(inbox.resolve("down (1)")));
        assertEquals(tree(up), tree(bench.path("server-inbox").resolve("up")));
        assertEquals(List.of(), TestFile.names(inbox.resolve("down")));
    }

    @Test
    void aQtPeerGetsNoFolderAndTheSenderHearsWhy() throws Exception {
        HeadlessProcess server = bench.server("--send", folder("photos", 3));
        bench.client(server.port(), "--dialect", "qt");
        String sentence = server.await("error").text("message");
        assertTrue(sentence.contains("single files only"), sentence);
    }

    /** Small files and two large ones, at several depths, and folders without anything in them. */
    private Path folder(String name, int smallFiles) throws IOException {
        Path folder = bench.folder(name);
        for (int i = 0; i < smallFiles; i++) {
            Path place = Files.createDirectories(folder.resolve("d" + i % 3).resolve("e" + i % 2));
            TestFile.make(place.resolve("文件 " + i + ".txt"), i * 37L);
        }
        TestFile.make(folder.resolve("large.bin"), 3_000_000);
        TestFile.make(Files.createDirectories(folder.resolve("a/b/c")).resolve("deep.bin"), 1_500_000);
        Files.createDirectories(folder.resolve("empty/inner"));
        Files.createDirectory(folder.resolve("leer"));
        return folder;
    }

    /** Every path in it, with the digest of what is there; {@code /} for a folder. */
    private static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                String what = Files.isDirectory(path) ? "/" : TestFile.sha256(path);
                tree.put(folder.relativize(path).toString(), what);
            }
        }
        return tree;
    }
}

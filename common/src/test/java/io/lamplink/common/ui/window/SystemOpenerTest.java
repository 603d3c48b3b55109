package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.ui.theme.Phrase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is opened by which command, and what is told where that does not work. */
final class SystemOpenerTest {

    private final List<List<String>> started = new ArrayList<>();
    private final List<Phrase> problems = new ArrayList<>();
    private int status;

    @TempDir
    private Path disk;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(disk.resolve("a file.txt"), "x");
    }

    private SystemOpener on(String system) {
        return hearing(new SystemOpener(system, Runnable::run, this::start));
    }

    private CompletionStage<Integer> start(List<String> command) {
        started.add(command);
        return CompletableFuture.completedFuture(status);
    }

    private SystemOpener hearing(SystemOpener opener) {
        opener.setOnProblem(problems::add);
        return opener;
    }

    @Test
    void eachSystemHasItsOwnOpenerAndPathsAreOneArgument() {
        on("Linux").open(file);
        on("Mac OS X").open(file);
        on("Windows 11").open(file);
        on("Linux").showInFolder(file);
        on("Mac OS X").showInFolder(file);
        on("Windows 11").showInFolder(file);
        on("Linux").browse(URI.create("https://example.org/a?b&c"));
        assertEquals(
                List.of(
                        List.of("xdg-open", file.toString()),
                        List.of("open", file.toString()),
                        List.of("rundll32.exe", "url.dll,FileProtocolHandler", file.toString()),
                        List.of("xdg-open", disk.toString()),
                        List.of("open", "-R", file.toString()),
                        List.of("explorer.exe", "/select,", file.toString()),
                        List.of("xdg-open", "https://example.org/a?b&c")),
                started);
        assertEquals(List.of(), problems);
    }

    @Test
    void aFileThatIsGoneIsToldAndNothingStarted() {
        Path gone = disk.resolve("gone");
        on("Linux").open(gone);
        on("Windows 11").showInFolder(gone);
        assertEquals(List.of(), started);
        Phrase told = Phrase.of("open.problem.missing", gone.toString());
        assertEquals(List.of(told, told), problems);
    }

    @Test
    void aSystemWithoutAnOpenerIsTold() {
        SystemOpener opener = hearing(new SystemOpener("Linux", Runnable::run, _ -> {
            throw new IOException("There is no such program.");
        }));
        opener.open(file);
        assertEquals(List.of(Phrase.of("open.problem.no-opener", file.toString(), "xdg-open")), problems);
    }

    @Test
    void whatNoProgramOpensIsToldWhereTheOpenerSaysSo() {
        status = 3;
        on("Linux").open(file);
        on("Windows 11").open(file);
        on("Linux").showInFolder(file);
        assertEquals(
                List.of(
                        Phrase.of("open.problem.no-program", file.toString()),
                        Phrase.of("open.problem.no-program", disk.toString())),
                problems);
    }
}

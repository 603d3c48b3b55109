package io.lamplink.common.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.PeerStatistics;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.Samples;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person passes on to those who are to find a fault. */
final class DiagnosticsTest {
    @TempDir
    private Path temp;

    private final Logger root = Logger.getAnonymousLogger();
    private final PeerStatistics link = Samples.figures(Samples.peer("Secret Mei", "203.0.113.77"));

    private static ThisProgram program(Optional<LogFiles> log) {
        return new ThisProgram("server", "0.1.0", log, new UncaughtErrors());
    }

    private static String text(ThisProgram program, List<PeerStatistics> links) {
        return new Diagnostics(program, List.of("JavaFX: 26"), Map.of("theme", "midnight"), LinkState.CONNECTED, links)
                .text();
    }

    @Test
    void itTellsWhatTheProgramIsAndRunsOn() {
        List<String> lines = text(program(Optional.empty()), List.of()).lines().toList();
        assertEquals("Lamplink server 0.1.0", lines.getFirst());
        assertTrue(lines.get(1).startsWith("Java: " + Runtime.version().feature()), lines::toString);
        assertTrue(lines.get(2).startsWith("System: " + System.getProperty("os.name")), lines::toString);
        assertTrue(lines.get(4).matches("Memory: \\d+ MB used of at most \\d+ MB, \\d+ processors"), lines::toString);
        assertTrue(lines.contains("JavaFX: 26"), lines::toString);
        assertTrue(lines.contains("  theme = midnight"), lines::toString);
        assertTrue(lines.contains("Links: connected, 0 up"), lines::toString);
        assertTrue(lines.contains("  none is written"), lines::toString);
    }

    @Test
    void ofALinkItTellsHowItIsAndNotWithWhom() {
        String text = text(program(Optional.empty()), List.of(link));
        assertTrue(
                text.contains("  lamplink.v1, in clear, round trip 1.6 ms, messages 12 out 34 in,"
                        + " bytes 842000123 out 51234 in, files 3 out 1 in 1 under way, 0 waiting"),
                text);
        assertFalse(text.contains("Mei") || text.contains("203.0.113"), text);
    }

    @Test
    void ofACrowdItTellsSome() {
        String text = text(program(Optional.empty()), Collections.nCopies(5_000, link));
        assertTrue(text.contains("Links: connected, 5000 up"), text);
        assertEquals(
                20, text.lines().filter(line -> line.contains("round trip")).count());
    }

    @Test
    void itEndsWithTheLastLinesOfTheLogWhichDoNotTellWhoTheUserIs() throws IOException {
        root.setUseParentHandlers(false);
        try (LogFiles log = LogFiles.begin(temp.resolve("log"), "server 0.1.0", root, 100_000)) {
            for (int i = 0; i < 200; i++) {
                root.info("line " + i);
            }
            root.log(
                    Level.WARNING,
                    "The history in " + System.getProperty("user.home") + "/history.db cannot be written.",
                    new NoSuchFileException("/home/ann/thesis.doc"));
            String text = text(program(Optional.of(log)), List.of());
            assertFalse(text.contains("line 50\n"), text);
            assertTrue(text.contains("line 199\n"), text);
            assertTrue(text.contains("The history in ~/history.db cannot be written."), text);
            assertFalse(text.contains(System.getProperty("user.home")), text);
            assertFalse(text.contains("thesis"), text);
        }
    }

    @Test
    void anErrorIsToldWithWhatItRanOn() {
        RuntimeException error =
                new IllegalStateException("It broke.", new NoSuchFileException("/home/ann/thesis.doc"));
        String text = Diagnostics.of(program(Optional.empty()), error);
        assertTrue(text.startsWith("Lamplink server 0.1.0\nJava: "), text);
        assertTrue(text.contains("\njava.lang.IllegalStateException: It broke.\n\tat io.lamplink"), text);
        assertTrue(text.contains("\nCaused by: java.nio.file.NoSuchFileException\n"), text);
        assertFalse(text.contains("thesis"), text);
    }
}

package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    @TempDir
    private Path temp;

    private Path file() {
        return temp.resolve("state").resolve("journal");
    }

    private static List<List<String>> read(Path file) {
        try (JournalFile journal = new JournalFile(file)) {
            return journal.read();
        }
    }

    @Test
    void anyWordComesBackAsItWas() {
        List<String> words = List.of("a", "", "tab\tnew\nline\r", "100 %+/", "报告\uD83D\uDE00", "\0");
        try (JournalFile journal = new JournalFile(file())) {
            journal.add(words);
            journal.add("b", "c");
        }
        assertEquals(List.of(words, List.of("b", "c")), read(file()));
    }

    @Test
    void nothingIsThereBeforeTheFirstLine() {
        assertEquals(List.of(), read(file()));
        assertFalse(Files.exists(file()));
    }

    @Test
    void whatIsWrittenIsThereWithoutAClose() {
        new JournalFile(file()).add("a");
        assertEquals(List.of(List.of("a")), read(file()));
    }

    @Test
    void aLastLineThatWasCutShortIsLeftOut() throws IOException {
        new JournalFile(file()).add("a", "b");
        Files.writeString(file(), Files.readString(file()) + "a\tb");
        assertEquals(List.of(List.of("a", "b")), read(file()));
    }

    @Test
    void aLineOfWhichTheDiskTookHalfDoesNotSpoilTheNextOne() {
        AtomicBoolean full = new AtomicBoolean();
        JournalFile journal = new JournalFile(file(), (to, bytes) -> {
            if (full.get()) {
                to.write(bytes.slice(0, bytes.remaining() / 2));
                throw new IOException("No space left on device");
            }
            to.write(bytes);
        });
        journal.add("before");
        full.set(true);
        journal.add("a line that does not fit");
        full.set(false);
        journal.add("after");
        assertEquals(List.of(List.of("before"), List.of("after")), read(file()));
    }

    @Test
    void rewritingReplacesEverythingAndGoesOn() throws IOException {
        JournalFile journal = new JournalFile(file());
        journal.add("a");
        journal.rewrite(List.of(List.of("b"), List.of("c")));
        journal.add("d");
        assertEquals(List.of(List.of("b"), List.of("c"), List.of("d")), read(file()));
        journal.rewrite(List.of());
        assertFalse(Files.exists(file()));
        journal.add("e");
        assertEquals(List.of(List.of("e")), read(file()));
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aJournalThatSomebodyRemovedIsBegunAnew() throws IOException {
        JournalFile journal = new JournalFile(file());
        journal.add("a");
        journal.close();
        Files.delete(file());
        journal.add("b");
        assertEquals(List.of(List.of("b")), read(file()));
    }

    @Test
    void aJournalThatCannotBeReadOrWrittenThrowsNothing() throws IOException {
        Files.createDirectories(file());
        JournalFile journal = new JournalFile(file());
        assertFalse(journal.unread());
        assertEquals(List.of(), journal.read());
        assertTrue(journal.unread());
        journal.add("a");
        journal.add("b");
        Files.createFile(file().resolve("in the way"));
        journal.rewrite(List.of(List.of("c")));
        assertTrue(Files.isDirectory(file()));
    }

    @Test
    void whatCouldNotBeReadIsNotReplaced() throws IOException {
        Files.createDirectories(file());
        JournalFile journal = new JournalFile(file());
        assertEquals(List.of(), journal.read());
        Files.delete(file());
        Files.writeString(file(), "readable\n");
        journal.rewrite(List.of());
        journal.rewrite(List.of(List.of("other")));
        assertEquals(List.of(List.of("readable")), read(file()));
    }
}

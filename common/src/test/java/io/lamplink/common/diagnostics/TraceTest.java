package io.lamplink.common.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stack trace tells of an error, and what it keeps to itself. */
final class TraceTest {

    static Stream<Throwable> quoting() {
        return Stream.of(
                new NoSuchFileException("secret.txt"),
                new AccessDeniedException("secret.txt", "secret2.txt", null),
                new UncheckedIOException(new NoSuchFileException("/home/ann/secret.txt")),
                new IOException("/home/ann/secret.txt (Permission denied)"),
                new IOException("C:\\Users\\secret"),
                new InvalidPathException("secret", "Illegal char"),
                new NumberFormatException("For input string: \"secret\""),
                new IllegalArgumentException("Not “secret”"),
                new IllegalStateException("two\nlines, secret"),
                new NullPointerException("two\nlines, secret"),
                new IllegalStateException("x".repeat(300) + "secret"));
    }

    @ParameterizedTest
    @MethodSource("quoting")
    void whatMayQuoteAPersonIsLeftOut(Throwable error) {
        String text = Trace.of(error);
        assertFalse(text.contains("secret"), text);
        assertFalse(text.contains("/home/"), text);
        assertTrue(text.startsWith(error.getClass().getName()), text);
        assertTrue(text.contains("\tat " + TraceTest.class.getName()), text);
    }

    @Test
    void whatTheMachineSaysOfItsOwnErrorsStays() {
        String nothing = "Cannot invoke \"String.length()\" because \"<local1>\" is null";
        assertEquals("java.lang.NullPointerException: " + nothing, Trace.head(new NullPointerException(nothing)));
        assertEquals("java.lang.IllegalStateException: Closed.", Trace.head(new IllegalStateException("Closed.")));
        assertEquals(
                "java.nio.file.FileSystemException: No space left on device",
                Trace.head(new java.nio.file.FileSystemException("/x", null, "No space left on device")));
    }

    @Test
    void causesAndWhatWasSuppressedFollow() {
        IllegalStateException error = new IllegalStateException("outer", new IOException("inner"));
        error.addSuppressed(new IOException("beside"));
        List<String> heads =
                Trace.of(error).lines().filter(line -> !line.startsWith("\t")).toList();
        assertEquals(
                List.of(
                        "java.lang.IllegalStateException: outer",
                        "Suppressed: java.io.IOException: beside",
                        "Caused by: java.io.IOException: inner"),
                heads);
    }

    @Test
    void aCircleOfCausesAndADeepStackEnd() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException two = new IllegalStateException("two", one);
        one.initCause(two);
        StackTraceElement frame = new StackTraceElement("a.B", "c", "B.java", 1);
        one.setStackTrace(Stream.generate(() -> frame).limit(1000).toArray(StackTraceElement[]::new));
        String text = Trace.of(one);
        assertTrue(text.contains("\t... 920 more"), text);
        assertEquals(2, text.lines().filter(line -> !line.startsWith("\t")).count());
    }
}

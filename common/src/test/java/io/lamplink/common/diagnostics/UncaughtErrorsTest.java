package io.lamplink.common.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors that nobody caught. */
final class UncaughtErrorsTest {
    private final List<Throwable> told = Collections.synchronizedList(new ArrayList<>());
    private final List<LogRecord> logged = Collections.synchronizedList(new ArrayList<>());
    private final UncaughtErrors errors = new UncaughtErrors();
    private final Logger logger = Logger.getLogger(UncaughtErrors.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private void happens(Throwable error) {
        errors.uncaughtException(Thread.currentThread(), error);
    }

    private List<Throwable> traces() {
        return logged.stream()
                .map(LogRecord::getThrown)
                .filter(Objects::nonNull)
                .toList();
    }

    /** An error as it is thrown anew by line {@code line} each time. */
    private static RuntimeException at(int line) {
        RuntimeException error = new IllegalStateException("at " + line);
        error.setStackTrace(new StackTraceElement[] {new StackTraceElement("io.lamplink.X", "run", "X.java", line)});
        return error;
    }

    @Test
    void eachIsLoggedAndTold() {
        errors.setOnError(told::add);
        RuntimeException first = at(1);
        RuntimeException second = at(2);
        happens(first);
        happens(second);
        assertEquals(List.of(first, second), told);
        assertEquals(List.of(first, second), traces());
    }

    @Test
    void ofAStormOneIsToldAndLoggedWithItsTrace() {
        errors.setOnError(told::add);
        for (int i = 0; i < 1_000; i++) {
            happens(at(7));
        }
        assertEquals(1, told.size());
        assertEquals(1, traces().size());
        assertEquals(
                List.of(10, 100, 1000),
                logged.stream().skip(1).map(UncaughtErrorsTest::count).toList());
    }

    private static int count(LogRecord record) {
        return Integer.parseInt(record.getMessage().replaceAll("\\D+(\\d+) times.*", "$1"));
    }

    @Test
    void ofManyKindsABoundedNumberIsTold() {
        errors.setOnError(told::add);
        IntStream.range(0, 10_000).forEach(line -> happens(at(line)));
        assertEquals(UncaughtErrors.MOST_KINDS + 1, told.size());
    }

    @Test
    void whatHappensBeforeAnybodyListensIsToldThenAndOnce() {
        RuntimeException early = at(1);
        happens(early);
        errors.setOnError(told::add);
        errors.setOnError(told::add);
        assertEquals(List.of(early), told);
        errors.forgetListener();
        happens(at(2));
        assertEquals(List.of(early), told);
    }

    @Test
    void anErrorInTheTellingEnds() {
        RuntimeException first = at(1);
        RuntimeException inside = at(2);
        errors.setOnError(error -> {
            told.add(error);
            happens(inside);
            throw inside;
        });
        happens(first);
        happens(first);
        assertEquals(List.of(first, inside), told);
    }

    @Test
    void whatTheMachineCannotGoOnWithIsNotShown() {
        errors.setOnError(told::add);
        Error error = new OutOfMemoryError("none left");
        happens(error);
        assertEquals(List.of(), told);
        assertEquals(List.of(error), traces());
        Error deep = new StackOverflowError();
        happens(deep);
        assertEquals(List.of(deep), told);
    }

    @Test
    void errorsWithoutATraceAreOfAKindToo() {
        errors.setOnError(told::add);
        RuntimeException bare = new IllegalStateException();
        bare.setStackTrace(new StackTraceElement[0]);
        happens(bare);
        happens(bare);
        assertEquals(List.of(bare), told);
    }

    @Test
    void whereOurOwnCodeCameToItMakesAKind() {
        errors.setOnError(told::add);
        StackTraceElement inside = new StackTraceElement("java.util.Objects", "requireNonNull", "Objects.java", 1);
        for (int line = 1; line <= 2; line++) {
            RuntimeException error = at(line);
            error.setStackTrace(new StackTraceElement[] {inside, error.getStackTrace()[0]});
            happens(error);
        }
        assertEquals(2, told.size());
    }

    @Test
    void aThreadThatDiesOfOneTells() throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            UncaughtErrors.ofThisProgram().setOnError(told::add);
            RuntimeException error = at(1);
            Thread thread = Thread.ofPlatform().start(() -> {
                throw error;
            });
            thread.join();
            assertEquals(List.of(error), told);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}

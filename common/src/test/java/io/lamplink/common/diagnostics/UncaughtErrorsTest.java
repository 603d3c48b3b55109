package io.lamplink.common.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors that nobody caught. */
final class UncaughtErrorsTest {
    private final List<Throwable> told = new ArrayList<>();
    private final List<Throwable> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger(UncaughtErrors.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record.getThrown());
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

    @Test
    void eachIsLoggedAndTold() {
        UncaughtErrors errors = new UncaughtErrors(told::add);
        RuntimeException first = new IllegalStateException("one");
        RuntimeException second = new IllegalStateException("two");
        errors.uncaughtException(Thread.currentThread(), first);
        errors.uncaughtException(Thread.currentThread(), second);
        assertEquals(List.of(first, second), told);
        assertEquals(List.of(first, second), logged);
    }

    @Test
    void anErrorInTheTellingIsLoggedOnlyAndTheNextOneIsTold() {
        RuntimeException first = new IllegalStateException("one");
        RuntimeException inside = new IllegalStateException("inside");
        List<UncaughtErrors> self = new ArrayList<>();
        UncaughtErrors errors = new UncaughtErrors(error -> {
            told.add(error);
            self.getFirst().uncaughtException(Thread.currentThread(), inside);
            throw inside;
        });
        self.add(errors);
        errors.uncaughtException(Thread.currentThread(), first);
        errors.uncaughtException(Thread.currentThread(), first);
        assertEquals(List.of(first, first), told);
        assertEquals(List.of(first, inside, inside, first, inside, inside), logged);
    }

    @Test
    void whatTheMachineCannotGoOnWithIsNotShown() {
        Error error = new OutOfMemoryError("none left");
        new UncaughtErrors(told::add).uncaughtException(Thread.currentThread(), error);
        assertEquals(List.of(), told);
        assertEquals(List.of(error), logged);
    }

    @Test
    void aThreadThatDiesOfOneTells() throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            UncaughtErrors.handTo(told::add);
            RuntimeException error = new IllegalStateException("gone");
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

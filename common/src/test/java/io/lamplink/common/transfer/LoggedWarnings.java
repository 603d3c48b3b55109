package io.lamplink.common.transfer;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts what a class logs as warnings or worse. */
final class LoggedWarnings implements AutoCloseable {
    private final Logger logger;
    private final AtomicInteger count = new AtomicInteger();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                count.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    LoggedWarnings(Class<?> what) {
        logger = Logger.getLogger(what.getName());
        logger.addHandler(handler);
    }

    int count() {
        return count.get();
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
    }
}

package io.lamplink.bench.worker;

import java.io.IOException;
import java.util.List;

/** One process of the bench: does what it is told. */
public interface Worker extends AutoCloseable {
    /** Does what the first word says with the others; called by one thread, one order after another. */
    void obey(List<String> order) throws IOException;

    @Override
    void close();
}

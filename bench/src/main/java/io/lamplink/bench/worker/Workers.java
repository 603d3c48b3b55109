package io.lamplink.bench.worker;

import java.io.IOException;
import java.util.List;

/** Several workers in one process; each order is for all of them. */
record Workers(List<Worker> all) implements Worker {
    Workers {
        all = List.copyOf(all);
    }

    @Override
    public void obey(List<String> order) throws IOException {
        for (Worker worker : all) {
            worker.obey(order);
        }
    }

    @Override
    public void close() {
        all.forEach(Worker::close);
    }
}

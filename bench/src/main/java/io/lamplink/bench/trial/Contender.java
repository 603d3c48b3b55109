package io.lamplink.bench.trial;

import io.lamplink.bench.process.BenchException;
import io.lamplink.bench.process.WorkerProcess;
import java.util.List;

/**
 * One way to get a file from one process to one or more others.
 *
 * @param name what it is called in tables
 * @param from who sends
 * @param to who receives
 * @param file what is sent
 */
record Contender(String name, WorkerProcess from, List<WorkerProcess> to, Source file) {
    private static final double NANOS_PER_SECOND = 1e9;

    Contender {
        to = List.copyOf(to);
    }

    /** The same with another file. */
    Contender with(Source other) {
        return new Contender(name, from, to, other);
    }

    /**
     * Sends the file once; answers with the bytes a second that arrived at all receivers together. The time runs from the moment
     * that the sender begins to the moment that the last receiver has compared the digest, with the file on its disk. Both
     * processes read the system's monotonic clock, which is one for all processes of a machine.
     */
    double pass() {
        begin();
        return finish();
    }

    /** Begins to send. */
    void begin() {
        from.tell("send", file.path());
    }

    /** Waits for what {@link #begin} began; see {@link #pass}. */
    double finish() {
        long began = Long.parseLong(from.await("began").getFirst());
        long end = began;
        for (WorkerProcess receiver : to) {
            end = Math.max(end, arrival(receiver.await("arrived")));
            from.await("sent");
        }
        return file.bytes() * to.size() / ((end - began) / NANOS_PER_SECOND);
    }

    private long arrival(List<String> report) {
        if (Long.parseLong(report.get(1)) != file.bytes() || !report.get(2).equals(file.sha256())) {
            throw new BenchException("What arrived by " + name + " is not what was sent.");
        }
        return Long.parseLong(report.getFirst());
    }
}

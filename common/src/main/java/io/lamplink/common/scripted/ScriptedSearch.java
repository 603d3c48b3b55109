package io.lamplink.common.scripted;

import io.lamplink.common.discovery.FoundServer;
import io.lamplink.common.discovery.ServerFinder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Lists the servers on the network, one JSON object a line as they are found. */
public final class ScriptedSearch {
    private final EventLines lines;
    private final Set<FoundServer> found = new HashSet<>();
    private boolean deaf;

    ScriptedSearch(EventLines lines) {
        this.lines = lines;
    }

    /**
     * Looks for {@code length} and writes to standard output; blocks meanwhile.
     *
     * @return the exit status: 0 if at least one was found
     */
    public static int run(ServerFinder finder, Duration length) {
        EventLines lines = new EventLines(new FileOutputStream(FileDescriptor.out));
        return new ScriptedSearch(lines).run(finder, ScriptedSearch::pass, length);
    }

    int run(ServerFinder finder, Consumer<Duration> waiting, Duration length) {
        ServerFinder.Looking looking = finder.look(this::take);
        waiting.accept(length);
        looking.stop();
        return end();
    }

    private synchronized void take(ServerFinder.Findings findings) {
        deaf = findings.deaf();
        findings.servers().stream().filter(found::add).forEach(this::write);
    }

    private void write(FoundServer server) {
        lines.event("server")
                .with("name", server.name())
                .with("address", server.host())
                .with("port", server.port())
                .with("encrypted", server.encrypted())
                .write();
    }

    private synchronized int end() {
        if (deaf) {
            lines.event("error")
                    .with("message", "Nobody was looked for: this machine has no network on which it could.")
                    .write();
        }
        return found.isEmpty() ? 1 : 0;
    }

    private static void pass(Duration length) {
        try {
            var _ = new CountDownLatch(1).await(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

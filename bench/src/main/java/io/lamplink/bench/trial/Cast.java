package io.lamplink.bench.trial;

import io.lamplink.bench.process.WorkerProcess;
import io.lamplink.bench.shaper.LinkShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes of one measurement; closing ends them all, the last first. */
final class Cast implements AutoCloseable {
    private final Path folder;
    private final Deque<WorkerProcess> all = new ArrayDeque<>();

    /** A cast that keeps its files in {@code folder}. */
    Cast(Path folder) {
        this.folder = folder;
    }

    /** Two processes that are connected; a server and its client, or the reference's receiver and its sender. */
    record Pair(WorkerProcess listening, WorkerProcess connecting) {}

    /** The reference, through a slow link unless {@code shape} is null. */
    Contender reference(Source file, @Nullable LinkShape shape) {
        Pair pair = pair("reference-receiver", "reference-sender", shape);
        return new Contender("reference", pair.connecting(), List.of(pair.listening()), file);
    }

    /** A server and a client in our own dialect, through a slow link unless {@code shape} is null. */
    Pair engines(@Nullable LinkShape shape) {
        return pair("server", "client", shape);
    }

    /** A server and a client in the original Qt program's dialect. */
    Pair qtEngines() {
        return pair("server", "qt-client", null);
    }

    /** A server and a client in our own dialect that encrypt. */
    Pair encryptedEngines() {
        return pair("server", "encrypted-client", null);
    }

    /** A server's window that is never visited, with what {@link #past} has made here or with nothing. */
    WorkerProcess logWindow(boolean past) {
        return start("log-window", folder, past);
    }

    /** The same, which starts with a cache of its classes. */
    WorkerProcess logWindow(boolean past, Path cache) {
        return start(List.of("-Xlog:disable", "-XX:AOTCache=" + cache), "log-window", folder, past);
    }

    /** The same with a past, which makes that cache when this cast is closed. */
    WorkerProcess trainedLogWindow(Path cache) {
        WorkerProcess window = WorkerProcess.training(cache, List.of("log-window", folder.toString(), "true"));
        all.push(window);
        return window;
    }

    /** A history by itself. */
    WorkerProcess past() {
        return start("past", folder);
    }

    /** Both windows, shown. */
    Pair windows() {
        return pair("server-window", "client-window", null);
    }

    /** A server that sends to so many clients. */
    Contender crowd(String name, int clients, Source file) {
        WorkerProcess server = start("server", folder);
        String port = server.await("listening").getFirst();
        List<WorkerProcess> receivers = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            receivers.add(start("client", folder, port));
            server.await("joined");
        }
        receivers.forEach(receiver -> receiver.await("joined"));
        return new Contender(name, server, receivers, file);
    }

    /** A server that puts up with clients that go, with so much heap as {@code options} of Java give it. */
    WorkerProcess crowdServer(String... options) {
        return start(List.of(options), "crowd-server", folder);
    }

    /** Processes of light clients of {@code server}, which has been awaited; nobody is in them yet. */
    List<WorkerProcess> lightClients(String port, int processes) {
        return Stream.generate(() -> start("crowd", folder, port))
                .limit(processes)
                .toList();
    }

    /** What went wrong among the light clients of a process so far: connections lost, texts out of order. */
    static long troublesOf(WorkerProcess lightClients) {
        lightClients.tell("state");
        List<String> state = lightClients.await("state");
        return Long.parseLong(state.get(1)) + Long.parseLong(state.get(2));
    }

    /** A server that sends to so many clients, several of which share a process. */
    Contender together(String name, WorkerProcess server, String port, int processes, int clientsInEach, Source file)
            throws IOException {
        List<WorkerProcess> receivers = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            Path own = Files.createDirectories(folder.resolve("together-" + i));
            WorkerProcess clients = start("clients", own, port, clientsInEach);
            for (int j = 0; j < clientsInEach; j++) {
                receivers.add(clients);
                server.await("joined");
                clients.await("joined");
            }
        }
        return new Contender(name, server, receivers, file);
    }

    private Pair pair(String listeningRole, String connectingRole, @Nullable LinkShape shape) {
        WorkerProcess listening = start(listeningRole, folder);
        String port = listening.await("listening").getFirst();
        String entrance = shape == null ? port : slowLink(shape, port);
        WorkerProcess connecting = start(connectingRole, folder, entrance);
        listening.await("joined");
        connecting.await("joined");
        return new Pair(listening, connecting);
    }

    private String slowLink(LinkShape shape, String port) {
        return start("slow-link", folder, port, shape.megabits(), shape.roundTripMillis())
                .await("listening")
                .getFirst();
    }

    private WorkerProcess start(Object... role) {
        return start(List.of(), role);
    }

    private WorkerProcess start(List<String> options, Object... role) {
        List<String> words = new ArrayList<>();
        for (Object word : role) {
            words.add(word.toString());
        }
        WorkerProcess worker = WorkerProcess.start(options, words);
        all.push(worker);
        return worker;
    }

    @Override
    public void close() {
        all.forEach(WorkerProcess::close);
    }
}

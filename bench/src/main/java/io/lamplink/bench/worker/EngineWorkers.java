package io.lamplink.bench.worker;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.server.engine.ListeningEngine;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Engines without windows, as the headless commands have them; they greet nobody. */
public final class EngineWorkers {
    static final String ADDRESS = "127.0.0.1";

    private EngineWorkers() {}

    /** A server that listens on a free port; what comes is kept in {@code folder} until it is deleted. */
    public static Worker server(Path folder, Voice voice) {
        ListeningEngine engine = new ListeningEngine(settings("server", folder));
        Worker worker = listening(engine, file -> engine.sendFile(file, Set.of()), voice);
        engine.listen(ADDRESS, 0);
        return worker;
    }

    /**
     * The same for clients that come and go as they like: texts are not passed on between them, nobody gets what was said or
     * sent before, and what fails to reach one of them is reported as {@code missed} and fails nobody.
     */
    public static Worker crowdServer(Path folder, Voice voice) {
        ListeningEngine engine = new ListeningEngine(settings("server", folder));
        engine.share(false);
        engine.catchUp(false);
        Worker worker = listening(engine, file -> engine.sendFile(file, Set.of()), new TolerantVoice(voice));
        engine.listen(ADDRESS, 0);
        return worker;
    }

    /** So many clients that connect to {@code port}, each with a spool of its own. */
    public static Worker clients(Path folder, int count, int port, Voice voice) {
        return new Workers(IntStream.range(0, count)
                .mapToObj(i -> client(folder.resolve("client-" + i), true, port, voice))
                .toList());
    }

    /** A client that connects to {@code port}, as the original Qt client does unless {@code lamplink}. */
    public static Worker client(Path folder, boolean lamplink, int port, Voice voice) {
        ConnectingEngine engine = new ConnectingEngine(settings("client", folder), lamplink);
        Worker worker = listening(engine, file -> engine.sendFile(file, Set.of()), voice);
        engine.connect(ADDRESS, port);
        return worker;
    }

    /** A client that connects to {@code port} encrypted, and trusts what it finds there. */
    public static Worker encryptedClient(Path folder, int port, Voice voice) {
        ConnectingEngine engine = new ConnectingEngine(settings("client", folder), true);
        Worker worker = listening(engine, file -> engine.sendFile(file, Set.of()), voice);
        engine.addListener(event -> {
            if (event instanceof EngineEvent.IdentityAsked) {
                engine.trust(true);
            }
        });
        engine.connect("wss://" + ADDRESS, port);
        return worker;
    }

    /** A history without an engine, in {@code folder}. */
    public static Worker past(Path folder, Voice voice) {
        return new PastWorker(folder, voice);
    }

    static Worker listening(Engine engine, Consumer<Path> sender, Voice voice) {
        EngineWorker worker = new EngineWorker(engine, sender, voice);
        engine.addListener(worker);
        return worker;
    }

    static HubSettings settings(String name, Path folder) {
        return new HubSettings(
                new Message.Hello(name, "bench", HubSettings.CAPABILITIES),
                folder.resolve("spool-" + name + "-" + ProcessHandle.current().pid()),
                DiskSpool.UNLIMITED,
                peer -> "",
                sent -> "");
    }
}

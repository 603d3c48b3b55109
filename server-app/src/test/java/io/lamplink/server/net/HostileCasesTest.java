package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.server.engine.ListeningEngine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that a hostile or broken client may do, one case after another against one real server, each with the answer
 * that it should get. After each a client that means well says something, and is answered.
 */
final class HostileCasesTest {
    private static final int AT_LEAST = 120;
    private static final int FILE_BYTES = 300_000;

    @TempDir
    Path folder;

    private final BlockingQueue<Peer> joined = new LinkedBlockingQueue<>();
    private HubSettings settings;
    private ListeningEngine engine;
    private InetSocketAddress address;
    private Path file;
    private HostileClient wellMeaning;
    private int served;

    @BeforeEach
    void start() throws Exception {
        file = Files.write(folder.resolve("file.bin"), new byte[FILE_BYTES]);
        Message.Hello hello = new Message.Hello("server", "1", HubSettings.CAPABILITIES);
        settings = new HubSettings(hello, folder.resolve("state"), DiskSpool.UNLIMITED, _ -> "", _ -> "No.");
        engine = new ListeningEngine(settings);
        address = listen(engine);
    }

    private InetSocketAddress listen(ListeningEngine server) throws Exception {
        CompletableFuture<InetSocketAddress> listening = new CompletableFuture<>();
        server.addListener(event -> {
            if (event instanceof EngineEvent.Listening(InetSocketAddress at)) {
                listening.complete(at);
            } else if (event instanceof EngineEvent.PeerJoined(Peer peer)) {
                joined.add(peer);
            }
        });
        server.listen("127.0.0.1", 0);
        return listening.get(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws IOException {
        wellMeaning.close();
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> eachGetsItsAnswerAndOthersAreServedMeanwhile() throws Exception {
        List<HostileCase> cases = Stream.of(
                        HostileHandshakes.all(),
                        HostileFrames.all(),
                        HostileMessages.all(),
                        HostileTransfers.all(),
                        HostilePins.all())
                .flatMap(List::stream)
                .toList();
        assertTrue(cases.size() >= AT_LEAST, cases.size() + " cases");
        Set<String> names = new HashSet<>();
        cases.forEach(each -> assertTrue(names.add(each.state() + each.name()), each::name));
        Map<HostileCase, Future<?>> waiting = startSlowOnes(cases);
        wellMeaning = HostileClient.ready(address);
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(each.state() + ": " + each.name(), () -> {
                    Future<?> running = waiting.get(each);
                    if (running == null) {
                        play(each);
                    } else {
                        running.get(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    }
                    assertOthersAreServed();
                }));
    }

    /** They wait for the server's patience to end, all at the same time, while the others are played. */
    private Map<HostileCase, Future<?>> startSlowOnes(List<HostileCase> cases) {
        Map<HostileCase, Future<?>> waiting = new HashMap<>();
        for (HostileCase each : cases) {
            if (each.slow()) {
                FutureTask<Void> task = new FutureTask<>(() -> {
                    play(each);
                    return null;
                });
                Thread.ofVirtual().start(task);
                waiting.put(each, task);
            }
        }
        return waiting;
    }

    /** One client has as many texts a second as a person needs, which are fewer than there are cases. */
    private void assertOthersAreServed() throws IOException {
        if (++served % 100 == 0) {
            wellMeaning.close();
            wellMeaning = HostileClient.ready(address);
        }
        wellMeaning.roundTrip();
    }

    private void play(HostileCase each) throws Exception {
        if (each.state() == HostileCase.State.ASKED) {
            playWithPin(each);
        } else {
            play(each, address);
        }
    }

    /** A server for itself, since one that has heard a wrong PIN makes the next client wait. */
    private void playWithPin(HostileCase each) throws Exception {
        try (ListeningEngine server = new ListeningEngine(settings)) {
            server.askForPin(new PinSetting(new Pin("482913"), true));
            play(each, listen(server));
        }
    }

    private void play(HostileCase each, InetSocketAddress server) throws Exception {
        try (HostileClient client = new HostileClient(server)) {
            reach(each.state(), client);
            each.deed().on(client);
            check(each, client);
        }
    }

    private void reach(HostileCase.State state, HostileClient client) throws Exception {
        switch (state) {
            case CONNECTED -> {}
            case QT -> client.openQt();
            case GREETING -> client.openLamplink();
            case ASKED -> {
                client.openLamplink();
                client.awaitText("PIN_ASKED");
            }
            case READY, PUSHING, PULLING -> {
                client.openLamplink();
                client.text(HostileClient.HELLO);
                client.awaitText("\"HELLO\"");
            }
        }
        if (state == HostileCase.State.PUSHING) {
            client.push();
        } else if (state == HostileCase.State.PULLING) {
            engine.sendFile(file, Set.of(peerAt(client.raw().localPort())));
            client.pull();
        }
    }

    private UUID peerAt(int port) throws InterruptedException {
        while (true) {
            Peer peer = joined.poll(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertNotNull(peer, "the client has not joined");
            if (peer.address().getPort() == port) {
                return peer.id();
            }
        }
    }

    private static void check(HostileCase each, HostileClient client) throws IOException {
        switch (each.expected()) {
            case HostileCase.Expected.Status(int status) -> {
                String head = client.raw().readHead();
                assertTrue(head.startsWith("HTTP/1.1 " + status + " "), head);
                if (status != 101) {
                    client.raw().readToEnd();
                }
            }
            case HostileCase.Expected.Closed(int code) -> client.awaitClose(code);
            case HostileCase.Expected.Cut() -> client.awaitCut();
            case HostileCase.Expected.Answer(String part) -> {
                client.awaitText(part);
                client.roundTrip();
            }
            case HostileCase.Expected.Alive() -> stillServed(each.state(), client);
            case HostileCase.Expected.HeldBack() -> client.awaitHeldBack();
            case HostileCase.Expected.Gone() -> {}
        }
    }

    private static void stillServed(HostileCase.State state, HostileClient client) throws IOException {
        client.pingPong();
        if (state == HostileCase.State.GREETING) {
            client.text(HostileClient.HELLO);
        }
        if (state != HostileCase.State.QT) {
            client.roundTrip();
        }
    }
}

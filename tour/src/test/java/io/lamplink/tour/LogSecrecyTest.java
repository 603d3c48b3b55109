package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.common.diagnostics.LogFiles;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.engine.LibraryLogs;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.history.History;
import io.lamplink.common.history.Keeping;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.recorder.Recording;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.server.engine.ListeningEngine;
import io.lamplink.server.net.DoorRules;
import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However much is logged: no text, no PIN, no key and no name of a file that people give away is in it. */
final class LogSecrecyTest {
    private static final String HERE = "127.0.0.1";
    private static final Pin WRONG = new Pin("5719280463");
    private static final Pin PIN = new Pin("8362540917");

    @RegisterExtension
    private final Bench bench = new Bench();

    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("io.lamplink");
    private final List<Handler> others = List.of(root.getHandlers());
    private final Journal<EngineEvent> atServer = new Journal<>("The server");
    private final Journal<EngineEvent> atClient = new Journal<>("The client");
    private final AtomicLong now = new AtomicLong();
    private Path folder;
    private LogFiles log;

    @BeforeEach
    void logEverything() throws IOException {
        LibraryLogs.hush();
        folder = bench.folder("log");
        others.forEach(root::removeHandler); // Standard error would hold no less, and nobody reads it here.
        log = LogFiles.begin(folder, "both");
        for (Handler handler : root.getHandlers()) {
            handler.setLevel(Level.ALL);
        }
        ours.setLevel(Level.ALL);
    }

    @AfterEach
    void logAsBefore() {
        log.close();
        ours.setLevel(null);
        others.forEach(root::addHandler);
    }

    private HubSettings settings(String name) throws IOException {
        return new HubSettings(
                new Message.Hello(name, "test", HubSettings.CAPABILITIES),
                bench.folder("state-" + name).resolve("state"),
                DiskSpool.UNLIMITED,
                peer -> "",
                sent -> "");
    }

    private String written() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".log")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Test
    void aConversationLeavesNothingOfItInTheLog() throws Exception {
        Path file = bench.file("thesis-of-ann.pdf", 200_000);
        HubSettings server = settings("server");
        HubSettings client = settings("client");
        try (History atServers = Recording.open(server, Keeping.EVERYTHING);
                History atClients = Recording.open(client, Keeping.EVERYTHING)) {
            talk(server, atServers, client, atClients, file);
        }
        String text = written();
        assertTrue(
                text.lines().anyMatch(line -> line.matches("\\S+ \\S+ FINE.*io\\.lamplink.*")), "nothing fine in it");
        assertTrue(text.contains("A received file could not be saved."), "the trouble is in it");
        for (String secret : List.of(PIN.digits(), WRONG.digits(), "umbrella", "雨伞", "thesis", "inbox-of-ben")) {
            assertEquals(
                    List.of(),
                    text.lines()
                            .filter(line -> line.toLowerCase(Locale.ROOT).contains(secret))
                            .toList(),
                    secret);
        }
        Path key = server.shared("identity.pem");
        for (String line : Files.readAllLines(key)) {
            assertTrue(!text.contains(line), "a line of the key");
        }
    }

    private void talk(HubSettings server, History atServers, HubSettings client, History atClients, Path file)
            throws Exception {
        ListeningEngine listening = bench.with(new ListeningEngine(server, DoorRules.defaults(), now::get));
        listening.addListener(atServer::add);
        Recording.begin(listening, atServers, true);
        listening.askForPin(new PinSetting(PIN, true));
        listening.listen(HERE, 0);
        int port = ((EngineEvent.Listening) atServer.await("a port", EngineEvent.Listening.class::isInstance))
                .address()
                .getPort();
        ConnectingEngine connecting = bench.with(new ConnectingEngine(client, true, null));
        connecting.addListener(atClient::add);
        Recording.begin(connecting, atClients, false);
        comeIn(connecting, port);
        listening.say("Take an umbrella, 带上雨伞", Set.of());
        connecting.say("My umbrella is lost", Set.of());
        atClient.await("a text", EngineEvent.ChatReceived.class::isInstance);
        atServer.await("a text", EngineEvent.ChatReceived.class::isInstance);
        listening.sendFile(file, Set.of());
        listening.sendFile(bench.path("no-thesis.txt"), Set.of());
        saveInVain(connecting);
        connecting.close();
        listening.close();
    }

    /** With a key that is trusted, and the right PIN at the second try. */
    private void comeIn(ConnectingEngine connecting, int port) {
        connecting.connect("wss://" + HERE, port);
        atClient.await("a question", EngineEvent.IdentityAsked.class::isInstance);
        connecting.trust(true);
        atClient.await("a question", EngineEvent.PinAsked.class::isInstance);
        connecting.pin(WRONG);
        EngineEvent.PinAsked again =
                (EngineEvent.PinAsked) atClient.await("another", 2, EngineEvent.PinAsked.class::isInstance)
                        .getLast();
        now.addAndGet(again.in().toNanos());
        connecting.pin(PIN);
        atServer.await("the link", EngineEvent.PeerJoined.class::isInstance);
        atClient.await("the link", EngineEvent.PeerJoined.class::isInstance);
    }

    private void saveInVain(ConnectingEngine connecting) throws Exception {
        EngineEvent.TransferChanged arrived = (EngineEvent.TransferChanged) atClient.await(
                "the file",
                event -> event instanceof EngineEvent.TransferChanged changed
                        && changed.transfer().state() == TransferSnapshot.State.COMPLETE);
        Path blocked = bench.file("inbox-of-ben", 1);
        SaveResult result = connecting
                .save(arrived.transfer().id(), blocked.resolve("thesis-of-ann.pdf"))
                .get(60, TimeUnit.SECONDS);
        assertInstanceOf(SaveResult.NotSaved.class, result);
    }
}

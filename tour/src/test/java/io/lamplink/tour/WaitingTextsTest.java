package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.session.ReconnectPolicy;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.server.engine.ListeningEngine;
import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts that are said while the cable is pulled out again and again, on real sockets: each arrives, and once. */
final class WaitingTextsTest {
    private static final String HERE = "127.0.0.1";
    private static final int CUTS = 15;

    @RegisterExtension
    private final Bench bench = new Bench();

    private final Journal<EngineEvent> atServer = new Journal<>("The server");
    private final Journal<EngineEvent> atClient = new Journal<>("The client");

    @Test
    void eachTextArrivesOnceWheneverTheLinkBreaks() throws Exception {
        ListeningEngine server = bench.with(new ListeningEngine(settings("server")));
        server.addListener(atServer::add);
        server.listen(HERE, 0);
        int port = ((EngineEvent.Listening) atServer.await("a port", EngineEvent.Listening.class::isInstance))
                .address()
                .getPort();
        try (Relay relay = new Relay(port)) {
            relay.open();
            ConnectingEngine client = bench.with(new ConnectingEngine(
                    settings("client"), true, new ReconnectPolicy(System::nanoTime, () -> 0.5, Duration.ofMillis(20))));
            client.addListener(atClient::add);
            client.connect(HERE, relay.port());
            List<String> said = sayAndCut(relay, client);
            atServer.await("all texts", said.size(), EngineEvent.ChatReceived.class::isInstance);
            client.say("the last one", Set.of());
            said.add("the last one");
            atServer.await("the last text", said.size(), EngineEvent.ChatReceived.class::isInstance);
            assertEquals(said, heard());
            atClient.await("all delivered", said.size(), EngineEvent.ChatDelivered.class::isInstance);
            assertEquals(List.of(), atClient.all(EngineEvent.ChatFailed.class::isInstance));
        }
    }

    /** Texts before, during and after each cut; which of them is under way then is up to the machine. */
    private List<String> sayAndCut(Relay relay, Engine client) throws Exception {
        List<String> said = new ArrayList<>();
        for (int cut = 1; cut <= CUTS; cut++) {
            atClient.await("link " + cut, cut, event -> event.equals(new EngineEvent.LinkChanged(LinkState.CONNECTED)));
            say(client, "before cut " + cut, said);
            relay.cut();
            say(client, "at cut " + cut, said);
            atClient.await(
                    "cut " + cut, cut, event -> event.equals(new EngineEvent.LinkChanged(LinkState.RECONNECTING)));
            say(client, "after cut " + cut, said);
        }
        return said;
    }

    private static void say(Engine client, String text, List<String> said) {
        client.say(text, Set.of());
        said.add(text);
    }

    private List<String> heard() {
        return atServer.all(EngineEvent.ChatReceived.class::isInstance).stream()
                .map(event -> ((EngineEvent.ChatReceived) event).text())
                .toList();
    }

    private HubSettings settings(String name) throws Exception {
        return new HubSettings(
                new Message.Hello(name, "test", HubSettings.CAPABILITIES),
                bench.folder("state-" + name).resolve("state"),
                DiskSpool.UNLIMITED,
                peer -> "",
                sent -> "");
    }
}

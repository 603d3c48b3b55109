package io.lamplink.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.session.ReconnectPolicy;
import io.lamplink.common.transfer.DiskSpool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client whose server, back again, does not let it in: it goes on trying where that may pass, and else says why not. */
final class RefusedReturnTest {
    private final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @Test
    void aServerThatIsFullForAWhileIsTriedUntilItIsNot() throws Exception {
        try (RawServer server = new RawServer();
                ConnectingEngine _ = connected(server)) {
            for (String status : new String[] {"503 Service Unavailable", "429 Too Many Requests", "503 Full"}) {
                refuse(server, status);
                next(EngineEvent.Reconnecting.class);
            }
            server.acceptWebSocket();
            next(EngineEvent.PeerJoined.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"403 Forbidden, NOT_LET_IN", "421 Misdirected Request, NAME_NOT_KNOWN"})
    void aServerThatWouldRefuseAgainIsNotTriedAgain(String status, ConnectProblem problem) throws Exception {
        try (RawServer server = new RawServer();
                ConnectingEngine _ = connected(server)) {
            refuse(server, status);
            assertEquals(problem, next(EngineEvent.ConnectFailed.class).problem());
            LinkState after = next(EngineEvent.LinkChanged.class).state();
            assertEquals(true, after.canStart(), after::name);
        }
    }

    /** A client that has lost its link a first time. */
    private ConnectingEngine connected(RawServer server) throws Exception {
        ReconnectPolicy quick = new ReconnectPolicy(System::nanoTime, () -> 0.5, Duration.ofMillis(10));
        ConnectingEngine engine = new ConnectingEngine(
                new HubSettings(
                        new Message.Hello("client", "1", HubSettings.CAPABILITIES),
                        folder.resolve("state"),
                        DiskSpool.UNLIMITED,
                        _ -> "",
                        _ -> ""),
                true,
                quick);
        engine.addListener(events::add);
        engine.connect("ws://127.0.0.1:" + server.address().port(), 1);
        try (RawServer.Connection _ = server.acceptWebSocket()) {
            next(EngineEvent.PeerJoined.class);
        }
        next(EngineEvent.Reconnecting.class);
        assertEquals(LinkState.RECONNECTING, lastState());
        return engine;
    }

    private LinkState lastState() throws InterruptedException {
        LinkState state = LinkState.IDLE;
        while (state != LinkState.RECONNECTING) {
            state = next(EngineEvent.LinkChanged.class).state();
        }
        return state;
    }

    private static void refuse(RawServer server, String status) throws Exception {
        try (RawServer.Connection connection = server.accept()) {
            connection.answer("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
            connection.readToEnd();
        }
    }

    private <E extends EngineEvent> E next(Class<E> kind) throws InterruptedException {
        while (true) {
            EngineEvent event = events.poll(Recorder.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertNotNull(event, kind::getSimpleName);
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }
}

package io.lamplink.client.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.TransferSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client has received and nobody has saved, at its next start. */
final class WaitingFilesTest {
    private static final String DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    /** A window is made after its engine. */
    @Test
    void aFileThatWaitsIsToldToAWindowThatListensLate() throws Exception {
        UUID id = UUID.fromString("2f8f81e2-cf35-4d38-afcb-498b00db6158");
        Path spool = Files.createDirectories(folder.resolve("state/spool"));
        Files.writeString(spool.resolve(id + ".part"), "abc");
        Files.writeString(
                spool.resolve("journal"),
                "file\t%s\t3\t\t\t\tletters.txt%narrived\t%s\t%s%n".formatted(id, id, DIGEST));
        try (ConnectingEngine engine = new ConnectingEngine(settings(), true)) {
            doWhatHasBegun(engine);
            engine.addListener(events::add);
            EngineEvent told = events.poll(30, TimeUnit.SECONDS);
            TransferSnapshot file =
                    assertInstanceOf(EngineEvent.TransferChanged.class, told).transfer();
            assertEquals("letters.txt", file.name());
            assertEquals(TransferSnapshot.State.COMPLETE, file.state());
        }
    }

    /** Everything that waits on the lane of received files, then on that of the engine. */
    private void doWhatHasBegun(ConnectingEngine engine) {
        engine.statistics().join();
        engine.save(UUID.randomUUID(), folder.resolve("nothing")).join();
        engine.statistics().join();
    }

    private HubSettings settings() {
        return new HubSettings(
                new Message.Hello("client", "1", HubSettings.CAPABILITIES),
                folder.resolve("state"),
                DiskSpool.UNLIMITED,
                _ -> "",
                _ -> "");
    }
}

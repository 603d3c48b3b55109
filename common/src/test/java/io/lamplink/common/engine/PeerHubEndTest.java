package io.lamplink.common.engine;

import static io.lamplink.common.engine.PlayedPeer.DEADLINE_SECONDS;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.HubListener.Ending;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How links and hubs end, and what is told of it. */
class PeerHubEndTest extends PeerHubFixture {
    @Test
    void howALinkEndedIsTold() throws Exception {
        joined("Ann").leave(CloseReason.normal());
        assertEnded(Ending.BY_PEER, CloseReason.NORMAL);
        joined("Bob").leave(new CloseReason(CloseReason.ABNORMAL, ""));
        assertEnded(Ending.BROKEN, CloseReason.ABNORMAL);
        joined("Eve").say(new Frame.Text("this is no JSON"));
        assertEnded(Ending.BROKEN, CloseReason.MALFORMED);
        PlayedPeer kim = joined("Kim");
        hub.closeAll(CloseReason.normal());
        assertEquals(CloseReason.NORMAL, answer(kim.closed()).code());
        assertEnded(Ending.BY_US, CloseReason.NORMAL);
    }

    /** U4: what was never connected is not told to have left. */
    @Test
    void u4_aLinkThatWasNeverUnderstoodLeavesNoTrace() throws Exception {
        PlayedPeer.stranger(hub).leave(CloseReason.normal());
        assertEquals(new Ended(Ending.NEVER_READY, CloseReason.NORMAL, 0), nextOfLink());
        joined("Ann").leave(CloseReason.normal());
        assertEnded(Ending.BY_PEER, CloseReason.NORMAL);
        assertTrue(events.stream().noneMatch(EngineEvent.PeerLeft.class::isInstance));
    }

    @Test
    void aListenerThatFailsDisturbsNobody() throws Exception {
        hub.addListener(event -> {
            throw new IllegalStateException("on purpose");
        });
        BlockingQueue<EngineEvent> after = new LinkedBlockingQueue<>();
        hub.addListener(after::add);
        joined("Ann");
        assertInstanceOf(EngineEvent.PeerJoined.class, after.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));
    }

    /** B3 and T11: a hub that is closed with links up ends them in order, tells so, and keeps for the next run what nobody saved. */
    @Test
    void b3_closingWithLinksUpTellsEverybodyAndKeepsWhatArrived() throws Exception {
        PlayedPeer ann = joined("Ann");
        push(ann, new UUID(1, 1), "never saved", new byte[1000]);
        next(State.COMPLETE);
        ann.say(new Message.FileHeader(new UUID(1, 2), "half", 100_000, null, 1000));
        ann.next(Message.FileAck.class);
        ann.say(new Message.FileChunk(new UUID(1, 2), 0, ByteBuffer.allocate(1000)));
        ann.next(Message.FileChunkAck.class);
        assertEquals(2, partsInSpool());
        hub.closeAll(new CloseReason(CloseReason.GOING_AWAY, ""));
        hub.closeAfter(ann.closed().thenAccept(reason -> {}));
        assertEquals(1, partsInSpool());
        List<EngineEvent> told = new ArrayList<>();
        events.drainTo(told);
        assertEquals(
                1, told.stream().filter(EngineEvent.PeerLeft.class::isInstance).count());
        assertTrue(told.stream()
                .anyMatch(event -> event instanceof EngineEvent.TransferChanged changed
                        && changed.transfer().failure() == FailureReason.LINK_LOST));
    }

    private long partsInSpool() throws IOException {
        try (var files = Files.list(spool())) {
            return files.filter(file -> file.toString().endsWith(".part")).count();
        }
    }

    @Test
    void closingWaitsUntilABusyHubHasToldEverything() throws Exception {
        PlayedPeer ann = joined("Ann");
        CountDownLatch busy = new CountDownLatch(1);
        hub.home().execute(() -> assertDoesNotThrow(() -> busy.await(DEADLINE_SECONDS, TimeUnit.SECONDS)));
        for (int i = 0; i < 1000; i++) {
            hub.home().execute(() -> {});
        }
        ann.leave(CloseReason.normal());
        Thread closing = Thread.currentThread();
        Thread release = Thread.ofPlatform().start(() -> {
            while (closing.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            busy.countDown();
        });
        hub.closeAfter(AT_ONCE);
        release.join();
        assertTrue(events.stream().anyMatch(EngineEvent.PeerLeft.class::isInstance));
    }

    @Test
    void idsOfOurTransfersAreNeverTheSame() throws IOException, InterruptedException {
        PlayedPeer ann = joined("Ann");
        Path file = Files.writeString(temp.resolve("a.txt"), "x");
        hub.sendFile(file, Set.of());
        hub.sendFile(file, Set.of());
        assertNotEquals(
                ann.next(Message.FileHeader.class).transferId(),
                ann.next(Message.FileHeader.class).transferId());
    }
}

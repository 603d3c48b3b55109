package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PushedFilesTest {
    private static final UUID ANN = new UUID(1, 1);

    private final PushedFiles pushed = new PushedFiles();

    private PushedFiles.Push push(int batch, int files) {
        FolderListing.File file = new FolderListing.File("", Path.of("a"), 1, Instant.EPOCH);
        FolderListing listing = new FolderListing(Path.of("f"), Collections.nCopies(files, file), List.of());
        PushedFiles.Push push = new PushedFiles.Push(
                new UUID(2, batch), Path.of("f"), new PushedFiles.Folder(listing), new HashSet<>(), new HashSet<>());
        pushed.add(push);
        return push;
    }

    @Test
    void theOldestPushesMakeRoomForNewOnes() {
        PushedFiles.Push first = push(0, 1);
        for (int i = 1; i <= PushedFiles.MOST; i++) {
            push(i, 1);
        }
        assertFalse(pushed.has(first));
        assertEquals(PushedFiles.MOST, pushed.missedBy(null).size());
    }

    @Test
    void aHugeFolderMakesOthersLeaveAndStaysItself() {
        PushedFiles.Push small = push(1, 60_000);
        PushedFiles.Push large = push(2, PushedFiles.MOST_FILES);
        assertFalse(pushed.has(small));
        assertTrue(pushed.has(large));
    }

    @Test
    void nobodyWhoIsKnownAgainMissesWhatItWasOffered() {
        PushedFiles.Push push = push(1, 1);
        push.offeredTo(ANN);
        push.offeredTo(null);
        assertEquals(List.of(), pushed.missedBy(ANN));
        assertEquals(List.of(push), pushed.missedBy(new UUID(1, 2)));
        assertEquals(List.of(push), pushed.missedBy(null));
    }

    @Test
    void cancellingTheLastTransferUnderWayWithdrawsThePush() {
        PushedFiles.Push push = push(1, 1);
        pushed.begun(push.batch(), new UUID(3, 1));
        pushed.begun(push.batch(), new UUID(3, 2));
        pushed.begun(push.batch(), new UUID(3, 3));
        pushed.ended(push.batch(), new UUID(3, 1));
        pushed.cancelled(push.batch(), new UUID(3, 2));
        assertTrue(pushed.has(push));
        pushed.cancelled(push.batch(), new UUID(3, 3));
        assertFalse(pushed.has(push));
    }
}

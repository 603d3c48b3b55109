package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.JournalFile;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.transfer.TransferSnapshot.Pause;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits for peers that are away stays within bounds, however many peers come and go. */
class TransferNewsTest {
    private static final InetSocketAddress ADDRESS = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    private static final Peer PEER = new Peer(new UUID(9, 9), "Bob", ADDRESS, ADDRESS, "lamplink.v1", Instant.EPOCH);

    @TempDir
    private Path temp;

    private final List<TransferSnapshot> failed = new ArrayList<>();
    private TransferNews news;

    @BeforeEach
    void makeNews() {
        SendBook book = new SendBook(new JournalFile(temp.resolve("sending")), Runnable::run);
        Outbox outbox =
                new Outbox(book, Runnable::run, Runnable::run, InstantSource.system(), UUID::randomUUID, this::hear);
        DiskSpool spool = new DiskSpool(temp.resolve("spool"));
        ReceivedFiles received = new ReceivedFiles(Runnable::run, spool, (_, _) -> {});
        news = new TransferNews(outbox, received, spool, Runnable::run, this::hear);
    }

    private void hear(EngineEvent event) {
        if (event instanceof EngineEvent.TransferChanged changed
                && changed.transfer().state() == State.FAILED) {
            failed.add(changed.transfer());
        }
    }

    private void waits(int number, Direction direction, FolderContents contents) {
        Pause pause = new Pause(false, false, FailureReason.LINK_LOST, "");
        news.changed(
                PEER,
                new TransferSnapshot(
                        new UUID(1, number),
                        direction,
                        "a",
                        10,
                        5,
                        State.PAUSED,
                        Duration.ZERO,
                        null,
                        false,
                        null,
                        null,
                        "",
                        pause,
                        contents));
    }

    private List<UUID> failed() {
        return failed.stream().map(TransferSnapshot::id).toList();
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void theOneThatHasWaitedLongestIsGivenUp(Direction direction) {
        for (int i = 0; i < TransferNews.MOST_WAITING; i++) {
            waits(i, direction, null);
        }
        waits(1, direction, null);
        assertEquals(List.of(), failed());
        waits(TransferNews.MOST_WAITING, direction, null);
        assertEquals(List.of(new UUID(1, 0)), failed());
        assertEquals(FailureReason.LINK_LOST, failed.getFirst().failure());
    }

    @Test
    void foldersWaitAsLongAsTheirFilesAreNotTooMany() {
        FolderContents half = new FolderContents((int) (TransferNews.MOST_FILES_WAITING / 2), 0, 0);
        waits(1, Direction.OUT, half);
        waits(2, Direction.OUT, half);
        waits(2, Direction.OUT, half);
        assertEquals(List.of(), failed());
        waits(3, Direction.OUT, null);
        assertEquals(List.of(new UUID(1, 1)), failed());
    }

    @Test
    void whatNoLongerWaitsDoesNotCount() {
        FolderContents most = new FolderContents((int) TransferNews.MOST_FILES_WAITING, 0, 0);
        waits(1, Direction.OUT, most);
        news.cancelled(new UUID(1, 1));
        waits(2, Direction.IN, most);
        news.disowned(new UUID(1, 2), FailureReason.CANCELLED);
        failed.clear();
        waits(3, Direction.OUT, most);
        assertEquals(List.of(), failed());
    }
}

package io.lamplink.common.engine;

import io.lamplink.common.engine.SendBook.FileSend;
import io.lamplink.common.engine.SendBook.FolderSend;
import io.lamplink.common.engine.SendBook.Send;
import io.lamplink.common.transfer.DiskFile;
import io.lamplink.common.transfer.FolderOffer;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files and folders on their way out: looks at them on a disk lane, offers them to each receiver, and offers them again when
 * a receiver comes back. State lives on the hub's lane, where every method is called but {@link #load()}.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Names of files sent that a Qt peer is told when it asks for a file. */
    private static final int SENT_NAMES_KEPT = 20;

    /** A peer with this word in its HELLO takes folders. */
    static final String FOLDERS = "folders";

    private final SendBook book;
    private final Executor home;
    private final Executor disk;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final Consumer<EngineEvent> tell;
    private final Set<String> sentNames = new LinkedHashSet<>();
    private final Map<UUID, UUID> batches = new HashMap<>();
    private final PushedFiles pushed = new PushedFiles();

    Outbox(
            SendBook book,
            Executor home,
            Executor disk,
            InstantSource clock,
            Supplier<UUID> ids,
            Consumer<EngineEvent> tell) {
        this.book = book;
        this.home = home;
        this.disk = disk;
        this.clock = clock;
        this.ids = ids;
        this.tell = tell;
    }

    /** Reads what an earlier run has left; before anything else, by any thread. */
    void load() {
        book.load(clock.instant());
        book.all().forEach(send -> batches.put(send.id(), send.batch()));
    }

    /**
     * Offers a file or folder; what goes wrong is told.
     *
     * @param to who gets it, asked again when the file was looked at
     * @param lateOnesToo whether who comes later is to get it as well
     */
    void send(Path path, Supplier<List<PeerLink>> to, boolean lateOnesToo) {
        if (to.get().isEmpty()) {
            tell.accept(new EngineEvent.SendFailed(path, SendProblem.NO_PEER));
        } else {
            disk.execute(() -> look(path, to, lateOnesToo));
        }
    }

    private void look(Path path, Supplier<List<PeerLink>> to, boolean lateOnesToo) {
        try {
            PushedFiles.Push push = PushedFiles.look(ids.get(), path);
            home.execute(() -> {
                if (lateOnesToo) {
                    pushed.add(push);
                }
                to.get().forEach(link -> offer(push, link));
            });
        } catch (IOException e) {
            LOG.warn("A file could not be offered.", e);
            tell.accept(new EngineEvent.SendFailed(path, problem(e)));
        }
    }

    private void offer(PushedFiles.Push push, PeerLink link) {
        push.offeredTo(link.identity());
        switch (push.content()) {
            case PushedFiles.OneFile(DiskFile file) -> offer(file, link, push.batch());
            case PushedFiles.Folder(FolderListing listing) -> offer(listing, push.asGiven(), link, push.batch());
        }
    }

    /** A peer that has come late gets what was sent to everyone, unless it had been offered it before. */
    void catchUp(PeerLink link) {
        for (PushedFiles.Push push : pushed.missedBy(link.identity())) {
            if (push.isFile() || link.can(FOLDERS)) {
                disk.execute(() -> offerIfStillThere(push, link));
            }
        }
    }

    private void offerIfStillThere(PushedFiles.Push push, PeerLink link) {
        boolean same = push.isStillThere();
        home.execute(() -> {
            if (same && pushed.has(push) && !link.hasGivenWay()) {
                offer(push, link);
            } else if (!same) {
                pushed.withdraw(push.batch());
            }
        });
    }

    /** A person does not want that transfer; if it is the last one of its batch under way, late ones get nothing either. */
    void cancelled(UUID transfer) {
        UUID batch = batches.get(transfer);
        if (batch != null) {
            pushed.cancelled(batch, transfer);
        }
    }

    private void begun(UUID transfer, UUID batch) {
        batches.put(transfer, batch);
        pushed.begun(batch, transfer);
    }

    private static SendProblem problem(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> SendProblem.NOT_FOUND;
            case DiskFile.NotAFileException _ -> SendProblem.NOT_A_FILE;
            case FolderListing.TooManyFilesException _ -> SendProblem.TOO_MANY_FILES;
            default -> SendProblem.NOT_READABLE;
        };
    }

    private void offer(DiskFile file, PeerLink link, UUID batch) {
        remember(file.name());
        UUID id = ids.get();
        UUID peer = link.identity();
        if (peer != null) {
            FileSend send = new FileSend(id, peer, clock.instant(), file.path(), file.size(), file.modified(), batch);
            if (book.to(peer).stream().anyMatch(other -> isSame(other, send))) {
                return;
            }
            begun(id, batch);
            book.begin(send, () -> link.session().offer(id, file.forAnother()));
        } else {
            begun(id, batch);
            link.session().offer(id, file.forAnother());
        }
    }

    private static DiskFile again(FileSend send) {
        return DiskFile.listed(send.path(), send.size(), send.modified());
    }

    private void offer(FolderListing listing, Path asGiven, PeerLink link, UUID batch) {
        UUID peer = link.identity();
        if (!link.can(FOLDERS)) {
            tell.accept(new EngineEvent.SendFailed(asGiven, SendProblem.NO_FOLDERS));
            return;
        }
        Map<UUID, FolderOffer.Entry> entries = new LinkedHashMap<>();
        for (FolderListing.File file : listing.files()) {
            UUID id = ids.get();
            entries.put(id, new FolderOffer.Entry(id, file.path(), file.file(), file.size(), file.modified()));
        }
        FolderSend send = new FolderSend(
                ids.get(),
                peer == null ? ids.get() : peer,
                clock.instant(),
                listing.folder(),
                entries.size(),
                listing.size(),
                entries,
                new ArrayList<>(listing.emptyFolders()),
                batch);
        if (peer != null) {
            if (book.to(peer).stream().anyMatch(other -> isSame(other, send))) {
                return;
            }
            begun(send.id(), batch);
            FolderOffer offer = send.offer();
            book.begin(send, () -> link.session().offer(offer));
        } else {
            begun(send.id(), batch);
            link.session().offer(send.offer());
        }
    }

    /** The batch of an outgoing transfer that has not ended; null for any other. */
    @Nullable
    UUID batchOf(UUID transfer) {
        return batches.get(transfer);
    }

    /** Whether the two are the same file or folder, on its way to the same peer. */
    private static boolean isSame(Send one, Send other) {
        return switch (one) {
            case FileSend(UUID _, UUID _, var _, Path path, long size, var modified, UUID _) ->
                other instanceof FileSend file
                        && path.equals(file.path())
                        && size == file.size()
                        && modified.equals(file.modified());
            case FolderSend folder ->
                other instanceof FolderSend && folder.path().equals(other.path());
        };
    }

    /** A peer is here again, or for the first time: it gets what it did not get before. */
    void joined(PeerLink link, UUID peer) {
        book.disownedBy(peer).forEach(link.session()::disown);
        for (Send send : book.to(peer)) {
            switch (send) {
                case FileSend file -> link.session().offer(file.id(), again(file));
                case FolderSend folder -> link.session().offer(folder.offer());
            }
        }
    }

    /** A transfer of this side has ended, and will not go on; a link may have ended before the peer heard of a failure. */
    void ended(TransferSnapshot transfer) {
        over(transfer.id());
        if (transfer.state() == State.FAILED) {
            disown(transfer.id());
        } else {
            book.ended(transfer.id());
        }
    }

    private void over(UUID transfer) {
        UUID batch = batches.remove(transfer);
        if (batch != null) {
            pushed.ended(batch, transfer);
        }
    }

    /** A file in a folder has arrived; one that failed is tried again when the folder goes on. */
    void partArrived(TransferSnapshot transfer) {
        book.partEnded(transfer.id());
    }

    /** It is not sent any more, and its peer may not know. */
    void disown(UUID transfer) {
        over(transfer);
        Optional<Send> send = book.send(transfer);
        send.ifPresent(book::disown);
    }

    /** Leaves the journal to the next run; after the threads have ended. */
    void close() {
        book.tidy();
    }

    /** Names of what was sent last. */
    List<String> sentNames() {
        return List.copyOf(sentNames);
    }

    private void remember(String name) {
        sentNames.add(name);
        if (sentNames.size() > SENT_NAMES_KEPT) {
            sentNames.remove(sentNames.iterator().next());
        }
    }
}

package io.lamplink.common.engine;

import io.lamplink.common.transfer.FolderOffer;
import io.lamplink.common.transfer.JournalFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was offered to peers that would be known again and has not ended: kept in a journal, so that it goes on when such a
 * peer comes back, also after this program was killed. Confined to one lane, except that the journal is written on a disk
 * lane.
 */
final class SendBook {
    private static final Logger LOG = LoggerFactory.getLogger(SendBook.class);

    /** How long an offer waits for its peer. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** How many transfers are remembered of which a peer does not know that they have ended; then the oldest is forgotten. */
    static final int MOST_DISOWNED = 10_000;

    /** So many lines beyond what there is to say, and the journal is written anew: what comes and goes must not fill the disk. */
    static final int TIDIED_AFTER = 10_000;

    /** How many lines the journal may have for each file, where there are many. */
    private static final int LINES_FOR_EACH = 4;

    /** Where in a line of the journal the batch stands. */
    private static final int BATCH = 7;

    /** A file or folder that is offered to one peer. */
    sealed interface Send {
        UUID id();

        /** The peer's identity. */
        UUID peer();

        Path path();

        /** When it was offered first. */
        Instant since();

        /** The same for all peers to whom one wish of a person offered it. */
        UUID batch();
    }

    /** A file as it was when it was offered. */
    record FileSend(UUID id, UUID peer, Instant since, Path path, long size, Instant modified, UUID batch)
            implements Send {}

    /** A folder as it was when it was offered, with those files that the peer does not have yet. */
    record FolderSend(
            UUID id,
            UUID peer,
            Instant since,
            Path path,
            int filesInAll,
            long size,
            Map<UUID, FolderOffer.Entry> left,
            List<String> emptyFolders,
            UUID batch)
            implements Send {

        FolderOffer offer() {
            List<FolderOffer.Entry> entries = List.copyOf(left.values());
            long missing = entries.stream().mapToLong(FolderOffer.Entry::size).sum();
            return new FolderOffer(id, path, entries, emptyFolders, filesInAll, size, size - missing);
        }
    }

    private final JournalFile journal;
    private final Executor disk;
    private final Map<UUID, Send> sends = new LinkedHashMap<>();
    private final Map<UUID, UUID> folderOfPart = new LinkedHashMap<>();
    private final Map<UUID, UUID> disowned = new LinkedHashMap<>();
    private final Map<UUID, UUID> told = new LinkedHashMap<>();
    private long linesSinceTidy;

    SendBook(JournalFile journal, Executor disk) {
        this.journal = journal;
        this.disk = disk;
    }

    /** Reads what an earlier run has left and tidies the journal; to be called once, first. */
    void load(Instant now) {
        boolean understood = true;
        for (List<String> line : journal.read()) {
            try {
                replay(line, now);
            } catch (RuntimeException e) {
                LOG.debug("A line of another version's journal is left out.", e);
                understood = false;
            }
        }
        if (!understood) {
            journal.keepCopy();
        }
        tidy();
    }

    /** Notes what is about to be offered, and runs {@code then} on the disk lane when that is certain to be remembered. */
    void begin(Send send, Runnable then) {
        put(send);
        List<List<String>> lines = lines(send);
        disk.execute(() -> {
            journal.addAll(lines);
            then.run();
        });
        tidyIfLong(lines.size());
    }

    private void tidyIfLong(int more) {
        linesSinceTidy += more;
        long facts = (long) sends.size() + folderOfPart.size() + disowned.size();
        if (linesSinceTidy > Math.max(TIDIED_AFTER, LINES_FOR_EACH * facts)) {
            linesSinceTidy = 0;
            List<List<String>> all = lines();
            disk.execute(() -> journal.rewrite(all));
        }
    }

    /** Leaves the journal as short as it can be; when nothing is under way, it is removed. */
    void tidy() {
        journal.rewrite(lines());
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        sends.values().forEach(send -> lines.addAll(lines(send)));
        disowned.forEach((id, peer) -> lines.add(List.of("disowned", id.toString(), peer.toString())));
        return lines;
    }

    /** It will not go on. */
    void ended(UUID id) {
        if (sends.containsKey(id)) {
            note(List.of("ended", id.toString()));
        }
    }

    /** A file of a folder has ended. */
    void partEnded(UUID id) {
        if (folderOfPart.containsKey(id)) {
            note(List.of("part-ended", id.toString()));
        }
    }

    /** It is not sent any more, and the peer may not know. */
    void disown(Send send) {
        note(List.of("ended", send.id().toString()));
        note(List.of("disowned", send.id().toString(), send.peer().toString()));
    }

    /** What that peer has to be told of: in this run again and again, because a link may end before the peer hears of it. */
    List<UUID> disownedBy(UUID peer) {
        List<UUID> ids = of(peer, disowned);
        ids.forEach(id -> {
            put(told, id, peer);
            note(List.of("told", id.toString()));
        });
        return of(peer, told);
    }

    private static void put(Map<UUID, UUID> peers, UUID id, UUID peer) {
        peers.put(id, peer);
        if (peers.size() > MOST_DISOWNED) {
            peers.remove(peers.keySet().iterator().next());
        }
    }

    private static List<UUID> of(UUID peer, Map<UUID, UUID> peers) {
        return peers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(peer))
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<Send> send(UUID id) {
        return Optional.ofNullable(sends.get(id));
    }

    /** All that has not ended. */
    List<Send> all() {
        return List.copyOf(sends.values());
    }

    /** What that peer is to get, oldest first. */
    List<Send> to(UUID peer) {
        return sends.values().stream().filter(send -> send.peer().equals(peer)).toList();
    }

    private void note(List<String> line) {
        replay(line, Instant.EPOCH);
        disk.execute(() -> journal.add(line));
        tidyIfLong(1);
    }

    private void put(Send send) {
        sends.put(send.id(), send);
        if (send instanceof FolderSend folder) {
            folder.left().keySet().forEach(part -> folderOfPart.put(part, folder.id()));
        }
    }

    private static List<List<String>> lines(Send send) {
        List<List<String>> lines = new ArrayList<>();
        switch (send) {
            case FileSend file ->
                lines.add(List.of(
                        "file",
                        file.id().toString(),
                        file.peer().toString(),
                        file.since().toString(),
                        file.path().toString(),
                        Long.toString(file.size()),
                        file.modified().toString(),
                        file.batch().toString()));
            case FolderSend folder -> {
                lines.add(List.of(
                        "folder",
                        folder.id().toString(),
                        folder.peer().toString(),
                        folder.since().toString(),
                        folder.path().toString(),
                        Integer.toString(folder.filesInAll()),
                        Long.toString(folder.size()),
                        folder.batch().toString()));
                folder.left().values().forEach(part -> lines.add(line(folder.id(), part)));
                folder.emptyFolders()
                        .forEach(path -> lines.add(List.of("empty", folder.id().toString(), path)));
            }
        }
        return lines;
    }

    private static List<String> line(UUID folder, FolderOffer.Entry part) {
        return List.of(
                "part",
                part.id().toString(),
                folder.toString(),
                part.path(),
                part.file().toString(),
                Long.toString(part.size()),
                part.modified().toString());
    }

    private void replay(List<String> line, Instant now) {
        UUID id = UUID.fromString(line.get(1));
        switch (line.getFirst()) {
            case "file" -> file(id, line, now);
            case "folder" -> folder(id, line, now);
            case "part" -> part(id, line);
            case "empty" -> {
                if (sends.get(id) instanceof FolderSend folder) {
                    folder.emptyFolders().add(line.get(2));
                }
            }
            case "ended" -> remove(id);
            case "part-ended" -> {
                UUID folderId = folderOfPart.remove(id);
                if (folderId != null && sends.get(folderId) instanceof FolderSend folder) {
                    folder.left().remove(id);
                }
            }
            case "disowned" -> put(disowned, id, UUID.fromString(line.get(2)));
            case "told" -> disowned.remove(id);
            default -> throw new IllegalArgumentException("unknown");
        }
    }

    private void remove(UUID id) {
        if (sends.remove(id) instanceof FolderSend folder) {
            folder.left().keySet().forEach(folderOfPart::remove);
        }
    }

    private void file(UUID id, List<String> line, Instant now) {
        if (isFresh(line, now)) {
            put(new FileSend(
                    id,
                    UUID.fromString(line.get(2)),
                    Instant.parse(line.get(3)),
                    Path.of(line.get(4)),
                    Long.parseLong(line.get(5)),
                    Instant.parse(line.get(6)),
                    batch(id, line)));
        }
    }

    /** A journal of an earlier version names none: each transfer is then a batch of its own. */
    private static UUID batch(UUID id, List<String> line) {
        return line.size() > BATCH ? UUID.fromString(line.get(BATCH)) : id;
    }

    private void folder(UUID id, List<String> line, Instant now) {
        if (isFresh(line, now)) {
            put(new FolderSend(
                    id,
                    UUID.fromString(line.get(2)),
                    Instant.parse(line.get(3)),
                    Path.of(line.get(4)),
                    Integer.parseInt(line.get(5)),
                    Long.parseLong(line.get(6)),
                    new LinkedHashMap<>(),
                    new ArrayList<>(),
                    batch(id, line)));
        }
    }

    private void part(UUID id, List<String> line) {
        UUID folderId = UUID.fromString(line.get(2));
        if (sends.get(folderId) instanceof FolderSend folder) {
            folder.left()
                    .put(
                            id,
                            new FolderOffer.Entry(
                                    id,
                                    line.get(3),
                                    Path.of(line.get(4)),
                                    Long.parseLong(line.get(5)),
                                    Instant.parse(line.get(6))));
            folderOfPart.put(id, folderId);
        }
    }

    private static boolean isFresh(List<String> line, Instant now) {
        return Instant.parse(line.get(3)).isAfter(now.minus(KEPT));
    }
}

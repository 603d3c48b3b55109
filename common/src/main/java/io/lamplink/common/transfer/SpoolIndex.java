package io.lamplink.common.transfer;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a spool holds and has held: files under way, files that arrived, folders, and what was turned away. Written to a
 * journal, so that a program that was killed finds its files back. May be used from any thread.
 */
final class SpoolIndex {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolIndex.class);

    /** Files that were saved or turned away and are remembered. */
    private static final int PAST_KEPT = 2000;

    /** So many lines beyond what there is to say, and the journal is written anew: what comes and goes must not fill the disk. */
    static final int TIDIED_AFTER = 10_000;

    /** How many lines the journal may have for each file and folder, where there are many. */
    private static final int LINES_FOR_EACH = 4;

    /** Where a file stands. */
    enum Stage {
        /** Some of its bytes are here. */
        PART,
        /** All of it is here and was compared. */
        ARRIVED,
        /** It arrived, and is not here any more. */
        TAKEN,
        /** A person does not want it. */
        UNWANTED
    }

    /**
     * One file.
     *
     * @param offer as its sender announced it
     * @param digest what it has if it arrived, else null
     * @param sender who sent it, in the words of {@link #sentBy}; empty if nobody said
     */
    record Item(
            Message.FileHeader offer, Stage stage, @Nullable Sha256 digest, List<String> sender) {
        UUID id() {
            return offer.transferId();
        }

        Item at(Stage now, @Nullable Sha256 sha256) {
            return new Item(offer, now, sha256, sender);
        }
    }

    /** One folder: its header, its empty folders, whether all of it has arrived, and where it is being saved. */
    record Folder(
            Message.FolderHeader header,
            Set<String> paths,
            boolean whole,
            List<String> sender,
            @Nullable SavedPart saved) {
        Folder savedIn(SavedPart part) {
            return new Folder(header, paths, whole, sender, part);
        }
    }

    private final JournalFile journal;
    private final Map<UUID, Item> items = new LinkedHashMap<>();
    private final Map<UUID, Item> parts = new LinkedHashMap<>();
    private long arrivedBytes;
    private final Map<UUID, Folder> folders = new LinkedHashMap<>();
    private int notes;
    private long linesSinceTidy;

    SpoolIndex(JournalFile journal) {
        this.journal = journal;
    }

    /** Reads what an earlier run has left, and keeps a copy if not all of it makes sense. */
    synchronized void load() {
        List<List<String>> lines = journal.read();
        boolean understood = !journal.damaged();
        for (List<String> line : lines) {
            try {
                replay(line);
            } catch (RuntimeException e) {
                LOG.debug("A line of another version's journal is left out.", e);
                understood = false;
            }
        }
        if (!understood) {
            journal.keepCopy();
        }
        forgetOld();
    }

    /** Writes the journal anew, without what is over. */
    synchronized void tidy() {
        linesSinceTidy = 0;
        List<List<String>> lines = new ArrayList<>();
        for (Folder folder : folders.values()) {
            lines.add(line(folder.header()));
            lines.add(pathsLine(folder.header().folderId(), List.copyOf(folder.paths())));
            if (folder.whole()) {
                lines.add(List.of("whole", folder.header().folderId().toString()));
            }
            addSender(lines, folder.header().folderId(), folder.sender());
            SavedPart saved = folder.saved();
            if (saved != null) {
                lines.add(line(folder.header().folderId(), saved));
            }
        }
        for (Item item : items.values()) {
            if (item.stage() != Stage.UNWANTED && !isSavedFolder(item)) {
                lines.add(line(item.stage() == Stage.TAKEN ? nameless(item.offer()) : item.offer()));
            }
            addStage(lines, item);
            if (item.stage() != Stage.TAKEN) {
                addSender(lines, item.id(), item.sender());
            }
        }
        journal.rewrite(lines);
    }

    /** What was saved elsewhere is known again by its digest; how it was called is nobody's business any more. */
    private static Message.FileHeader nameless(Message.FileHeader offer) {
        return new Message.FileHeader(offer.transferId(), "", offer.size(), offer.modified(), 1);
    }

    private static void addSender(List<List<String>> lines, UUID id, List<String> sender) {
        if (!sender.isEmpty()) {
            List<String> line = new ArrayList<>(List.of("from", id.toString()));
            line.addAll(sender);
            lines.add(line);
        }
    }

    private static void addStage(List<List<String>> lines, Item item) {
        Sha256 digest = item.digest();
        if (digest != null) {
            lines.add(List.of("arrived", item.id().toString(), digest.hex()));
        }
        switch (item.stage()) {
            case TAKEN ->
                lines.add(List.of(
                        isSavedFolder(item) ? "saved-folder" : "taken",
                        item.id().toString()));
            case UNWANTED -> lines.add(List.of("unwanted", item.id().toString()));
            case PART, ARRIVED -> {}
        }
    }

    synchronized Optional<Item> item(UUID id) {
        return Optional.ofNullable(items.get(id));
    }

    synchronized List<Item> items() {
        return List.copyOf(items.values());
    }

    /** Those of which some bytes are here, oldest first. */
    synchronized List<Item> parts() {
        return List.copyOf(parts.values());
    }

    /** Bytes of all that has arrived and is still here, known without a look at the disk. */
    synchronized long arrivedBytes() {
        return arrivedBytes;
    }

    synchronized List<Folder> folders() {
        return List.copyOf(folders.values());
    }

    synchronized Optional<Folder> folder(UUID id) {
        return Optional.ofNullable(folders.get(id));
    }

    /** The files of a folder that are here, in the order in which they were offered. */
    synchronized List<Item> filesOf(UUID folder) {
        return items.values().stream()
                .filter(item -> item.stage() == Stage.ARRIVED)
                .filter(item -> item.offer().place() instanceof Message.Place(UUID id, String _) && id.equals(folder))
                .toList();
    }

    void begun(Message.FileHeader offer) {
        note(line(offer));
    }

    void arrived(UUID id, Sha256 digest) {
        note(List.of("arrived", id.toString(), digest.hex()));
    }

    void sentBy(UUID id, List<String> sender) {
        List<String> line = new ArrayList<>(List.of("from", id.toString()));
        line.addAll(sender);
        note(line);
    }

    /** The file is not here any more. */
    void gone(UUID id) {
        note(List.of("taken", id.toString()));
    }

    /** The same, and it must not come back. */
    void unwanted(UUID id) {
        note(List.of("unwanted", id.toString()));
    }

    void folderBegun(Message.FolderHeader header) {
        note(line(header));
    }

    void paths(UUID folder, List<String> paths) {
        note(pathsLine(folder, paths));
    }

    /** The files of the folder leave the spool for a place of their own. */
    void saving(UUID folder, SavedPart part) {
        note(line(folder, part));
    }

    void whole(UUID folder) {
        note(List.of("whole", folder.toString()));
    }

    /** The folder was saved, and its sender may not know that it arrived. */
    void folderSaved(UUID folder) {
        note(List.of("saved-folder", folder.toString()));
    }

    /** Whether it is a folder that was saved. */
    synchronized boolean isSavedFolder(UUID id) {
        Item item = items.get(id);
        return item != null && isSavedFolder(item);
    }

    private static boolean isSavedFolder(Item item) {
        return item.stage() == Stage.TAKEN && item.digest() == null;
    }

    void folderGone(UUID folder) {
        note(List.of("no-folder", folder.toString()));
    }

    private synchronized void note(List<String> line) {
        replay(line);
        journal.add(line);
        notes++;
        if (notes % PAST_KEPT == 0) {
            forgetOld();
        }
        linesSinceTidy++;
        if (linesSinceTidy > Math.max(TIDIED_AFTER, LINES_FOR_EACH * (long) (items.size() + folders.size()))) {
            forgetOld();
            tidy();
        }
    }

    private static List<String> line(Message.FileHeader offer) {
        Message.Place place = offer.place();
        Instant modified = offer.modified();
        return List.of(
                "file",
                offer.transferId().toString(),
                Long.toString(offer.size()),
                modified == null ? "" : modified.toString(),
                place == null ? "" : place.folderId().toString(),
                place == null ? "" : place.path(),
                offer.name());
    }

    private static List<String> line(Message.FolderHeader header) {
        return List.of(
                "folder",
                header.folderId().toString(),
                Integer.toString(header.files()),
                Long.toString(header.size()),
                header.name());
    }

    private static List<String> line(UUID folder, SavedPart part) {
        return List.of("saving", folder.toString(), Integer.toString(part.files()), part.target());
    }

    private static List<String> pathsLine(UUID folder, List<String> paths) {
        List<String> line = new ArrayList<>(List.of("paths", folder.toString()));
        line.addAll(paths);
        return line;
    }

    private void replay(List<String> line) {
        UUID id = UUID.fromString(line.get(1));
        switch (line.getFirst()) {
            case "file" -> set(id, new Item(offer(id, line), Stage.PART, null, List.of()));
            case "arrived" -> change(id, i -> i.at(Stage.ARRIVED, Sha256.ofHex(line.get(2))));
            case "taken" -> change(id, i -> i.digest() == null ? null : i.at(Stage.TAKEN, i.digest()));
            case "unwanted" -> set(id, new Item(nothing(id), Stage.UNWANTED, null, List.of()));
            case "from" -> sender(id, List.copyOf(line.subList(2, line.size())));
            case "folder" ->
                folders.put(id, new Folder(header(id, line), new LinkedHashSet<>(), false, List.of(), null));
            case "paths" -> {
                Folder folder = folders.get(id);
                if (folder != null) {
                    folder.paths().addAll(line.subList(2, line.size()));
                }
            }
            case "whole" ->
                folders.computeIfPresent(id, (_, f) -> new Folder(f.header(), f.paths(), true, f.sender(), f.saved()));
            case "saving" -> {
                SavedPart part = new SavedPart(line.get(3), Integer.parseInt(line.get(2)));
                folders.computeIfPresent(id, (_, f) -> f.savedIn(part));
            }
            case "no-folder" -> folders.remove(id);
            case "saved-folder" -> {
                folders.remove(id);
                set(id, new Item(nothing(id), Stage.TAKEN, null, List.of()));
            }
            default -> throw new IllegalArgumentException("unknown");
        }
    }

    private void change(UUID id, Function<Item, @Nullable Item> how) {
        Item item = items.get(id);
        if (item != null) {
            set(id, how.apply(item));
        }
    }

    private void set(UUID id, @Nullable Item item) {
        Item before = item == null ? items.remove(id) : items.put(id, item);
        arrivedBytes += arrivedBytes(item) - arrivedBytes(before);
        if (item != null && item.stage() == Stage.PART) {
            parts.put(id, item);
        } else {
            parts.remove(id);
        }
    }

    private static long arrivedBytes(@Nullable Item item) {
        return item != null && item.stage() == Stage.ARRIVED ? item.offer().size() : 0;
    }

    /** Stands for a file or folder of which nothing matters any more but that nobody wants it. */
    private static Message.FileHeader nothing(UUID id) {
        return new Message.FileHeader(id, "", 0, null, 1);
    }

    private void sender(UUID id, List<String> sender) {
        change(id, i -> new Item(i.offer(), i.stage(), i.digest(), sender));
        folders.computeIfPresent(id, (_, f) -> new Folder(f.header(), f.paths(), f.whole(), sender, f.saved()));
    }

    private static Message.FileHeader offer(UUID id, List<String> line) {
        Instant modified = line.get(3).isEmpty() ? null : Instant.parse(line.get(3));
        Message.Place place =
                line.get(4).isEmpty() ? null : new Message.Place(UUID.fromString(line.get(4)), line.get(5));
        return new Message.FileHeader(id, line.get(6), Long.parseLong(line.get(2)), modified, 1, place);
    }

    private static Message.FolderHeader header(UUID id, List<String> line) {
        return new Message.FolderHeader(id, line.get(4), Integer.parseInt(line.get(2)), Long.parseLong(line.get(3)));
    }

    private void forgetOld() {
        List<UUID> past = items.values().stream()
                .filter(item -> item.stage() == Stage.TAKEN || item.stage() == Stage.UNWANTED)
                .map(Item::id)
                .toList();
        past.stream().limit(Math.max(0, past.size() - PAST_KEPT)).forEach(id -> set(id, null));
    }
}

package io.lamplink.common.simulation;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.ArrivedFile;
import io.lamplink.common.transfer.DiskFullException;
import io.lamplink.common.transfer.Spool;
import io.lamplink.common.transfer.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A spool in memory that fails where a test says so. */
public final class MemorySpool implements Spool {
    /** How it fails. */
    public enum Failure {
        NONE,
        /** There is no room for an announced file. */
        FULL_AT_CREATE,
        /** Nothing can be made. */
        BROKEN_AT_CREATE,
        /** The disk becomes full while it is written to. */
        FULL,
        /** The disk breaks while it is written to. */
        BROKEN,
        /** A mistake of the program itself. */
        DEFECT,
        /** The file cannot be closed. */
        BROKEN_AT_FINISH
    }

    private final Map<UUID, MemoryEntry> files = new LinkedHashMap<>();
    private final Map<UUID, Sha256> arrived = new LinkedHashMap<>();
    private final Map<UUID, List<String>> folders = new LinkedHashMap<>();
    private final Set<UUID> wholeFolders = new LinkedHashSet<>();
    private final Set<UUID> savedFolders = new HashSet<>();
    private final Set<UUID> unwanted = new HashSet<>();
    private final Map<UUID, Long> written = new LinkedHashMap<>();
    private Failure failure = Failure.NONE;
    private long room = Long.MAX_VALUE;
    private int writesAfterEnd;

    /** Fails in that way, {@code room} bytes from now. */
    public void fail(Failure how, long bytesFromNow) {
        failure = how;
        room = bytesFromNow;
    }

    /** Nothing fails any more. */
    public void mend() {
        fail(Failure.NONE, Long.MAX_VALUE);
    }

    @Override
    public void refuse(UUID transfer) {
        new MemoryFolders().discard(transfer);
        remove(transfer);
        unwanted.add(transfer);
    }

    /** The sender does not go on with it: what is here of it goes, unless that is all of it. */
    public void disown(UUID transfer) {
        if (!finished(transfer)) {
            remove(transfer);
        }
    }

    private void remove(UUID transfer) {
        MemoryEntry entry = files.remove(transfer);
        if (entry != null) {
            entry.taken = true;
        }
        arrived.remove(transfer);
    }

    /** Bytes that were written to the file of a transfer, those that were written twice counted twice. */
    public long written(UUID transfer) {
        return written.getOrDefault(transfer, 0L);
    }

    /** The disk changes a byte of what is left here of a transfer that nobody writes. */
    public void spoil(UUID transfer) {
        MemoryEntry entry = files.get(transfer);
        if (entry != null && entry.ended && entry.length > 0 && !finished(transfer)) {
            entry.bytes[entry.length / 2]++;
        }
    }

    /** The transfers whose file is there, whole or in part. */
    public Set<UUID> files() {
        return Set.copyOf(files.keySet());
    }

    /** What is in the file of a transfer. */
    public byte[] bytes(UUID transfer) {
        MemoryEntry entry = files.get(transfer);
        return Arrays.copyOf(entry.bytes, entry.length);
    }

    /** Whether the file of a transfer was closed as whole. */
    public boolean finished(UUID transfer) {
        return arrived.containsKey(transfer);
    }

    /** Folders that have arrived. */
    public Set<UUID> wholeFolders() {
        return Set.copyOf(wholeFolders);
    }

    /** A person saves the folder, which leaves the spool. */
    public void save(UUID folder) {
        folders().discard(folder);
        savedFolders.add(folder);
    }

    /** The empty folders of a folder. */
    public List<String> paths(UUID folder) {
        return folders.getOrDefault(folder, List.of());
    }

    /** Writes to a file after its end. */
    public int writesAfterEnd() {
        return writesAfterEnd;
    }

    /** The program is killed: whoever holds a file open has lost it, and what is written stays. */
    public void forgetHolders() {
        files.replaceAll((_, entry) -> entry.again(entry.header));
    }

    @Override
    public boolean unwanted(UUID transfer) {
        return unwanted.contains(transfer);
    }

    @Override
    public Entry open(Message.FileHeader header) throws IOException {
        UUID id = header.transferId();
        MemoryEntry before = files.get(id);
        Sha256 whole = arrived.get(id);
        if (before != null && whole != null && before.header.size() == header.size()) {
            return new ArrivedFile(before.path(), whole);
        }
        switch (failure) {
            case FULL_AT_CREATE -> throw new DiskFullException("No room.", null);
            case BROKEN_AT_CREATE -> throw new IOException("No spool.");
            case NONE, FULL, BROKEN, DEFECT, BROKEN_AT_FINISH -> {}
        }
        MemoryEntry entry = before == null ? new MemoryEntry(header) : before.again(header);
        files.put(id, entry);
        return entry;
    }

    @Override
    public Folders folders() {
        return new MemoryFolders();
    }

    private final class MemoryFolders implements Folders {
        @Override
        public List<StoredFile> begin(Message.FolderHeader header) {
            folders.putIfAbsent(header.folderId(), new ArrayList<>());
            List<StoredFile> here = new ArrayList<>();
            files.forEach((id, entry) -> {
                Sha256 digest = arrived.get(id);
                Message.Place place = entry.header.place();
                if (digest != null && place != null && place.folderId().equals(header.folderId())) {
                    here.add(new StoredFile(
                            id, place.path(), entry.header.name(), entry.path(), entry.length, digest, List.of()));
                }
            });
            return here;
        }

        @Override
        public void paths(UUID folder, List<String> paths) {
            List<String> all = folders.computeIfAbsent(folder, _ -> new ArrayList<>());
            paths.stream().filter(path -> !all.contains(path)).forEach(all::add);
        }

        @Override
        public boolean isSaved(UUID folder) {
            return savedFolders.contains(folder);
        }

        @Override
        public void whole(UUID folder) {
            wholeFolders.add(folder);
        }

        @Override
        public void discard(UUID folder) {
            folders.remove(folder);
            wholeFolders.remove(folder);
            files.values()
                    .removeIf(entry ->
                            entry.header.place() instanceof Message.Place(UUID id, String _) && id.equals(folder));
        }
    }

    private final class MemoryEntry implements Entry {
        private final Message.FileHeader header;
        private byte[] bytes;
        private int length;
        private boolean taken;
        private boolean ended;

        MemoryEntry(Message.FileHeader header) {
            this.header = header;
            this.bytes = new byte[1024];
        }

        /** The same bytes for another holder; this one has lost them. */
        MemoryEntry again(Message.FileHeader offer) {
            taken = true;
            MemoryEntry next = new MemoryEntry(offer);
            if (offer.size() == header.size()) {
                next.bytes = bytes.clone();
                next.length = length;
            }
            return next;
        }

        private UUID id() {
            return header.transferId();
        }

        @Override
        public Path path() {
            return Path.of("spool", id() + ".part");
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public @Nullable Sha256 arrived() {
            return null;
        }

        @Override
        public void readFully(ByteBuffer buffer, long position) {
            buffer.put(bytes, (int) position, buffer.remaining());
        }

        @Override
        public void write(ByteBuffer data, long position) throws IOException {
            if (taken) {
                throw new TakenOverException();
            }
            writesAfterEnd += ended ? 1 : 0;
            int fitting = (int) Math.min(room, data.remaining());
            int end = (int) position + fitting;
            bytes = end > bytes.length ? Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length)) : bytes;
            data.get(bytes, (int) position, fitting);
            length = Math.max(length, end);
            room -= fitting;
            if (!data.hasRemaining()) {
                written.merge(id(), (long) fitting, Long::sum);
            }
            if (data.hasRemaining()) {
                switch (failure) {
                    case FULL -> throw new DiskFullException("No room.", null);
                    case DEFECT -> throw new IllegalStateException("A mistake.");
                    case NONE, FULL_AT_CREATE, BROKEN_AT_CREATE, BROKEN, BROKEN_AT_FINISH ->
                        throw new IOException("The disk is broken.");
                }
            }
        }

        @Override
        public void clear() throws IOException {
            if (taken) {
                throw new TakenOverException();
            }
            length = 0;
        }

        @Override
        public void finish(Sha256 digest) throws IOException {
            if (taken) {
                throw new TakenOverException();
            }
            if (failure == Failure.BROKEN_AT_FINISH) {
                throw new IOException("It cannot be closed.");
            }
            ended = true;
            arrived.put(id(), digest);
        }

        @Override
        public void suspend() {
            ended = true;
        }

        @Override
        public void discard() {
            ended = true;
            if (!taken) {
                files.remove(id());
                arrived.remove(id());
            }
        }
    }
}

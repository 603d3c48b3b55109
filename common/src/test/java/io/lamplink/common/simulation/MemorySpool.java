package io.lamplink.common.simulation;

import io.lamplink.common.transfer.DiskFullException;
import io.lamplink.common.transfer.Spool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
    private Failure failure = Failure.NONE;
    private long room = Long.MAX_VALUE;
    private int writesAfterFailure;

    /** Fails in that way, {@code room} bytes from now. */
    public void fail(Failure how, long bytesFromNow) {
        failure = how;
        room = bytesFromNow;
    }

    /** The transfers whose file is there, whole or in part. */
    public Set<UUID> files() {
        return Set.copyOf(files.keySet());
    }

    /** What is in the file of a transfer. */
    public byte[] bytes(UUID transfer) {
        return files.get(transfer).bytes.toByteArray();
    }

    /** Whether the file of a transfer was closed as whole. */
    public boolean finished(UUID transfer) {
        return files.get(transfer).finished;
    }

    /** Writes to a file that had failed already. */
    public int writesAfterFailure() {
        return writesAfterFailure;
    }

    @Override
    public Entry create(UUID transfer, long size) throws IOException {
        switch (failure) {
            case FULL_AT_CREATE -> throw new DiskFullException("No room.", null);
            case BROKEN_AT_CREATE -> throw new IOException("No spool.");
            case NONE, FULL, BROKEN, DEFECT, BROKEN_AT_FINISH -> {}
        }
        if (files.containsKey(transfer)) {
            throw new IOException("There is such a file.");
        }
        MemoryEntry entry = new MemoryEntry(transfer);
        files.put(transfer, entry);
        return entry;
    }

    private final class MemoryEntry implements Entry {
        private final UUID transfer;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean finished;
        private boolean failed;

        MemoryEntry(UUID transfer) {
            this.transfer = transfer;
        }

        @Override
        public Path path() {
            return Path.of("spool", transfer + ".part");
        }

        @Override
        public void append(ByteBuffer data) throws IOException {
            writesAfterFailure += failed || finished ? 1 : 0;
            byte[] fitting = new byte[(int) Math.min(room, data.remaining())];
            data.get(fitting);
            bytes.writeBytes(fitting);
            room -= fitting.length;
            if (data.hasRemaining()) {
                failed = true;
                switch (failure) {
                    case FULL -> throw new DiskFullException("No room.", null);
                    case DEFECT -> throw new IllegalStateException("A mistake.");
                    case NONE, FULL_AT_CREATE, BROKEN_AT_CREATE, BROKEN, BROKEN_AT_FINISH ->
                        throw new IOException("The disk is broken.");
                }
            }
        }

        @Override
        public void finish() throws IOException {
            if (failure == Failure.BROKEN_AT_FINISH) {
                throw new IOException("It cannot be closed.");
            }
            finished = true;
        }

        @Override
        public void discard() {
            files.remove(transfer);
        }
    }
}

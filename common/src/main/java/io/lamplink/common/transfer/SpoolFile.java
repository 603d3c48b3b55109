package io.lamplink.common.transfer;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that comes, in a {@link DiskSpool}. Used by one thread at a time, except that another link may take it away at any
 * moment.
 */
final class SpoolFile implements Spool.Entry {
    static final String SUFFIX = ".part";

    private static final Logger LOG = LoggerFactory.getLogger(SpoolFile.class);

    /** After so many bytes the disk is asked again how much room it has, and whether the file is still there. */
    private static final long LOOK_EVERY = 8L * 1024 * 1024;

    private final DiskSpool spool;
    private final Message.FileHeader offer;
    private final Path path;
    private volatile @Nullable FileChannel channel;
    private volatile boolean takenAway;
    private volatile long length;
    private long lookAt;

    SpoolFile(DiskSpool spool, Message.FileHeader offer, Path path) {
        this.spool = spool;
        this.offer = offer;
        this.path = path;
        this.length = Math.min(offer.size(), size(path));
    }

    UUID id() {
        return offer.transferId();
    }

    /** Bytes that were announced and are not here yet. */
    long missing() {
        return offer.size() - length;
    }

    void open() throws IOException {
        FileChannel opened = openChannel();
        channel = opened;
        length = opened.size();
        if (length > offer.size()) {
            opened.truncate(offer.size());
            length = offer.size();
        }
        lookAt = length + LOOK_EVERY;
    }

    private FileChannel openChannel() throws IOException {
        return FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnly.file(path));
    }

    /** Another link goes on with the file: closes it under its holder, who finds out at the next write. */
    void takeAway() {
        takenAway = true;
        closeQuietly();
    }

    @Override
    public Path path() {
        return path;
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
    public void readFully(ByteBuffer buffer, long position) throws IOException {
        FileChannel from = channel();
        for (long at = position; buffer.hasRemaining(); ) {
            int bytes = from.read(buffer, at);
            if (bytes < 0) {
                throw new EOFException("A spool file is shorter than it was.");
            }
            at += bytes;
        }
    }

    @Override
    public void write(ByteBuffer data, long position) throws IOException {
        FileChannel to = channel();
        long at = position;
        try {
            look(position, data.remaining());
            to = channel();
            while (data.hasRemaining()) {
                at += to.write(data, at);
            }
            length = Math.max(length, at);
        } catch (IOException e) {
            throw explained(e, data.remaining());
        }
    }

    private void look(long position, int bytes) throws IOException {
        if (position < lookAt && lookAt - position <= LOOK_EVERY) {
            return;
        }
        if (spool.room() < bytes) {
            throw new DiskFullException("The disk is full.", null);
        }
        if (!Files.exists(path)) {
            comeBack();
        }
        lookAt = position + LOOK_EVERY;
    }

    /** Somebody removed the file, or the folder with it. Its bytes are still there for who holds it open. */
    private void comeBack() throws IOException {
        FileChannel lost = channel();
        OwnerOnly.createFolder(path.getParent());
        FileChannel fresh = openChannel();
        try {
            long bytes = lost.size();
            for (long at = 0; at < bytes; ) {
                at += lost.transferTo(at, bytes - at, fresh);
            }
            length = bytes;
        } catch (IOException | RuntimeException e) {
            fresh.close();
            if (!takenAway) {
                remove(path); // Half of it would be taken for all of it at the next attempt.
            }
            throw e;
        }
        channel = fresh;
        lost.close();
    }

    private IOException explained(IOException e, int missing) {
        if (takenAway) {
            return new Spool.TakenOverException();
        }
        try {
            return spool.room() < missing ? new DiskFullException("The disk is full.", e) : e;
        } catch (IOException unknown) {
            e.addSuppressed(unknown);
            return e;
        }
    }

    @Override
    public void clear() throws IOException {
        channel().truncate(0);
        length = 0;
    }

    @Override
    public void finish(Sha256 digest) throws IOException {
        if (!Files.exists(path)) {
            comeBack();
        }
        channel().close();
        spool.finished(this, digest);
    }

    @Override
    public void suspend() {
        closeQuietly();
        spool.closed(this);
    }

    @Override
    public void discard() {
        closeQuietly();
        if (!takenAway) {
            spool.discarded(this);
        }
    }

    private FileChannel channel() throws IOException {
        FileChannel opened = channel;
        if (takenAway) {
            throw new Spool.TakenOverException();
        }
        if (opened == null) {
            throw new IOException("The spool file is not open.");
        }
        return opened;
    }

    private void closeQuietly() {
        FileChannel opened = channel;
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                LOG.warn("A spool file could not be closed.", e);
            }
        }
    }

    /** Bytes at {@code path}; 0 if there is nothing. */
    static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Removes the file; what cannot be removed is logged. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A spool file could not be removed.", e);
        }
    }
}

package io.lamplink.common.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A spool in a folder of its own, readable by its owner alone. Bytes that were announced but not yet written count as
 * taken, so that several incoming files cannot together promise more than the disk holds.
 */
public final class DiskSpool implements Spool {
    private static final Logger LOG = LoggerFactory.getLogger(DiskSpool.class);

    /** Bytes that stay free for others. */
    public static final long RESERVE = 16L * 1024 * 1024;

    private final Path folder;
    private final FreeSpace freeSpace;
    private final AtomicLong promised = new AtomicLong();
    private final Set<Path> made = ConcurrentHashMap.newKeySet();

    /** Tells how many bytes a folder's disk can take. */
    @FunctionalInterface
    public interface FreeSpace {
        /** Usable bytes where {@code folder} is. */
        long of(Path folder) throws IOException;
    }

    /** A spool in {@code folder}, which is made when the first file comes. */
    public DiskSpool(Path folder) {
        this(folder, where -> Files.getFileStore(where).getUsableSpace());
    }

    /** The same with a free space that a test decides. */
    public DiskSpool(Path folder, FreeSpace freeSpace) {
        this.folder = folder;
        this.freeSpace = freeSpace;
    }

    @Override
    public Entry create(UUID transfer, long size) throws IOException {
        createFolder();
        promise(size);
        try {
            return open(folder.resolve(transfer + ".part"), size);
        } catch (IOException | RuntimeException e) {
            promised.addAndGet(-size);
            throw e;
        }
    }

    /** One at a time: an offer that is turned down must not count against another for a moment. */
    private synchronized void promise(long size) throws IOException {
        long free = freeSpace.of(folder) - RESERVE - promised.get();
        if (size > free) {
            throw new DiskFullException("The disk has room for " + Math.max(0, free) + " bytes.", null);
        }
        promised.addAndGet(size);
    }

    /** Removes every file that is still here, and the folder unless somebody else uses it; for the end of the program. */
    public void clear() {
        made.forEach(this::remove);
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("The spool folder is not empty.", e);
        } catch (IOException e) {
            LOG.warn("The spool folder could not be removed.", e);
        }
    }

    private void remove(Path file) {
        made.remove(file);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A spool file could not be removed.", e);
        }
    }

    private Entry open(Path path, long size) throws IOException {
        FileChannel channel = FileChannel.open(
                path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(path, "rw-------"));
        made.add(path);
        return new OpenEntry(path, channel, size);
    }

    private void createFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly(folder.toAbsolutePath(), "rwx------"));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private final class OpenEntry implements Entry {
        private final Path path;
        private final FileChannel channel;
        private long unwritten;

        OpenEntry(Path path, FileChannel channel, long size) {
            this.path = path;
            this.channel = channel;
            this.unwritten = size;
        }

        @Override
        public Path path() {
            return path;
        }

        @Override
        public void append(ByteBuffer data) throws IOException {
            int length = data.remaining();
            try {
                while (data.hasRemaining()) {
                    channel.write(data);
                }
            } catch (IOException e) {
                throw fullOr(e, data.remaining());
            }
            release(length);
        }

        private IOException fullOr(IOException e, int missing) {
            try {
                return freeSpace.of(folder) < missing ? new DiskFullException("The disk is full.", e) : e;
            } catch (IOException unknown) {
                e.addSuppressed(unknown);
                return e;
            }
        }

        @Override
        public void finish() throws IOException {
            release(unwritten);
            channel.close();
        }

        @Override
        public void discard() {
            release(unwritten);
            try {
                channel.close();
            } catch (IOException e) {
                LOG.warn("A spool file could not be closed.", e);
            }
            remove(path);
        }

        private void release(long bytes) {
            long freed = Math.min(bytes, unwritten);
            unwritten -= freed;
            promised.addAndGet(-freed);
        }
    }
}

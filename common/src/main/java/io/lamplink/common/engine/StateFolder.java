package io.lamplink.common.engine;

import io.lamplink.common.transfer.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which a running program keeps what the next run goes on with: who it is, what it sends, what it received.
 * Each running program has one to itself; one that was killed leaves it to the next.
 */
final class StateFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);

    /** Programs of one kind that one user may run at the same time before they do without. */
    private static final int MAX_AT_ONCE = 100;

    private final Path folder;
    private final @Nullable FileChannel lock;
    private final UUID identity;

    private StateFolder(Path folder, @Nullable FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        this.identity = readOrMakeIdentity();
    }

    /** The first of {@code base}, {@code base-2}, {@code base-3} and so on that no running program has. */
    static StateFolder take(Path base) {
        for (int number = 1; number <= MAX_AT_ONCE; number++) {
            Path folder = number == 1 ? base : base.resolveSibling(base.getFileName() + "-" + number);
            try {
                FileChannel lock = lock(folder);
                if (lock != null) {
                    return new StateFolder(folder, lock);
                }
            } catch (IOException e) {
                LOG.warn("{} cannot be used; what is interrupted will have to start over.", folder, e);
                break;
            }
        }
        return new StateFolder(base.resolveSibling(base.getFileName() + "-" + UUID.randomUUID()), null);
    }

    private static @Nullable FileChannel lock(Path folder) throws IOException {
        OwnerOnly.createFolder(folder);
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file(file));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} belongs to another engine of this program.", folder, e);
        }
        channel.close();
        return null;
    }

    /** Where received files stay. */
    Path spool() {
        return folder.resolve("spool");
    }

    /** What is being sent. */
    Path sends() {
        return folder.resolve("sending");
    }

    /** The same for each run. */
    UUID identity() {
        return identity;
    }

    private UUID readOrMakeIdentity() {
        Path file = folder.resolve("identity");
        try {
            return UUID.fromString(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("There is no identity yet.", e);
        }
        UUID fresh = UUID.randomUUID();
        try {
            Files.deleteIfExists(file);
            OwnerOnly.createFolder(folder);
            Files.createFile(file, OwnerOnly.file(file));
            Files.writeString(file, fresh.toString());
        } catch (IOException e) {
            LOG.warn("The identity of this program cannot be kept.", e);
        }
        return fresh;
    }

    /** Leaves the folder to the next run. */
    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                LOG.debug("A lock was not released properly.", e);
            }
        }
    }
}

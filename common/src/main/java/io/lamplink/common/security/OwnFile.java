package io.lamplink.common.security;

import io.lamplink.common.transfer.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small text file that several programs of one user share, and nobody else can read. It is always whole: a new text takes
 * the place of the old one at once.
 */
final class OwnFile {
    private static final Logger LOG = LoggerFactory.getLogger(OwnFile.class);

    /** The system's locks are of a program as a whole and say nothing between its threads. */
    private static final ReentrantLock IN_THIS_PROGRAM = new ReentrantLock();

    /** What is larger was not written by us. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final Path file;

    OwnFile(Path file) {
        this.file = file;
    }

    /** Whether there is such a file now. */
    boolean isThere() {
        return Files.exists(file);
    }

    /** Runs {@code task} while no other program or thread does the same; waits for its turn. */
    <T> T underLock(Function<OwnFile, T> task) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        OwnerOnly.createFolder(folder);
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        IN_THIS_PROGRAM.lock();
        try (FileChannel channel = FileChannel.open(
                        lockFile,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        OwnerOnly.file(lockFile));
                FileLock lock = channel.lock()) {
            LOG.trace("Holding {}.", lock);
            return task.apply(this);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            IN_THIS_PROGRAM.unlock();
        }
    }

    /**
     * What {@code reader} makes of the text; empty if there is no file. If the reader throws
     * {@link IllegalArgumentException}, or what is there is no text, the file is set aside under another name, and that is
     * logged. To be called in a task of {@link #underLock}.
     *
     * @throws UncheckedIOException if it cannot be read, which says nothing of what is in it; it stays where it is
     */
    <T> Optional<T> read(Function<String, T> reader) {
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("It is too large.");
            }
            return Optional.of(reader.apply(Files.readString(file)));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            setAside(e);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createFile(fresh, OwnerOnly.file(fresh));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void setAside(Exception cause) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        LOG.warn("{} is damaged and was set aside as {}.", file, aside.getFileName(), cause);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

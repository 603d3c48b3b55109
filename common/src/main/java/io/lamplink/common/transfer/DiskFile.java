package io.lamplink.common.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A regular file on the disk. It is held open only from its first read on, so that thousands can wait for their turn; what
 * changes in between is noticed by {@link #unchanged()}.
 */
public final class DiskFile implements SourceFile {
    private static final Logger LOG = LoggerFactory.getLogger(DiskFile.class);

    private final Path path;
    private final long size;
    private final Instant modified;
    private final @Nullable Path folder;
    private final FileDigest digest;
    private @Nullable FileChannel channel;
    private boolean closed;

    private DiskFile(Path path, long size, Instant modified, @Nullable Path folder, FileDigest digest) {
        this.path = path;
        this.size = size;
        this.modified = modified;
        this.folder = folder;
        this.digest = digest;
    }

    /**
     * Looks at {@code path} and whether it can be read.
     *
     * @throws java.nio.file.NoSuchFileException if it is not there
     * @throws java.nio.file.AccessDeniedException if it may not be read
     * @throws NotAFileException if it is anything but a regular file
     */
    public static DiskFile open(Path path) throws IOException {
        BasicFileAttributes attributes = regular(path);
        FileChannel.open(path, StandardOpenOption.READ).close();
        return new DiskFile(
                path, attributes.size(), attributes.lastModifiedTime().toInstant(), null, new FileDigest());
    }

    /** A file that had that size and time of change when somebody looked; it is not looked at before it is read. */
    public static DiskFile listed(Path path, long size, Instant modified) {
        return new DiskFile(path, size, modified, null, new FileDigest());
    }

    /**
     * A file that was found in {@code folder} with that size and time of change; it is not looked at before it is read.
     */
    public static DiskFile listed(Path path, long size, Instant modified, Path folder) {
        return new DiskFile(path, size, modified, folder, new FileDigest());
    }

    /** The same file for one more receiver: it is read on its own, but hashed together. */
    public DiskFile forAnother() {
        return new DiskFile(path, size, modified, folder, digest);
    }

    /** Folders, pipes and devices are refused before they are opened, because opening a pipe waits for a writer. */
    private static BasicFileAttributes regular(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new NotAFileException(path);
        }
        return attributes;
    }

    /** Something that is there, but is a folder, a device or a pipe. */
    public static final class NotAFileException extends FileSystemException {
        private static final long serialVersionUID = 1L;

        NotAFileException(Path path) {
            super(path.toString(), null, "not a regular file");
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Instant modified() {
        return modified;
    }

    @Override
    public FileDigest digest() {
        return digest;
    }

    @Override
    public void readFully(ByteBuffer buffer, long position) throws IOException {
        FileChannel in = channel();
        long from = position;
        while (buffer.hasRemaining()) {
            int count = in.read(buffer, from);
            if (count < 0) {
                throw new EOFException("The file ends at byte " + from + ".");
            }
            from += count;
        }
    }

    @Override
    public boolean unchanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        return channel().size() == size
                && now.size() == size
                && now.lastModifiedTime().toInstant().equals(modified);
    }

    private FileChannel channel() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        FileChannel open = channel;
        if (open == null) {
            regular(path);
            open = FileChannel.open(path, StandardOpenOption.READ);
            channel = open;
        }
        return open;
    }

    @Override
    public boolean isHopeless(IOException problem) {
        return folder != null
                && (problem instanceof AccessDeniedException
                        || problem instanceof NotAFileException
                        || (problem instanceof NoSuchFileException && Files.isDirectory(folder)));
    }

    @Override
    public void reopen() {
        FileChannel broken = channel;
        channel = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (IOException e) {
                LOG.debug("A file that could not be read could not be closed either.", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (channel != null) {
            channel.close();
        }
    }
}

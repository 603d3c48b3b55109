package io.lamplink.common.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text file to which a program adds what it must still know after it was killed: one line for each fact, its words
 * separated by tabs and escaped. What was written before the end is there; a last line that was cut short is left out.
 * What cannot be written is logged, and nothing else: the facts only matter after a crash. What is there and could not be read
 * is never replaced. May be used from any thread.
 */
public final class JournalFile implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

    private final Path file;
    private final Pen pen;
    private @Nullable FileChannel channel;
    private boolean failed;
    private boolean unread;
    private boolean damaged;

    /** Writes as many of the bytes as the disk takes at once; a test decides how many. */
    @FunctionalInterface
    interface Pen {
        void write(FileChannel to, ByteBuffer bytes) throws IOException;
    }

    /** A journal in {@code file}, which is made with the first line and can be read by its owner alone. */
    public JournalFile(Path file) {
        this(file, FileChannel::write);
    }

    JournalFile(Path file, Pen pen) {
        this.file = file;
        this.pen = pen;
    }

    /** Every line so far, as its words; empty if there is none or the file cannot be read. */
    public synchronized List<List<String>> read() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            byte[] bytes = Files.readAllBytes(file);
            damaged = !isWritten(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return lines(text.substring(0, text.lastIndexOf('\n') + 1));
        } catch (IOException e) {
            LOG.warn("{} cannot be read; it is left as it is for the next start.", file, e);
            unread = true;
            return List.of();
        }
    }

    /** Whether there are lines that {@link #read} could not read: then nothing follows from what it did not say. */
    public synchronized boolean unread() {
        return unread;
    }

    /**
     * Whether there was something in it that no version writes, as a disk leaves it that lost its power: then other lines may
     * be gone.
     */
    public synchronized boolean damaged() {
        return damaged;
    }

    /** Lines are escaped, so that each is of printable ASCII and tabs; and a journal without any is removed. */
    private static boolean isWritten(byte[] bytes) {
        for (byte one : bytes) {
            if (one != '\t' && one != '\n' && (one < ' ' || one > '~')) {
                return false;
            }
        }
        return bytes.length > 0;
    }

    /** Keeps a copy as it is now beside the file: not all that is in it makes sense to this version. */
    public synchronized void keepCopy() {
        Path copy = copy();
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("Not all of {} makes sense; a later version may have written it. Kept as {}.", file, copy);
        } catch (IOException e) {
            LOG.warn("Not all of {} makes sense, and it could not be kept.", file, e);
        }
    }

    /** Where {@link #keepCopy} keeps it. */
    Path copy() {
        return file.resolveSibling(file.getFileName() + ".newer");
    }

    private List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            try {
                lines.add(words(line));
            } catch (IllegalArgumentException e) {
                damaged = true;
                LOG.warn("A line of a journal makes no sense and is left out.", e);
            }
        }
        return lines;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split("\t", -1)) {
            words.add(URLDecoder.decode(word, StandardCharsets.UTF_8));
        }
        return words;
    }

    /** Adds a line. */
    public void add(String... words) {
        add(List.of(words));
    }

    /** Adds a line. */
    public void add(List<String> words) {
        addAll(List.of(words));
    }

    /** Adds lines, all in one. */
    public synchronized void addAll(List<List<String>> lines) {
        try {
            StringBuilder text = new StringBuilder();
            lines.forEach(words -> text.append(line(words)));
            write(open(), ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            if (!failed) {
                failed = true;
                LOG.warn("{} cannot be written; an interrupted transfer may have to start over.", file, e);
            }
            close();
        }
    }

    /** A line that the disk took half of would make nonsense of the next one too. */
    private void write(FileChannel to, ByteBuffer bytes) throws IOException {
        long before = to.size();
        try {
            while (bytes.hasRemaining()) {
                pen.write(to, bytes);
            }
        } catch (IOException e) {
            cut(to, before, e);
            throw e;
        }
    }

    private static void cut(FileChannel file, long size, IOException cause) {
        try {
            file.truncate(size);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Replaces everything by {@code lines}, in one step. Without any, the file is removed. */
    public synchronized void rewrite(List<List<String>> lines) {
        close();
        if (unread) {
            return;
        }
        try {
            if (lines.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            StringBuilder text = new StringBuilder();
            lines.forEach(words -> text.append(line(words)));
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, OwnerOnly.file(fresh));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} could not be tidied.", file, e);
        }
    }

    private static String line(List<String> words) {
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            line.append(line.isEmpty() ? "" : "\t").append(URLEncoder.encode(word, StandardCharsets.UTF_8));
        }
        return line.append('\n').toString();
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null || !Files.exists(file)) {
            close();
            OwnerOnly.createFolder(file.toAbsolutePath().getParent());
            open = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), OwnerOnly.file(file));
            channel = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debug("{} was not closed properly.", file, e);
            }
        }
    }
}

package io.lamplink.common.history;

import io.lamplink.common.transfer.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file of a history and those that SQLite keeps beside it. Nobody but their owner can read them. */
final class HistoryFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String DAMAGED = ".damaged-";

    private final Path path;

    HistoryFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** SQLite gives its other files the permissions of this one. */
    void create() throws IOException {
        OwnerOnly.createFolder(path.getParent());
        try {
            Files.createFile(path, OwnerOnly.file(path));
        } catch (FileAlreadyExistsException e) {
            for (Path file : new Path[] {path, beside("-wal"), beside("-shm")}) {
                restrict(file);
            }
        }
    }

    private static void restrict(Path file) throws IOException {
        if (Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Whether a program has not closed it in order, or has it open. */
    boolean wasLeftOpen() {
        try {
            return Files.size(beside("-wal")) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells this file from another of the same name; null if there is none, or where the system knows no such thing. */
    @Nullable
    Object identity() {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    /** Something to be done by one program at a time. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException, SQLException;
    }

    /** Runs {@code task} while no other program runs one here. */
    void alone(Task task) throws IOException, SQLException {
        Path lock = beside(".lock");
        OwnerOnly.createFolder(path.getParent());
        synchronized (HistoryFile.class) { // A lock of the system keeps programs apart, not the threads of one.
            try (FileChannel channel = FileChannel.open(
                            lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file(lock));
                    var _ = channel.lock()) {
                task.run();
            }
        }
    }

    /** Gives the files another name, by which they can be looked at later; answers with it. */
    Path setAside(Instant now) throws IOException {
        String name = path.getFileName() + DAMAGED + STAMP.format(now);
        Path target = path.resolveSibling(name);
        for (int number = 2; Files.exists(target); number++) {
            target = path.resolveSibling(name + "-" + number);
        }
        Files.move(path, target);
        move(beside("-wal"), target.resolveSibling(target.getFileName() + "-wal"));
        Files.deleteIfExists(beside("-shm"));
        return target;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to);
        } catch (NoSuchFileException e) {
            // There was nothing that waited to be written.
        }
    }

    /** Removes what was set aside. */
    void removeSetAside() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path.getParent())) {
            for (Path file : files) {
                if (file.getFileName().toString().startsWith(path.getFileName() + DAMAGED)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }
}

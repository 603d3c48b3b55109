package io.lamplink.common.transfer;

import io.lamplink.common.protocol.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Takes a received file from the spool to where a person wants it. Either the whole file stands at the target afterwards
 * and the spool file is gone, or the spool file is as it was and so is what stood at the target. Called on disk threads.
 */
public final class FileSaver {
    private static final int BUFFER = 256 * 1024;

    private FileSaver() {}

    /** What was written is not what was received. */
    public static final class CheckFailedException extends IOException {
        private static final long serialVersionUID = 1L;

        CheckFailedException() {
            super("The copy differs from the received file.");
        }
    }

    /**
     * Saves as {@code target}; a file that stands there is replaced.
     *
     * @param sha256 the digest of the received file, against which a copy is checked
     * @throws NoSuchFileException if the target's folder or the spool file is gone
     * @throws DiskFullException if the target's disk has no room
     * @throws CheckFailedException if a copy came out wrong
     * @throws IOException if the target may not be written
     */
    public static void save(Path spooled, Path target, Sha256 sha256) throws IOException {
        Path fresh = folderOf(target).resolve(".lamplink-" + UUID.randomUUID() + ".part");
        Files.createFile(fresh);
        try {
            if (!moved(spooled, target, fresh)) {
                copy(spooled, fresh);
                check(fresh, sha256);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
        Files.deleteIfExists(spooled);
    }

    /**
     * Saves in {@code folder} under {@code name}, or where that is taken under the first free numbered name; nothing is
     * ever replaced.
     *
     * @return where it was saved
     * @throws IOException as {@link #save}
     */
    public static Path saveNumbered(Path spooled, Path folder, String name, Sha256 sha256) throws IOException {
        for (int number = 0; ; number++) {
            Path target = folder.resolve(number == 0 ? name : SafeFileName.numbered(name, number));
            try {
                Files.createFile(target);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            try {
                save(spooled, target, sha256);
                return target;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(target);
                throw e;
            }
        }
    }

    private static Path folderOf(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        return folder;
    }

    /** Moves within one disk, with the permissions that a new file gets there rather than the spool's. */
    private static boolean moved(Path spooled, Path target, Path fresh) throws IOException {
        if (!Files.getFileStore(spooled).equals(Files.getFileStore(fresh))) {
            return false;
        }
        if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(spooled, Files.getPosixFilePermissions(fresh));
        }
        try {
            Files.move(spooled, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (AtomicMoveNotSupportedException e) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw Files.getFileStore(to).getUsableSpace() < BUFFER ? new DiskFullException("The disk is full.", e) : e;
        }
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void check(Path copy, Sha256 expected) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(copy)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        if (!Sha256.of(digest).equals(expected)) {
            throw new CheckFailedException();
        }
    }
}

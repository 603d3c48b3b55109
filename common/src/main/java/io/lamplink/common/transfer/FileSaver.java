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
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a received file from the spool to where a person wants it. Either the whole file stands at the target afterwards
 * and the spool file is gone, or the spool file is as it was and so is what stood at the target. Called on disk threads.
 */
public final class FileSaver {
    private static final Logger LOG = LoggerFactory.getLogger(FileSaver.class);

    private static final int BUFFER = 256 * 1024;

    private static final String UNDER_WAY = ".lamplink-";
    private static final String PART = ".part";
    private static final int ID_LENGTH = 36;

    private FileSaver() {}

    /** Whether {@code file} is called as one is that is being saved, and has not got its name yet. */
    static boolean isUnderWay(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(UNDER_WAY)
                && name.endsWith(PART)
                && name.length() == UNDER_WAY.length() + ID_LENGTH + PART.length();
    }

    /** What was written is not what was received. */
    public static final class CheckFailedException extends IOException {
        private static final long serialVersionUID = 1L;

        CheckFailedException() {
            super("The copy differs from the received file.");
        }
    }

    /** What a test decides: which files are on one disk, and how bytes get to another. */
    interface Disks {
        /** Whether a move between the two copies no bytes. */
        default boolean same(Path a, Path b) throws IOException {
            return Files.getFileStore(a).equals(Files.getFileStore(b));
        }

        /** Fills {@code to}, an empty file, with the bytes of {@code from}. */
        default void copy(Path from, Path to) throws IOException {
            try (InputStream in = Files.newInputStream(from);
                    OutputStream out = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
                in.transferTo(out);
            }
        }

        /** Waits until the bytes of {@code file} would survive a power failure. */
        default void force(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }

        /** Usable bytes on the disk of {@code file}. */
        default long room(Path file) throws IOException {
            return Files.getFileStore(file).getUsableSpace();
        }
    }

    /** Moves a whole file to its place on the same disk and answers where that is. */
    @FunctionalInterface
    private interface Placing {
        Path place(Path whole) throws IOException;
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
        save(spooled, target, sha256, new Disks() {});
    }

    static void save(Path spooled, Path target, Sha256 sha256, Disks disks) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        save(spooled, folder == null ? target : folder, sha256, disks, whole -> {
            move(whole, target);
            return target;
        });
    }

    /**
     * Saves in {@code folder} under {@code name}, or where that is taken under the first free numbered name; nothing is
     * ever replaced.
     *
     * @return where it was saved
     * @throws IOException as {@link #save}
     */
    public static Path saveNumbered(Path spooled, Path folder, String name, Sha256 sha256) throws IOException {
        return saveNumbered(spooled, folder, name, sha256, new Disks() {});
    }

    static Path saveNumbered(Path spooled, Path folder, String name, Sha256 sha256, Disks disks) throws IOException {
        return save(spooled, folder, sha256, disks, whole -> moveToFreeName(whole, folder, name));
    }

    private static Path save(Path spooled, Path folder, Sha256 sha256, Disks disks, Placing placing)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        Path fresh = folder.resolve(UNDER_WAY + spooled.getFileName());
        Files.deleteIfExists(
                fresh); // A run that was killed while it saved the same file there has left it, maybe many GiB.
        Files.createFile(fresh);
        try {
            Path saved = disks.same(spooled, fresh) ? moved(spooled, fresh, disks, placing) : null;
            return saved == null ? copied(spooled, fresh, sha256, disks, placing) : saved;
        } finally {
            remove(fresh);
        }
    }

    /**
     * Moves within one disk, with the permissions that a new file gets there rather than the spool's.
     *
     * @return null where the disk does not move between these folders
     */
    private static @Nullable Path moved(Path spooled, Path fresh, Disks disks, Placing placing) throws IOException {
        disks.force(spooled); // "Saved" must stay true if the power fails now.
        Set<PosixFilePermission> before = permissions(spooled);
        try {
            permit(spooled, permissions(fresh));
            return placing.place(spooled);
        } catch (AtomicMoveNotSupportedException e) {
            permit(spooled, before);
            return null;
        } catch (IOException | RuntimeException e) {
            permit(spooled, before);
            throw e;
        }
    }

    private static Path copied(Path spooled, Path fresh, Sha256 sha256, Disks disks, Placing placing)
            throws IOException {
        copy(spooled, fresh, disks);
        check(fresh, sha256);
        Path saved = placing.place(fresh);
        remove(spooled);
        return saved;
    }

    /** The name is taken by an empty file first, because an atomic move replaces what is there. */
    private static Path moveToFreeName(Path whole, Path folder, String name) throws IOException {
        for (int number = 0; ; number++) {
            Path target = folder.resolve(number == 0 ? name : SafeFileName.numbered(name, number));
            try {
                Files.createFile(target);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            try {
                move(whole, target);
                return target;
            } catch (IOException | RuntimeException e) {
                remove(target);
                throw e;
            }
        }
    }

    private static void move(Path whole, Path target) throws IOException {
        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(Path from, Path to, Disks disks) throws IOException {
        try {
            disks.copy(from, to);
            disks.force(to);
        } catch (IOException e) {
            throw disks.room(to) < BUFFER ? new DiskFullException("The disk is full.", e) : e;
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

    /** Empty where the file system has no such permissions. */
    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? Files.getPosixFilePermissions(file) : Set.of();
    }

    private static void permit(Path file, Set<PosixFilePermission> permissions) throws IOException {
        if (!permissions.isEmpty()) {
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** What is left over changes nothing about the outcome. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A file that is not needed any more could not be removed.", e);
        }
    }
}

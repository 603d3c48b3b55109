package io.lamplink.common.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Files and folders that nobody but their owner can read, where the file system knows such a thing. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** How to make a file at {@code path}. */
    public static FileAttribute<?>[] file(Path path) {
        return permissions(path, "rw-------");
    }

    /** Makes {@code folder} and those above it unless they are there. */
    public static void createFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions(folder.toAbsolutePath(), "rwx------"));
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

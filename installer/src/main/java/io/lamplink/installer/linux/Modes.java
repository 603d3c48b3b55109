package io.lamplink.installer.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may do what with packed files, whatever the umask of whoever packs them. */
final class Modes {
    private static final Set<PosixFilePermission> ALL_MAY_RUN = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> ALL_MAY_READ = PosixFilePermissions.fromString("rw-r--r--");

    private Modes() {}

    /** Lets everybody read what is below {@code folder}, run what its owner may run, and only its owner write. */
    static void plain(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                boolean runs = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || Files.isExecutable(path);
                Files.setPosixFilePermissions(path, runs ? ALL_MAY_RUN : ALL_MAY_READ);
            }
        }
    }

    /** Lets everybody run {@code files}. */
    static void executable(Path... files) throws IOException {
        for (Path file : List.of(files)) {
            Files.setPosixFilePermissions(file, ALL_MAY_RUN);
        }
    }
}

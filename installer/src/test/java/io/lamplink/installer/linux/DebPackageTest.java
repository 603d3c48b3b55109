package io.lamplink.installer.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.installer.image.Folders;
import io.lamplink.installer.image.Target;
import io.lamplink.installer.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class DebPackageTest {

    @TempDir
    private Path folder;

    @Test
    void theControlFileGivesTheSizeInKibibytesRoundedUp() {
        List<String> lines = DebPackage.control(Product.SERVER, new Target(Target.Kind.LINUX, false), 1025)
                .lines()
                .toList();
        assertEquals("Package: lamplink-server", lines.getFirst());
        assertTrue(lines.contains("Installed-Size: 2"));
        assertTrue(lines.contains("Architecture: amd64"));
        assertTrue(lines.contains("Suggests: lamplink-client"));
    }

    @Test
    void digestsAreInDpkgsForm() throws IOException {
        Files.createDirectories(folder.resolve("usr/bin"));
        Files.writeString(folder.resolve("usr/bin/a"), "abc");
        assertEquals("900150983cd24fb0d6963f7d28e17f72  usr/bin/a\n", Digests.of(folder, Folders.files(folder)));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void packedFilesMayBeReadByEverybodyWhateverTheUmask() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "abc");
        Path program = Files.writeString(folder.resolve("program"), "abc");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Modes.plain(folder);
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(program)));
    }
}

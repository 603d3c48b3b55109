package io.lamplink.common.history;

import io.lamplink.common.transfer.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Where SQLite's machine code is loaded from. By itself the driver unpacks it at each start into the folder for temporary
 * files, where it stays if the program is killed, and which many systems don't let programs run from.
 */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static final String TEMPORARY = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** Tells the driver to load from {@code folder}, unless whoever started the program has told it something else. */
    static synchronized void prepare(Path folder) {
        if (System.getProperty(FOLDER) != null || System.getProperty(TEMPORARY) != null) {
            return;
        }
        try {
            Path library = install(folder);
            System.setProperty(NAME, library.getFileName().toString());
            System.setProperty(FOLDER, folder.toAbsolutePath().toString());
        } catch (IOException e) {
            LOG.info("SQLite is unpacked among the temporary files, because {} can't be written.", folder, e);
        }
    }

    /** Puts the library of this system into {@code folder}, unless that very file is there; answers where it is. */
    static Path install(Path folder) throws IOException {
        byte[] library = read();
        Path file =
                folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + LibraryLoaderUtil.getNativeLibName());
        if (Files.isRegularFile(file)
                && Files.size(file) == library.length
                && Arrays.equals(Files.readAllBytes(file), library)) {
            return file;
        }
        OwnerOnly.createFolder(folder);
        Path draft = folder.resolve(file.getFileName() + "." + UUID.randomUUID());
        Files.createFile(draft, OwnerOnly.file(draft));
        try {
            Files.write(draft, library);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return file;
    }

    private static byte[] read() throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("The driver has no " + resource + ".");
            }
            return in.readAllBytes();
        }
    }
}

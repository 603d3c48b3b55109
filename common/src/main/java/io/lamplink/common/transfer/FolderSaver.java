package io.lamplink.common.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes a received folder from the spool to where a person wants it. Names that come from the sender are made safe one by
 * one, so that nothing can land outside of the target; nothing that stands there is ever replaced. Called on disk threads.
 */
public final class FolderSaver {
    /** Folders in folders that are kept; what lies deeper goes into the last of them. */
    private static final int MAX_DEPTH = 64;

    /** Waiting for the disk after each of thousands of files would take longer than sending them did. */
    private static final FileSaver.Disks UNHURRIED = new FileSaver.Disks() {
        @Override
        public void force(Path file) {}
    };

    private FolderSaver() {}

    /**
     * Makes a new folder in {@code parent} under the received folder's name, or under the first free numbered one.
     *
     * @return the folder
     * @throws IOException if it cannot be made
     */
    public static Path newFolder(Path parent, String name) throws IOException {
        Path target = parent.resolve(name);
        for (int number = 1; Files.exists(target, LinkOption.NOFOLLOW_LINKS); number++) {
            target = parent.resolve(SafeFileName.numbered(name, number));
        }
        return Files.createDirectory(target);
    }

    /**
     * Saves everything in {@code target}, which is made if need be.
     *
     * @param saved hears of each file that has left the spool
     * @throws IOException as {@link FileSaver#save}; what was saved before stays where it is, and a second call goes on
     */
    public static void save(StoredFolder folder, Path target, Consumer<StoredFile> saved) throws IOException {
        Files.createDirectories(target);
        for (String path : folder.paths()) {
            Files.createDirectories(within(target, path));
        }
        for (StoredFile file : folder.contents()) {
            Path place = within(target, file.path());
            Files.createDirectories(place);
            FileSaver.saveNumbered(file.file(), place, file.name(), file.sha256(), UNHURRIED);
            saved.accept(file);
        }
    }

    /** Where {@code path}, as the sender wrote it, leads from {@code target} on: never out of it. */
    static Path within(Path target, String path) {
        Path place = target;
        List<String> names = List.of(path.split("/"));
        for (String name : names.subList(0, Math.min(names.size(), MAX_DEPTH))) {
            if (!name.isEmpty() && !name.equals(".")) {
                place = place.resolve(SafeFileName.of(name));
            }
        }
        return place;
    }
}

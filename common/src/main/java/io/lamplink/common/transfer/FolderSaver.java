package io.lamplink.common.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
     * Saves everything in {@code target}, which is made if need be. A file that is not as long any more as it was stays where
     * it is.
     *
     * @param saved hears of each file that has left the spool
     * @throws FileSaver.CheckFailedException if there are such files, after all others were saved
     * @throws IOException as {@link FileSaver#save}; what was saved before stays where it is, and a second call goes on
     */
    public static void save(StoredFolder folder, Path target, Consumer<StoredFile> saved) throws IOException {
        Files.createDirectories(target);
        for (String path : folder.paths()) {
            make(target, path);
        }
        boolean allWhole = true;
        for (StoredFile file : folder.contents()) {
            if (Files.size(file.file()) == file.size()) {
                Path place = make(target, file.path());
                FileSaver.saveNumbered(file.file(), place, file.name(), file.sha256(), UNHURRIED);
                saved.accept(file);
            } else {
                allWhole = false;
            }
        }
        if (!allWhole) {
            throw new FileSaver.CheckFailedException();
        }
    }

    /**
     * Removes from {@code target}, which was made for {@code folder}, what a program leaves that was killed while it saved
     * there: files under way, and the empty file that kept a name for the next one.
     */
    public static void tidy(StoredFolder folder, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(target)) {
            for (Path left : all.filter(FileSaver::isUnderWay).toList()) {
                Files.delete(left);
            }
        }
        if (!folder.contents().isEmpty()) {
            StoredFile next = folder.contents().getFirst();
            Path kept = make(target, next.path()).resolve(next.name());
            if (next.size() > 0 && Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS) && Files.size(kept) == 0) {
                Files.delete(kept);
            }
        }
    }

    /** Makes the folders that {@code path} leads through, and answers with the last of them. */
    private static Path make(Path target, String path) throws IOException {
        Path place = target;
        for (Path name : target.relativize(within(target, path))) {
            if (!name.toString().isEmpty()) {
                place = folderIn(place, name.toString());
            }
        }
        return place;
    }

    /** A file stands in the way where two names become one: made safe, or on a disk that does not tell capitals from others. */
    private static Path folderIn(Path parent, String name) throws IOException {
        Path folder = parent.resolve(name);
        for (int number = 1; Files.exists(folder, LinkOption.NOFOLLOW_LINKS); number++) {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return folder;
            }
            folder = parent.resolve(SafeFileName.numbered(name, number));
        }
        return Files.createDirectory(folder);
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

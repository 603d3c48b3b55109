package io.lamplink.common.engine;

import io.lamplink.common.protocol.ProtocolLimits;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What would be sent of a file or a folder, so that a person can be shown it before. Immutable.
 *
 * @param kind what it is
 * @param files how many would be sent: 1 for a file, all in a folder at any depth
 * @param bytes in all of them
 * @param hidden how many of them a file manager does not show, by themselves or with the folder they are in
 * @param unreadable files and folders in it that may not be read, and so are missing
 * @param others links, pipes and devices in it, which are never sent
 */
public record Survey(Kind kind, int files, long bytes, int hidden, int unreadable, int others) {

    /** How many files lie between two reports of a folder that is being looked at. */
    private static final int STEP = 500;

    /** What stands at a path. */
    public enum Kind {
        /** A file. */
        FILE,
        /** A folder. */
        FOLDER,
        /** A folder with more in it than is sent at once. */
        TOO_LARGE,
        /** Nothing. */
        MISSING,
        /** Something that may not be read. */
        UNREADABLE,
        /** Neither a file nor a folder. */
        OTHER
    }

    /** Whether it can be sent. */
    public boolean sendable() {
        return kind == Kind.FILE || kind == Kind.FOLDER;
    }

    /**
     * Looks at what stands at {@code path}; that takes as long as the disk takes.
     *
     * @param stop asked again and again, whether nobody wants to know any more
     * @param progress hears how far it has come with a folder
     */
    public static Survey of(Path path, BooleanSupplier stop, Consumer<Survey> progress) {
        return of(path, stop, progress, ProtocolLimits.MAX_FOLDER_FILES);
    }

    /** The same with a limit that a test decides. */
    static Survey of(Path path, BooleanSupplier stop, Consumer<Survey> progress, int most) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            if (found.isDirectory()) {
                Walk walk = new Walk(path.toRealPath(), stop, progress, most);
                Files.walkFileTree(walk.root, walk);
                return walk.survey();
            }
            if (!found.isRegularFile()) {
                return nothing(Kind.OTHER);
            }
            return Files.isReadable(path)
                    ? new Survey(Kind.FILE, 1, found.size(), isHidden(path) ? 1 : 0, 0, 0)
                    : nothing(Kind.UNREADABLE);
        } catch (NoSuchFileException e) {
            return nothing(Kind.MISSING);
        } catch (AccessDeniedException e) {
            return nothing(Kind.UNREADABLE);
        } catch (IOException e) {
            return nothing(Files.notExists(path) ? Kind.MISSING : Kind.UNREADABLE);
        }
    }

    private static Survey nothing(Kind kind) {
        return new Survey(kind, 0, 0, 0, 0, 0);
    }

    private static boolean isHidden(Path path) {
        try {
            return Files.isHidden(path);
        } catch (IOException e) {
            return false;
        }
    }

    /** Sees what {@link FolderListing} sees, and counts what that leaves out. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final BooleanSupplier stop;
        private final Consumer<Survey> progress;
        private final int most;
        private int files;
        private long bytes;
        private int hidden;
        private int unreadable;
        private int others;
        private int hiddenFolders;

        Walk(Path root, BooleanSupplier stop, Consumer<Survey> progress, int most) {
            this.root = root;
            this.stop = stop;
            this.progress = progress;
            this.most = most;
        }

        Survey survey() {
            return new Survey(files > most ? Kind.TOO_LARGE : Kind.FOLDER, files, bytes, hidden, unreadable, others);
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            hiddenFolders += isWithinHidden(folder) ? 1 : 0;
            return goOn();
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            hiddenFolders -= isWithinHidden(folder) ? 1 : 0;
            return goOn();
        }

        /** What the person chose is no surprise, hidden or not. */
        private boolean isWithinHidden(Path folder) {
            return !folder.equals(root) && isHidden(folder);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                others++;
            } else if (!Files.isReadable(file)) {
                unreadable++;
            } else {
                files++;
                bytes += attributes.size();
                hidden += hiddenFolders > 0 || isHidden(file) ? 1 : 0;
                if (files % STEP == 0) {
                    progress.accept(survey());
                }
            }
            return goOn();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            unreadable++;
            return goOn();
        }

        private FileVisitResult goOn() {
            return files > most || stop.getAsBoolean() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}

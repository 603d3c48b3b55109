package io.lamplink.common.engine;

import io.lamplink.common.protocol.ProtocolLimits;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is in a folder at one moment: its regular files, at any depth, and the folders without anything in them. Links,
 * pipes and devices are left out, and so are folders that may not be read.
 *
 * @param folder where it is
 * @param files the files, each with its place
 * @param emptyFolders relative to the folder, joined by {@code /}
 */
record FolderListing(Path folder, List<File> files, List<String> emptyFolders) {
    private static final Logger LOG = LoggerFactory.getLogger(FolderListing.class);

    FolderListing {
        files = List.copyOf(files);
        emptyFolders = List.copyOf(emptyFolders);
    }

    /** One file; {@code path} is the folders in between, joined by {@code /}. */
    record File(String path, Path file, long size, Instant modified) {}

    /** More in it than one offer may hold. */
    static final class TooManyFilesException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    long size() {
        return files.stream().mapToLong(File::size).sum();
    }

    /**
     * Looks at {@code folder}.
     *
     * @throws TooManyFilesException if there are more than {@link ProtocolLimits#MAX_FOLDER_FILES} files or empty folders
     */
    static FolderListing of(Path folder) throws IOException {
        return of(folder, ProtocolLimits.MAX_FOLDER_FILES);
    }

    /** The same with a limit that a test decides. */
    static FolderListing of(Path folder, int most) throws IOException {
        Path root = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
        Walk walk = new Walk(root, most);
        Files.walkFileTree(root, walk);
        return new FolderListing(folder, walk.files, walk.emptyFolders);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final int most;
        private final List<File> files = new ArrayList<>();
        private final List<String> emptyFolders = new ArrayList<>();

        Walk(Path folder, int most) {
            this.folder = folder;
            this.most = most;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                String path = relative(file.resolveSibling(""));
                files.add(new File(
                        path,
                        file,
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant()));
                expectRoom(files);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
                throw e;
            }
            LOG.warn("A part of a folder is left out.", e);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
            try (Stream<Path> inside = Files.list(path)) {
                if (inside.findAny().isEmpty() && !path.equals(folder)) {
                    emptyFolders.add(relative(path));
                    expectRoom(emptyFolders);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        private void expectRoom(List<?> list) throws TooManyFilesException {
            if (list.size() > most) {
                throw new TooManyFilesException();
            }
        }

        private String relative(Path path) {
            List<String> names = new ArrayList<>();
            for (Path name : folder.relativize(path)) {
                names.add(name.toString());
            }
            return String.join("/", names);
        }
    }
}

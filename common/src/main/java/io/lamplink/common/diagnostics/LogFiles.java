package io.lamplink.common.diagnostics;

import io.lamplink.common.transfer.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The log of one program in a folder of the user's: a few files of bounded length, of which the newest is written and the
 * oldest makes room. The folder can be read by its owner alone. Programs of one kind that run at the same time write each
 * its own files, and each names itself in them. Thread-safe.
 */
public final class LogFiles implements AutoCloseable {
    /** Bytes after which the next file begins. */
    static final int MOST_BYTES = 1024 * 1024;

    /** How many files a program that runs alone has. */
    static final int MOST_FILES = 4;

    /** How the name of the file ends that a program writes now; the numbers of older ones are higher. */
    private static final String NEWEST = "-0.log";

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogFiles.class);

    private final Path folder;
    private final Logger root;
    private final FileHandler handler;
    private final LogLine lines;

    private LogFiles(Path folder, Logger root, FileHandler handler, LogLine lines) {
        this.folder = folder;
        this.root = root;
        this.handler = handler;
        this.lines = lines;
    }

    /**
     * Writes everything from INFO on that is logged from now on into {@code folder}, which is made if need be.
     *
     * @param program what the files call this program: its name and version
     * @throws IOException if that folder cannot be made or written
     */
    public static LogFiles begin(Path folder, String program) throws IOException {
        String named = program + ", process " + ProcessHandle.current().pid();
        return begin(folder, named, Logger.getLogger(""), MOST_BYTES);
    }

    /** The same; if it cannot be, a sentence elsewhere says so, and the program does without. */
    public static Optional<LogFiles> tryBegin(Path folder, String program) {
        try {
            return Optional.of(begin(folder, program));
        } catch (IOException e) {
            LOG.warn(
                    "No log is written, because {} cannot be used ({}). Everything else goes on.",
                    folder,
                    e.toString());
            return Optional.empty();
        }
    }

    /** The same for what {@code root} and its children log, with a limit that a test decides. */
    static LogFiles begin(Path folder, String program, Logger root, int mostBytes) throws IOException {
        OwnerOnly.createFolder(folder);
        LogLine lines = new LogLine(ZoneId.systemDefault(), program);
        FileHandler handler = new FileHandler(pattern(folder), mostBytes, MOST_FILES, true);
        handler.setEncoding(StandardCharsets.UTF_8.name());
        handler.setFormatter(lines);
        handler.setLevel(Level.INFO);
        handler.publish(beginning());
        root.addHandler(handler);
        return new LogFiles(folder, root, handler, lines);
    }

    /** For the file alone: nobody wants it on a console. */
    private static LogRecord beginning() {
        LogRecord beginning = new LogRecord(Level.INFO, "The program begins.");
        beginning.setLoggerName(LogFiles.class.getName());
        return beginning;
    }

    /** {@code %} begins a word of the handler's; {@code %u} is the number of the running program, {@code %g} that of the file. */
    private static String pattern(Path folder) {
        return folder.toAbsolutePath().toString().replace("%", "%%") + "/lamplink-%u-%g.log";
    }

    /** Where the files are. */
    public Path folder() {
        return folder;
    }

    /** The last {@code most} lines of the file that this program writes; empty if nothing can be read. */
    public List<String> lastLines(int most) {
        handler.flush();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> written = files.filter(file -> file.toString().endsWith(NEWEST))
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .map(LogFiles::read)
                    .filter(lines::isLastIn)
                    .findFirst()
                    .orElse(List.of());
            return List.copyOf(written.subList(Math.max(0, written.size() - most), written.size()));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Ends writing. */
    @Override
    public void close() {
        root.removeHandler(handler);
        handler.close();
    }
}

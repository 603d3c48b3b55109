package io.lamplink.common.settings;

import io.lamplink.common.transfer.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings in a JSON object. What is in the file and is not known here stays in it, also what somebody else writes there while
 * this program runs. Nothing fails: a file that makes no sense is set aside, and one that cannot be written is left as it is.
 * Called by one thread at a time; it may wait for the disk.
 */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int MOST_BYTES = 1 << 20;

    /** The system's locks are of a program as a whole and say nothing between its threads. */
    private static final ReentrantLock IN_THIS_PROGRAM = new ReentrantLock();

    /** Hears what the owner of the settings has to know. */
    @FunctionalInterface
    public interface Listener {
        /** Called by the thread that reads or writes. */
        void tell(SettingsEvent event);
    }

    private final Path file;
    private final InstantSource clock;
    private final Listener listener;
    private final Map<String, String> unwritten = new LinkedHashMap<>();
    private boolean troubled;
    private boolean unreadable;
    private SettingsJson values = SettingsJson.empty();

    /**
     * Reads {@code file}, which need not exist.
     *
     * @param older where earlier versions kept settings; the first of these that is there is carried over if the file is not
     * @param clock stamps the name of a file that is set aside
     */
    public SettingsFile(Path file, List<Path> older, InstantSource clock, Listener listener) {
        this.file = file.toAbsolutePath();
        this.clock = clock;
        this.listener = listener;
        if (!read()) {
            older.stream()
                    .filter(Files::exists)
                    .findFirst()
                    .map(OlderSettings::read)
                    .ifPresent(unwritten::putAll);
            if (!unwritten.isEmpty()) {
                write();
            }
        }
    }

    /** Every setting that is one word, one number or a switch. */
    public Map<String, String> values() {
        return values.words();
    }

    /** Sets {@code key} in the file as it is now. */
    public void put(String key, String value) {
        unwritten.put(key, value);
        alone(() -> {
            read();
            write();
        });
    }

    /** Runs {@code change} while no other program changes the same file; where nothing can be locked, at once. */
    private void alone(Runnable change) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        IN_THIS_PROGRAM.lock();
        try (FileChannel channel = FileChannel.open(
                        lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file(lock));
                FileLock held = channel.lock()) {
            LOG.trace("Holding {}.", held);
            change.run();
        } catch (IOException e) {
            LOG.debug("The settings cannot be locked.", e);
            change.run();
        } finally {
            IN_THIS_PROGRAM.unlock();
        }
    }

    /** Answers whether there was a file; {@link #values} stays as it was if there is none that makes sense. */
    private boolean read() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                setAside();
                return true;
            }
            Optional<SettingsJson> there = SettingsJson.parse(Files.readAllBytes(file));
            unreadable = false;
            there.ifPresentOrElse(json -> values = json, this::setAside);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            LOG.warn("The settings in {} cannot be read.", file, e);
            unreadable = true; // Whatever is in there is not to be overwritten.
            trouble();
            return true;
        }
    }

    private void setAside() {
        String stamp = ".damaged-" + STAMP.format(clock.instant());
        Path kept = file.resolveSibling(file.getFileName() + stamp);
        for (int number = 1; Files.exists(kept); number++) {
            kept = file.resolveSibling(file.getFileName() + stamp + "-" + number);
        }
        try {
            Files.move(file, kept);
            LOG.warn("The settings in {} make no sense. They are now {}.", file, kept);
            listener.tell(new SettingsEvent.SetAside(kept));
        } catch (IOException e) {
            LOG.warn("The settings in {} make no sense and cannot be set aside.", file, e);
            unreadable = true;
            trouble();
        }
    }

    private void write() {
        if (unreadable) {
            return;
        }
        SettingsJson wanted = values;
        for (Map.Entry<String, String> one : unwritten.entrySet()) {
            wanted = wanted.with(one.getKey(), one.getValue());
        }
        try {
            replace(wanted.bytes());
            values = wanted;
            unwritten.clear();
            troubled = false;
        } catch (IOException e) {
            LOG.warn("The settings cannot be kept in {}.", file, e);
            trouble();
        }
    }

    /** A reader finds what was there before or what is there now, and nothing in between. */
    private void replace(byte[] bytes) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
        OwnerOnly.createFolder(target.getParent());
        Path draft = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        Files.deleteIfExists(draft);
        Set<OpenOption> mode = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            try (FileChannel channel = FileChannel.open(draft, mode, OwnerOnly.file(draft))) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void trouble() {
        if (!troubled) {
            troubled = true;
            listener.tell(new SettingsEvent.NotKept(file));
        }
    }
}

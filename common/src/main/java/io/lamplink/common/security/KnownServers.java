package io.lamplink.common.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which key was trusted at which address, and what the server there called itself. One line a server, of words
 * {@code key=value}; keys that this version does not know stay where they are. Reads and writes files, so it must not be
 * asked where that may not happen; any thread may call any method. What cannot be read or kept is logged and forgotten.
 */
public final class KnownServers {
    private static final Logger LOG = LoggerFactory.getLogger(KnownServers.class);
    private static final String ADDRESS = "address";
    private static final String FINGERPRINT = "fingerprint";
    private static final String NAME = "name";

    /** Who connects to more than this many servers has forgotten the oldest. */
    static final int MAX_SERVERS = 1000;

    private final OwnFile file;

    /** Those remembered in {@code file}, which is made with the first one. */
    public KnownServers(Path file) {
        this.file = new OwnFile(file);
    }

    /** The key that was trusted at {@code address}, written as host:port. */
    public Optional<Fingerprint> at(String address) {
        return servers().stream()
                .filter(server -> address.equals(server.get(ADDRESS)))
                .flatMap(server -> fingerprint(server).stream())
                .findFirst();
    }

    /** Whether that key was trusted anywhere: a server that has moved is still the same. */
    public boolean knows(Fingerprint fingerprint) {
        return servers().stream().anyMatch(server -> fingerprint.hex().equals(server.get(FINGERPRINT)));
    }

    /** Remembers that {@code fingerprint} is what belongs at {@code address}, in place of any other. */
    public void trust(String address, Fingerprint fingerprint) {
        change(all -> {
            Map<String, String> server = all.stream()
                    .filter(each -> address.equals(each.get(ADDRESS)))
                    .findFirst()
                    .orElseGet(LinkedHashMap::new);
            all.remove(server);
            server.put(ADDRESS, address);
            if (!fingerprint.hex().equals(server.put(FINGERPRINT, fingerprint.hex()))) {
                server.remove(NAME);
            }
            all.add(server);
        });
    }

    /** Remembers what the server at {@code address} calls itself. */
    public void called(String address, String name) {
        if (at(address).isPresent()) {
            change(all -> all.stream()
                    .filter(each -> address.equals(each.get(ADDRESS)))
                    .forEach(each -> each.put(NAME, name)));
        }
    }

    /** What the server at {@code address} called itself last. */
    public Optional<String> nameAt(String address) {
        return servers().stream()
                .filter(server -> address.equals(server.get(ADDRESS)))
                .flatMap(server -> Optional.ofNullable(server.get(NAME)).stream())
                .findFirst();
    }

    private interface Change {
        void on(List<Map<String, String>> servers);
    }

    private List<Map<String, String>> servers() {
        try {
            return file.underLock(KnownServers::read);
        } catch (IOException e) {
            LOG.warn("The servers that were met before cannot be read.", e);
            return List.of();
        }
    }

    private void change(Change change) {
        try {
            var _ = file.underLock(own -> {
                List<Map<String, String>> all = read(own);
                List<Map<String, String>> before = all.stream().map(Map::copyOf).toList();
                change.on(all);
                return all.equals(before) || write(own, all);
            });
        } catch (IOException e) {
            LOG.warn("The server will not be known again.", e);
        }
    }

    private static boolean write(OwnFile file, List<Map<String, String>> all) {
        try {
            file.write(all.stream()
                    .skip(Math.max(0, all.size() - MAX_SERVERS))
                    .map(KnownServers::line)
                    .collect(Collectors.joining()));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> read(OwnFile file) {
        return file.read(text -> text.lines().map(KnownServers::words).collect(Collectors.toCollection(ArrayList::new)))
                .orElseGet(ArrayList::new);
    }

    private static Map<String, String> words(String line) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : line.split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("A line makes no sense.");
            }
            words.put(word.substring(0, equals), URLDecoder.decode(word.substring(equals + 1), StandardCharsets.UTF_8));
        }
        if (fingerprint(words).isEmpty() || !words.containsKey(ADDRESS)) {
            throw new IllegalArgumentException("A line names no server.");
        }
        return words;
    }

    private static Optional<Fingerprint> fingerprint(Map<String, String> server) {
        return Fingerprint.read(server.getOrDefault(FINGERPRINT, ""));
    }

    private static String line(Map<String, String> server) {
        return server.entrySet().stream()
                .map(word -> word.getKey() + "=" + URLEncoder.encode(word.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" ", "", "\n"));
    }
}

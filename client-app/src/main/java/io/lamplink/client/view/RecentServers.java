package io.lamplink.client.view;

import io.lamplink.common.transfer.VisibleText;
import io.lamplink.common.ui.control.ServerChoice;
import io.lamplink.common.ui.theme.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The servers to which this client was connected last, the latest first. They are remembered from one start to the next. */
final class RecentServers {

    /** So many are remembered. */
    static final int MOST = 10;

    private static final String KEY = "recent-servers";
    private static final String LINE = "\n";
    private static final String FIELD = "\t";
    private static final int FIELDS = 4;
    private static final int MAX_CHARS = 300;

    private final Settings settings;
    private final List<ServerChoice> servers;

    RecentServers(Settings settings) {
        this.settings = settings;
        servers = settings.get(KEY).stream()
                .flatMap(kept -> Stream.of(kept.split(LINE, -1)))
                .map(RecentServers::read)
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The latest first. */
    List<ServerChoice> all() {
        return List.copyOf(servers);
    }

    /**
     * Puts a server first.
     *
     * @param address as a person wrote it
     * @param port the same, used where the address names none
     * @param name what the server calls itself
     */
    void add(String address, String port, String name, boolean encrypted) {
        ServerChoice choice = choice(line(address), line(port), line(name), encrypted);
        servers.removeIf(
                one -> one.address().equals(choice.address()) && one.port().equals(choice.port()));
        servers.addFirst(choice);
        if (servers.size() > MOST) {
            servers.removeLast();
        }
        keep();
    }

    void remove(ServerChoice server) {
        servers.remove(server);
        keep();
    }

    private void keep() {
        settings.put(KEY, servers.stream().map(RecentServers::written).collect(Collectors.joining(LINE)));
    }

    private static String written(ServerChoice one) {
        return String.join(FIELD, one.address(), one.port(), one.encrypted() ? "tls" : "clear", one.name());
    }

    private static Optional<ServerChoice> read(String line) {
        String[] fields = line.split(FIELD, FIELDS);
        if (fields.length < FIELDS || fields[0].isBlank()) {
            return Optional.empty();
        }
        return Optional.of(choice(line(fields[0]), line(fields[1]), line(fields[3]), fields[2].equals("tls")));
    }

    private static ServerChoice choice(String address, String port, String name, boolean encrypted) {
        return new ServerChoice(name, address, port, where(address, port), encrypted);
    }

    /** The port is not shown where the address may name one. */
    private static String where(String address, String port) {
        boolean six =
                address.indexOf(':') != address.lastIndexOf(':') && !address.contains("/") && !address.contains("[");
        if (six) {
            return "[" + address + "]:" + port;
        }
        return address.indexOf(':') >= 0 ? address : address + ":" + port;
    }

    /** One line without what ends a field or turns the direction of writing. */
    private static String line(String text) {
        return VisibleText.line(text, MAX_CHARS);
    }
}

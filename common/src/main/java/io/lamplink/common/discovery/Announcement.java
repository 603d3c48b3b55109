package io.lamplink.common.discovery;

import io.lamplink.common.session.PeerName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server tells the network of itself. There is nothing in it that says who the server is: whoever is connected to
 * shows its key, and a person or a list of known servers decides.
 *
 * @param name what it calls itself, safe to show, not empty
 * @param port 1 to 65535
 * @param encrypted whether it takes encrypted connections
 */
public record Announcement(String name, int port, boolean encrypted) {

    /** What is announced, in the words of DNS service discovery (RFC 6763). */
    public static final String SERVICE = "_lamplink._tcp";

    private static final String VERSION_KEY = "txtvers";
    private static final String VERSION = "1";
    private static final String DIALECT_KEY = "dialect";
    private static final String DIALECT = "lamplink.v1";
    private static final String TLS_KEY = "tls";
    private static final String NAME_KEY = "name";

    /** The keys of the text that goes with it. */
    public static final List<String> KEYS = List.of(VERSION_KEY, DIALECT_KEY, TLS_KEY, NAME_KEY);

    /** A label of a DNS name has 63 bytes at most; some are left for a number, where two servers have the same name. */
    private static final int LABEL_BYTES = 56;

    /** An entry of the text has 255 bytes at most, with its key. */
    private static final int ENTRY_BYTES = 255 - NAME_KEY.length() - 1;

    private static final int MAX_PORT = 65_535;

    /** The text that goes with it. */
    public Map<String, String> text() {
        return Map.of(
                VERSION_KEY,
                VERSION,
                DIALECT_KEY,
                DIALECT,
                TLS_KEY,
                encrypted ? "1" : "0",
                NAME_KEY,
                cut(name, ENTRY_BYTES));
    }

    /** The name under which it stands in lists of other programs: without dots, which would end a label. */
    public String instance() {
        return cut(name.replaceAll("[.\\\\]", "-"), LABEL_BYTES);
    }

    /**
     * Reads what a stranger announced.
     *
     * @param text entries by key, of any kind
     * @param port any number
     * @return nothing if it is no server that this program could talk to, or nothing is left of its name
     */
    public static Optional<Announcement> read(Map<String, String> text, int port) {
        boolean understood = VERSION.equals(text.get(VERSION_KEY)) && DIALECT.equals(text.get(DIALECT_KEY));
        String name = PeerName.of(text.getOrDefault(NAME_KEY, ""));
        if (!understood || name.isEmpty() || port < 1 || port > MAX_PORT) {
            return Optional.empty();
        }
        return Optional.of(new Announcement(name, port, "1".equals(text.get(TLS_KEY))));
    }

    /** The first characters of {@code text} whose UTF-8 has at most {@code bytes} bytes, none of them halved. */
    private static String cut(String text, int bytes) {
        int length = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            length += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (length > bytes) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }
}

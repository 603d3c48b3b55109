package io.lamplink.server.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges the head of an HTTP request before the library sees it: the library answers 404 to all, or nothing. */
final class RequestHead {
    /** The library reads a head in time that grows with lines times bytes. */
    private static final int MAX_LINES = 100;

    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (\\S+) HTTP/1\\.([01])");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");

    /** Sixteen bytes in Base64 (RFC 6455, section 4.1). */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

    private final Map<String, String> fields = new HashMap<>();

    private RequestHead() {}

    /**
     * Why the request is refused, or null if it asks for a WebSocket as it should.
     *
     * @param head ends with an empty line
     * @param local the address at which the client has reached this machine
     */
    static @Nullable Refusal judge(String head, DoorRules rules, InetAddress local) {
        String[] lines = head.split("\r\n");
        Matcher request = REQUEST_LINE.matcher(lines[0]);
        if (!request.matches()) {
            return Refusal.NOT_HTTP;
        }
        if (lines.length > MAX_LINES) {
            return Refusal.HEAD_TOO_LARGE;
        }
        if (!request.group(1).equals("GET")) {
            return Refusal.METHOD;
        }
        RequestHead read = new RequestHead();
        boolean wellFormed = request.group(2).startsWith("/")
                && request.group(3).equals("1")
                && Arrays.stream(lines).skip(1).allMatch(read::add);
        return wellFormed ? read.judge(rules, local) : Refusal.BAD_REQUEST;
    }

    private boolean add(String line) {
        Matcher field = FIELD.matcher(line);
        if (!field.matches()) {
            return false;
        }
        fields.merge(field.group(1).toLowerCase(Locale.ROOT), field.group(2), (before, more) -> before + ", " + more);
        return true;
    }

    private @Nullable Refusal judge(DoorRules rules, InetAddress local) {
        Optional<String> host = HostField.name(field("host"));
        if (fields.containsKey("origin") && !rules.takesOrigin(field("origin"))) {
            return Refusal.ORIGIN;
        }
        if (host.isEmpty() || hasBody()) {
            return Refusal.BAD_REQUEST;
        }
        if (!HostField.isOurs(host.get(), local, rules.hosts())) {
            return Refusal.HOST;
        }
        if (!names("upgrade", "websocket")
                || !names("connection", "upgrade")
                || !field("sec-websocket-version").equals("13")) {
            return Refusal.NO_UPGRADE;
        }
        return KEY.matcher(field("sec-websocket-key")).matches() ? null : Refusal.BAD_REQUEST;
    }

    /** Its bytes would be taken for frames. */
    private boolean hasBody() {
        return fields.containsKey("transfer-encoding")
                || !fields.getOrDefault("content-length", "0").equals("0");
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private boolean names(String name, String token) {
        return Arrays.stream(field(name).split(","))
                .anyMatch(each -> each.strip().equalsIgnoreCase(token));
    }
}

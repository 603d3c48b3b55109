package io.lamplink.server.net;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges the head of an HTTP request before the library sees it: the library answers 404 to all, or nothing. */
final class RequestHead {
    /** The library reads a head in time that grows with lines times bytes. */
    private static final int MAX_LINES = 100;

    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) \\S+ HTTP/1\\.([01])");

    private final Map<String, String> fields = new HashMap<>();

    private RequestHead() {}

    /** Why the request is refused, or null if it asks for a WebSocket as it should. {@code head} ends with an empty line. */
    static @Nullable Refusal judge(String head) {
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
        boolean wellFormed = Arrays.stream(lines).skip(1).allMatch(read::add);
        return wellFormed && request.group(2).equals("1") ? read.judge() : Refusal.BAD_REQUEST;
    }

    private boolean add(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || Character.isWhitespace(line.charAt(0))) {
            return false;
        }
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.merge(name, line.substring(colon + 1).strip(), (before, more) -> before + ", " + more);
        return true;
    }

    private @Nullable Refusal judge() {
        if (fields.containsKey("origin")) {
            return Refusal.ORIGIN;
        }
        if (!names("upgrade", "websocket")
                || !names("connection", "upgrade")
                || !field("sec-websocket-version").equals("13")) {
            return Refusal.NO_UPGRADE;
        }
        return field("sec-websocket-key").isEmpty() || field("host").isEmpty() ? Refusal.BAD_REQUEST : null;
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private boolean names(String name, String token) {
        return Arrays.stream(field(name).split(","))
                .anyMatch(each -> each.strip().equalsIgnoreCase(token));
    }
}

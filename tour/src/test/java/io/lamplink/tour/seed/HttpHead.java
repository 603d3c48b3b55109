package io.lamplink.tour.seed;

import java.util.List;
import java.util.Locale;

/** An HTTP request or answer up to its empty line, as it came. */
public record HttpHead(String text) {

    /** The request line or status line. */
    public String firstLine() {
        return text.substring(0, text.indexOf("\r\n"));
    }

    /** The value of a field, in whatever case its name is written; empty if there is none. */
    public String field(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return lines().stream()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse("");
    }

    /** All lines without the empty one at the end. */
    public List<String> lines() {
        return List.of(text.stripTrailing().split("\r\n"));
    }
}

package io.lamplink.tour.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * One event of a process without a window.
 *
 * @param nanos when it was read, by {@link System#nanoTime()}
 */
public record JsonLine(JsonNode json, long nanos) {

    /** What happened. */
    public String event() {
        return text("event");
    }

    public boolean is(String event) {
        return event().equals(event);
    }

    /** The value of a field as text. */
    public String text(String field) {
        return required(field).asText();
    }

    /** The value of a field as a number. */
    public long number(String field) {
        return required(field).asLong();
    }

    public boolean has(String field, String value) {
        return json.path(field).asText().equals(value);
    }

    /** The field {@code path}. */
    public Path path() {
        return Path.of(text("path"));
    }

    private JsonNode required(String field) {
        if (!json.has(field)) {
            throw new AssertionError("There is no \"" + field + "\" in " + json);
        }
        return json.get(field);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}

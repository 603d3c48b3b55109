package io.lamplink.common.scripted;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lamplink.common.transfer.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one JSON object a line, each flushed at once, so that a script can read events as they come. The first key is
 * always {@code event}. May be used from any thread. What a terminal would not show as it stands (control characters,
 * marks that turn the writing direction, hidden words) is escaped, so no peer can forge a line or hide one. When nobody reads
 * any more, that is logged once, and nothing is written from then on.
 */
public final class EventLines {
    private static final Logger LOG = LoggerFactory.getLogger(EventLines.class);

    private final OutputStream out;
    private final JsonFactory json = JsonFactory.builder().build();
    private boolean closed;

    /** Lines on {@code out}, as UTF-8. */
    public EventLines(OutputStream out) {
        this.out = out;
    }

    /** One event under way to its line. */
    public final class Line {
        private final Map<String, Object> fields = new LinkedHashMap<>();

        private Line(String event) {
            fields.put("event", event);
        }

        /** Adds a text. */
        public Line with(String key, String value) {
            fields.put(key, value);
            return this;
        }

        /** Adds a whole number. */
        public Line with(String key, long value) {
            fields.put(key, value);
            return this;
        }

        /** Adds a number. */
        public Line with(String key, double value) {
            fields.put(key, value);
            return this;
        }

        /** Adds true or false. */
        public Line with(String key, boolean value) {
            fields.put(key, value);
            return this;
        }

        /** Writes the line. */
        public void write() {
            EventLines.this.write(fields);
        }
    }

    /** A line whose event is {@code name}; nothing is written before {@link Line#write()}. */
    public Line event(String name) {
        return new Line(name);
    }

    private synchronized void write(Map<String, Object> fields) {
        if (closed) {
            return;
        }
        try {
            out.write((shown(line(fields)) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            closed = true;
            LOG.warn("Nobody reads any more what this run tells; it goes on without telling.", e);
        }
    }

    private String line(Map<String, Object> fields) throws IOException {
        StringWriter written = new StringWriter();
        try (JsonGenerator line = json.createGenerator(written)) {
            line.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                line.writeFieldName(field.getKey());
                writeValue(line, field.getValue());
            }
            line.writeEndObject();
        }
        return written.toString();
    }

    /** The same JSON: what is replaced can only stand in strings. */
    private static String shown(String line) {
        StringBuilder safe = new StringBuilder(line.length());
        line.codePoints().forEach(point -> {
            if (VisibleText.isHidden(point)) {
                for (char half : Character.toChars(point)) {
                    safe.append("\\u%04X".formatted((int) half));
                }
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    private static void writeValue(JsonGenerator line, Object value) throws IOException {
        switch (value) {
            case Long number -> line.writeNumber(number);
            case Double number -> line.writeNumber(number);
            case Boolean flag -> line.writeBoolean(flag);
            default -> line.writeString(value.toString());
        }
    }
}

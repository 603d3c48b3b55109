package io.lamplink.common.scripted;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes one JSON object a line, each flushed at once, so that a script can read events as they come. The first key is
 * always {@code event}. May be used from any thread. Control characters in values are escaped by JSON itself, so no peer
 * can forge a line.
 */
public final class EventLines {
    private final OutputStream out;
    private final JsonFactory json = JsonFactory.builder().build();

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
        try (JsonGenerator line = json.createGenerator(new Unclosed(out))) {
            line.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                line.writeFieldName(field.getKey());
                writeValue(line, field.getValue());
            }
            line.writeEndObject();
            line.flush();
            out.write("\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeValue(JsonGenerator line, Object value) throws IOException {
        switch (value) {
            case Long number -> line.writeNumber(number);
            case Double number -> line.writeNumber(number);
            case Boolean flag -> line.writeBoolean(flag);
            default -> line.writeString(value.toString());
        }
    }

    /** A generator closes what it writes to; the lines go on. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}

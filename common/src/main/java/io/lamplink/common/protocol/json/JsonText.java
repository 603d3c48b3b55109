package io.lamplink.common.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lamplink.common.protocol.Frame;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object, field by field, in the order of the calls; {@code type} comes first. Used once. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringWriter out = new StringWriter();
    private final JsonGenerator json;

    JsonText(String type) {
        try {
            json = FACTORY.createGenerator(out);
            json.writeStartObject();
            json.writeStringField(JsonNames.TYPE, type);
        } catch (IOException e) {
            throw neverHappens(e);
        }
    }

    JsonText with(String name, String value) {
        return field(() -> json.writeStringField(name, value));
    }

    JsonText with(String name, long value) {
        return field(() -> json.writeNumberField(name, value));
    }

    JsonText with(String name, boolean value) {
        return field(() -> json.writeBooleanField(name, value));
    }

    /** The field with the value's text, or nothing. */
    JsonText withIfThere(String name, @Nullable Object value) {
        return value == null ? this : with(name, value.toString());
    }

    /** The field with a text, or nothing if that is empty. */
    JsonText withIfSaid(String name, String value) {
        return value.isEmpty() ? this : with(name, value);
    }

    /** The field as true, or nothing. */
    JsonText withIfTrue(String name, boolean value) {
        return value ? with(name, true) : this;
    }

    /** The field with values, or nothing if there are none. */
    JsonText withIfAny(String name, Collection<String> values) {
        return values.isEmpty() ? this : with(name, values);
    }

    JsonText with(String name, Collection<String> values) {
        return field(() -> {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        });
    }

    /** Ends the object and hands it over as a frame. */
    Frame frame() {
        field(() -> {
            json.writeEndObject();
            json.close();
        });
        return new Frame.Text(out.toString());
    }

    private interface Writing {
        void run() throws IOException;
    }

    private JsonText field(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw neverHappens(e);
        }
    }

    private static UncheckedIOException neverHappens(IOException e) {
        return new UncheckedIOException("Writing to memory failed.", e);
    }
}

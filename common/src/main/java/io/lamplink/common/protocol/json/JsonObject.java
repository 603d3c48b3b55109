package io.lamplink.common.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.protocol.WireText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outermost object of one JSON text, read token by token. Only values of a shape that some message uses are kept; the
 * rest is skipped without being built, so that what a peer sends costs no more memory than its own length. Every limit is
 * checked before anything is kept: {@link ProtocolLimits#MAX_JSON_BYTES} of text, {@value #MAX_DEPTH} objects or arrays
 * within each other, {@value #MAX_TOKENS} tokens, {@value #MAX_KEY_CHARS} characters in a key,
 * {@link ProtocolLimits#MAX_CHAT_CHARS} in a string and {@value #MAX_NUMBER_CHARS} in a number.
 */
final class JsonObject {
    static final int MAX_DEPTH = 8;
    static final int MAX_TOKENS = 1000;
    static final int MAX_KEY_CHARS = 128;
    static final int MAX_NUMBER_CHARS = 64;

    /** Keys come from peers, so they are neither interned nor kept in the table that all parsers share. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(ProtocolLimits.MAX_JSON_BYTES)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxTokenCount(MAX_TOKENS)
                    .maxNameLength(MAX_KEY_CHARS)
                    .maxStringLength(ProtocolLimits.MAX_CHAT_CHARS)
                    .maxNumberLength(MAX_NUMBER_CHARS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private sealed interface Value {}

    private record Text(String text) implements Value {}

    private record Whole(long number) implements Value {}

    private record Flag(boolean set) implements Value {}

    private record Texts(List<String> texts) implements Value {}

    /** An object, a fraction, a number beyond 64 bits, an array of other things: no message uses one. */
    private record Other() implements Value {}

    private final Map<String, Value> values = new HashMap<>();

    private JsonObject() {}

    /**
     * Reads {@code json}, which must be one object and nothing after it.
     *
     * @throws MalformedFrameException if it breaks a limit, is not JSON (RFC 8259), or repeats a key anywhere
     */
    static JsonObject parse(String json) throws MalformedFrameException {
        JsonObject object = new JsonObject();
        try (JsonParser in = FACTORY.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw broken("A text frame is not a JSON object.");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                object.keep(in);
            }
            if (in.nextToken() != null) {
                throw broken("Something follows the JSON object in a text frame.");
            }
        } catch (StreamConstraintsException e) {
            throw broken("A JSON text breaks a limit on depth, length or number of values.");
        } catch (IOException e) {
            throw broken("A text frame is not well-formed JSON, or repeats a key.");
        }
        return object;
    }

    /** The string there, made well-formed; empty if there is none. */
    Optional<String> text(String key) {
        return values.get(key) instanceof Text(String text) ? Optional.of(text) : Optional.empty();
    }

    /** The whole number there, if it fits into 64 bits with sign. */
    Optional<Long> whole(String key) {
        return values.get(key) instanceof Whole(long number) ? Optional.of(number) : Optional.empty();
    }

    /** The truth value there. */
    Optional<Boolean> flag(String key) {
        return values.get(key) instanceof Flag(boolean set) ? Optional.of(set) : Optional.empty();
    }

    /** The array of strings there, each made well-formed. */
    Optional<List<String>> texts(String key) {
        return values.get(key) instanceof Texts(List<String> texts) ? Optional.of(texts) : Optional.empty();
    }

    /** Whether there is anything but null there, whatever its shape. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    private void keep(JsonParser in) throws IOException {
        String key = in.currentName();
        JsonToken token = in.nextToken();
        if (token != JsonToken.VALUE_NULL) {
            values.put(key, read(in, token));
        }
    }

    private static Value read(JsonParser in, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> new Text(WireText.wellFormed(in.getText()));
            case VALUE_TRUE, VALUE_FALSE -> new Flag(token == JsonToken.VALUE_TRUE);
            case VALUE_NUMBER_INT -> whole(in);
            case START_ARRAY -> array(in);
            default -> {
                in.skipChildren();
                yield new Other();
            }
        };
    }

    private static Value whole(JsonParser in) throws IOException {
        return switch (in.getNumberType()) {
            case INT, LONG -> new Whole(in.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> new Other();
        };
    }

    private static Value array(JsonParser in) throws IOException {
        List<String> texts = new ArrayList<>();
        boolean onlyTexts = true;
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                texts.add(WireText.wellFormed(in.getText()));
            } else {
                onlyTexts = false;
                in.skipChildren();
            }
        }
        return onlyTexts ? new Texts(texts) : new Other();
    }

    private static MalformedFrameException broken(String sentence) {
        return new MalformedFrameException(Severity.CLOSE, sentence);
    }
}

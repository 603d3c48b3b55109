package io.lamplink.common.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JSON object of which only words, numbers and switches are looked at; everything else is kept as it is. Immutable. */
final class SettingsJson {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsJson.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final ObjectNode root;

    private SettingsJson(ObjectNode root) {
        this.root = root;
    }

    static SettingsJson empty() {
        return new SettingsJson(JsonNodeFactory.instance.objectNode());
    }

    /** What {@code bytes} say, or nothing if they are no JSON object. */
    static Optional<SettingsJson> parse(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes) instanceof ObjectNode object
                    ? Optional.of(new SettingsJson(object))
                    : Optional.empty();
        } catch (IOException e) { // of the text, since nothing is read from a disk here
            LOG.warn("The settings are no JSON.", e);
            return Optional.empty();
        }
    }

    Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        for (Map.Entry<String, JsonNode> one : root.properties()) {
            if (one.getValue().isTextual()
                    || one.getValue().isIntegralNumber()
                    || one.getValue().isBoolean()) {
                words.put(one.getKey(), one.getValue().asText());
            }
        }
        return words;
    }

    SettingsJson with(String key, String value) {
        ObjectNode changed = root.deepCopy();
        changed.set(key, node(value));
        return new SettingsJson(changed);
    }

    /** As a person would write it, and so that it is the same word when it is read. */
    private static JsonNode node(String value) {
        if (value.equals("true") || value.equals("false")) {
            return BooleanNode.valueOf(value.equals("true"));
        }
        return value.matches("0|-?[1-9][0-9]{0,17}")
                ? LongNode.valueOf(Long.parseLong(value))
                : TextNode.valueOf(value);
    }

    byte[] bytes() throws JsonProcessingException {
        return (MAPPER.writeValueAsString(root) + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    }
}

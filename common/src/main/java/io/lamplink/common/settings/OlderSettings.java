package io.lamplink.common.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings as versions before JSON kept them: properties in a file. They are read and stay where they are. */
final class OlderSettings {
    private static final Logger LOG = LoggerFactory.getLogger(OlderSettings.class);

    private OlderSettings() {}

    static Map<String, String> read(Path file) {
        Map<String, String> values = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("The older settings in {} cannot be read.", file, e);
        }
        return values;
    }
}

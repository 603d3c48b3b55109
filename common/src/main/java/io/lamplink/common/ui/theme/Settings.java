package io.lamplink.common.ui.theme;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers a few words from one start of a window to the next. Losing them is no harm, so nothing here fails. */
public interface Settings {

    /** What was remembered under {@code key}. */
    Optional<String> get(String key);

    /** Remembers {@code value}. */
    void put(String key, String value);

    /** Settings that are forgotten with the object. */
    static Settings inMemory() {
        Map<String, String> values = new ConcurrentHashMap<>();
        return new Settings() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(values.get(key));
            }

            @Override
            public void put(String key, String value) {
                values.put(key, value);
            }
        };
    }
}

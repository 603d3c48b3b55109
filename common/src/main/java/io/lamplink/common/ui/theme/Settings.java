package io.lamplink.common.ui.theme;

import io.lamplink.common.settings.SettingsEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Remembers a few words from one start of a window to the next. Losing them is no harm, so nothing here fails. */
public interface Settings {

    /** What was remembered under {@code key}. */
    Optional<String> get(String key);

    /** Remembers {@code value}. */
    void put(String key, String value);

    /** Where they are kept, with what else a person may put there; nothing if they are forgotten. */
    default Optional<Path> folder() {
        return Optional.empty();
    }

    /** Waits until what was put is kept, a few seconds at most; called before the program ends. */
    default void flush() {}

    /**
     * Has {@code action} hear what happened to the settings that a person has to know, also what has happened before. It may be
     * called by any thread.
     */
    default void setOnEvent(Consumer<SettingsEvent> action) {}

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

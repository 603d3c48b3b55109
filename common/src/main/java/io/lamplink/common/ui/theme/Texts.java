package io.lamplink.common.ui.theme;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** All words of one window in its present language. What is bound to them changes when the language does. */
public final class Texts {

    private static final String LEFT_TO_RIGHT = "\u200E";
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final ObjectProperty<Language> language;
    private final ZoneId zone;
    private final ObservableMap<String, String> words = FXCollections.observableHashMap();
    private Figures figures;
    private final KeyNames keyNames = KeyNames.ofSystem(this);

    /**
     * Texts in {@code language}.
     *
     * @param zone in which times of day are told
     */
    public Texts(Language language, ZoneId zone) {
        this.zone = zone;
        this.figures = new Figures(this, language.locale(), zone);
        words.putAll(read(language));
        this.language = new SimpleObjectProperty<>(this, "language", language) {
            @Override
            protected void invalidated() { // Before any listener, so that none of them reads the old words.
                change(get());
            }
        };
    }

    /** The same words at this moment, for another thread: they do not follow the window's language. */
    public Texts now() {
        return new Texts(language.get(), zone);
    }

    /** In which zone times of day are told. */
    public ZoneId zone() {
        return zone;
    }

    /** The language; never null. */
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /** The words without arguments, for binding in FXML: {@code ${words['rail.exit.button']}}. */
    public ObservableMap<String, String> words() {
        return words;
    }

    /** The text of {@code key}, with {@code arguments} in their places. */
    public String get(String key, Object... arguments) {
        return put(key, this::write, arguments);
    }

    private String put(String key, UnaryOperator<Object> writer, Object... arguments) {
        @Nullable String pattern = words.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text has the key " + key + ".");
        }
        if (arguments.length == 0) {
            return pattern;
        }
        Object[] written = new Object[arguments.length];
        for (int i = 0; i < written.length; i++) {
            written[i] = writer.apply(arguments[i]);
        }
        return new MessageFormat(pattern, language.get().locale()).format(written);
    }

    /** What {@code phrase} says in the present language. */
    public String get(Phrase phrase) {
        return get(phrase.key(), phrase.arguments().toArray());
    }

    /**
     * The same for a narrow place where it is only looked at: no figure stands in another line than its unit. To copy or to
     * say it, take {@link #get(Phrase)}.
     */
    public String whole(Phrase phrase) {
        return put(phrase.key(), this::writeWhole, phrase.arguments().toArray());
    }

    private Object writeWhole(Object argument) {
        return switch (argument) {
            case Phrase phrase -> whole(phrase);
            case Amount amount -> get(amount).replace(' ', NO_BREAK_SPACE);
            default -> write(argument);
        };
    }

    /** How {@code amount} is written in the present language. */
    public String get(Amount amount) {
        return figures.write(amount);
    }

    /** How the keys of {@code keyed} are called on this system, in the present language. */
    public String get(Keyed keyed) {
        return keyNames.write(keyed.keys());
    }

    /** The text of {@code key}, whatever the language becomes. */
    public StringBinding bind(String key) {
        return Bindings.createStringBinding(() -> get(key), language);
    }

    /** The text of {@code key} and the keys that do the same, whatever the language becomes. */
    public StringBinding bind(String key, Keyed keyed) {
        return Bindings.createStringBinding(() -> get("keys.tooltip", Phrase.of(key), keyed), language);
    }

    /** What the present phrase says, whatever the phrase and the language become; nothing for null. */
    public StringBinding bind(ObservableValue<? extends @Nullable Phrase> phrase) {
        return Bindings.createStringBinding(
                () -> {
                    @Nullable Phrase now = phrase.getValue();
                    return now == null ? "" : get(now);
                },
                language,
                phrase);
    }

    private Object write(Object argument) {
        return switch (argument) {
            case Phrase phrase -> get(phrase);
            case Amount amount -> get(amount);
            case Keyed keyed -> get(keyed);
            case String text -> apart(text);
            default -> argument;
        };
    }

    /** A name written from right to left would draw the figures and brackets beside it to its other side. */
    private static String apart(String text) {
        char[] letters = text.toCharArray();
        return Bidi.requiresBidi(letters, 0, letters.length) ? LEFT_TO_RIGHT + text + LEFT_TO_RIGHT : text;
    }

    private void change(Language now) {
        figures = new Figures(this, now.locale(), zone);
        words.putAll(read(now));
    }

    static Map<String, String> read(Language language) {
        String file = "/io/lamplink/common/i18n/texts_" + language.token() + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> words = new TreeMap<>();
            properties.forEach((key, text) -> words.put((String) key, (String) text));
            return language == Language.ENGLISH && PseudoLanguage.isAsked() ? PseudoLanguage.of(words) : words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

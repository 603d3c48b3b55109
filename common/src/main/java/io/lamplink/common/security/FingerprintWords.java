package io.lamplink.common.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The 2,048 words of which fingerprints are made (BIP-39, English): no two begin with the same four letters. */
final class FingerprintWords {
    static final int COUNT = 2048;

    private static final List<String> WORDS = load();

    private FingerprintWords() {}

    static String at(int index) {
        return WORDS.get(index);
    }

    static List<String> all() {
        return WORDS;
    }

    private static List<String> load() {
        try (InputStream file = Objects.requireNonNull(FingerprintWords.class.getResourceAsStream("words.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

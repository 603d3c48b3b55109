package io.lamplink.common.ui.emoji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The files that {@code common/src/emoji} makes. */
final class EmojiFiles {

    private static final String FOLDER = "/io/lamplink/common/emoji/";

    private EmojiFiles() {}

    /** The lines of a file of tab-separated fields. */
    static List<String[]> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String name) {
        return Objects.requireNonNull(EmojiFiles.class.getResourceAsStream(FOLDER + name), name);
    }
}

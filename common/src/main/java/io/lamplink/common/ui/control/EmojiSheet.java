package io.lamplink.common.ui.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * Every emoji in colour, on one picture. JavaFX draws emoji from fonts in black or not at all on Linux and Windows, so
 * they are looked up here by their characters, sequences included, and cut from the sheet.
 */
final class EmojiSheet {

    private static final String FOLDER = "/io/lamplink/common/emoji/";
    private static final int CELL = 34; // 32 pixels and a clear one on each side
    private static final char TEXT_STYLE = '\uFE0E';
    private static final char EMOJI_STYLE = '\uFE0F';
    /** Below are digits, ©, ™, arrows and such, which are emoji only where the text says so. */
    private static final int FIRST_EMOJI_BY_ITSELF = 0x231A;

    private static final EmojiSheet INSTANCE = new EmojiSheet();

    private final List<Emoji> all = new ArrayList<>();
    private final Map<String, Emoji> bySequence = new HashMap<>(8192);
    private final Set<Integer> firsts = new HashSet<>();
    private int longest;
    private @Nullable Image image;

    /** An emoji in a text and how many characters it takes there. */
    record Match(Emoji emoji, int length) {}

    private EmojiSheet() {
        for (String[] fields : rows()) {
            if (fields[4].equals("+")) {
                addTone(fields);
            } else {
                all.add(emoji(fields));
            }
        }
        all.forEach(this::index);
    }

    /** The sheet; read from the disk when first asked for. */
    static EmojiSheet get() {
        return INSTANCE;
    }

    /** All emoji without skin tones, in the order of the picker. */
    List<Emoji> all() {
        return Collections.unmodifiableList(all);
    }

    /** The longest emoji that starts at {@code start} of {@code text}; what is meant as text is none. */
    Optional<Match> at(String text, int start) {
        if (!firsts.contains(text.codePointAt(start))) {
            return Optional.empty();
        }
        for (int end = Math.min(text.length(), start + longest); end > start; end--) {
            @Nullable Emoji found = bySequence.get(text.substring(start, end));
            if (found != null) {
                return isMeantAsEmoji(text, start, end) ? Optional.of(new Match(found, end - start)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The picture of all emoji. */
    synchronized Image image() {
        Image loaded = image;
        if (loaded == null) {
            loaded = new Image(resource("sheet-32.png"));
            image = loaded;
        }
        return loaded;
    }

    /** Where {@code emoji} is on the picture. */
    Rectangle2D viewport(Emoji emoji) {
        return new Rectangle2D(emoji.column() * CELL + 1, emoji.row() * CELL + 1, CELL - 2, CELL - 2);
    }

    private static boolean isMeantAsEmoji(String text, int start, int end) {
        if (end < text.length() && text.charAt(end) == TEXT_STYLE) {
            return false;
        }
        boolean alone = end - start == 1;
        return !alone || text.charAt(start) >= FIRST_EMOJI_BY_ITSELF;
    }

    private void addTone(String[] fields) {
        Emoji base = all.removeLast();
        List<Emoji> tones = new ArrayList<>(base.tones());
        tones.add(emoji(fields));
        all.add(new Emoji(
                base.sequence(), base.column(), base.row(), base.category(), base.name(), base.words(), tones));
    }

    private void index(Emoji emoji) {
        String plain = emoji.sequence().replace(String.valueOf(EMOJI_STYLE), "");
        bySequence.put(emoji.sequence(), emoji);
        bySequence.putIfAbsent(plain, emoji);
        firsts.add(plain.codePointAt(0));
        longest = Math.max(longest, emoji.sequence().length());
        emoji.tones().forEach(this::index);
    }

    private static Emoji emoji(String[] fields) {
        boolean tone = fields[4].equals("+");
        return new Emoji(
                characters(fields[0]),
                Integer.parseInt(fields[2]),
                Integer.parseInt(fields[3]),
                tone ? 0 : Integer.parseInt(fields[4]),
                tone ? "" : fields[5],
                tone ? "" : fields[6],
                List.of());
    }

    private static String characters(String codePoints) {
        return Stream.of(codePoints.split("-", -1))
                .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
                .collect(Collectors.joining());
    }

    private static List<String[]> rows() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource("emoji-list.tsv"), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(EmojiSheet.class.getResourceAsStream(FOLDER + name), name);
    }
}

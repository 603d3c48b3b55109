package io.lamplink.common.ui.emoji;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All emoji that can be drawn, and where they are in a text. A text's emoji is the longest sequence that is one, so flags,
 * skin tones and joined families are one each; what is meant as text (a digit, ©, ☎ without U+FE0F, anything with U+FE0E)
 * is none, as long as fonts have a letter for it. Immutable.
 */
public final class EmojiSet {

    private static final char TEXT_STYLE = '\uFE0E';
    private static final char EMOJI_STYLE = '\uFE0F';
    private static final char JOINER = '\u200D';
    private static final int FLAG = 0x1F3F4;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;
    private static final int FIRST_REGION = 0x1F1E6;
    private static final int LAST_REGION = 0x1F1FF;

    private static final EmojiSet INSTANCE = new EmojiSet();

    private final List<Emoji> all;
    /** By their characters without U+FE0F, which texts leave out as they like. */
    private final Map<String, Emoji> bySequence = new HashMap<>(8192);

    private final Set<Integer> firsts = new HashSet<>();
    private final Set<Integer> parts = new HashSet<>();

    /**
     * An emoji in a text.
     *
     * @param start where it begins
     * @param end where it has ended, after characters that belong to it and are not seen
     */
    public record Match(Emoji emoji, int start, int end) {}

    private EmojiSet() {
        List<String[]> lines = EmojiFiles.lines("sequences.tsv");
        Map<Integer, List<Emoji>> variants = IntStream.range(0, lines.size())
                .filter(place -> lines.get(place).length > 2)
                .mapToObj(place -> toned(lines, place))
                .peek(this::index)
                .collect(Collectors.groupingBy(Emoji::base));
        all = IntStream.range(0, lines.size())
                .filter(place -> lines.get(place).length == 2)
                .mapToObj(place -> base(lines.get(place), place, variants.getOrDefault(place, List.of())))
                .toList();
        all.forEach(this::index);
    }

    private static Emoji base(String[] line, int place, List<Emoji> variants) {
        List<Emoji> tones = variants.stream().filter(emoji -> emoji.tone() > 0).toList();
        return new Emoji(characters(line[0]), place, place, 0, Integer.parseInt(line[1]), tones);
    }

    private static Emoji toned(List<String[]> lines, int place) {
        String[] line = lines.get(place);
        int base = Integer.parseInt(line[1]);
        int group = Integer.parseInt(lines.get(base)[1]);
        return new Emoji(characters(line[0]), place, base, Integer.parseInt(line[2]), group, List.of());
    }

    private void index(Emoji emoji) {
        String plain = emoji.sequence().replace(String.valueOf(EMOJI_STYLE), "");
        bySequence.put(plain, emoji);
        firsts.add(plain.codePointAt(0));
        plain.codePoints().forEach(parts::add);
    }

    private static String characters(String codePoints) {
        return Stream.of(codePoints.split("-", -1))
                .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
                .collect(Collectors.joining());
    }

    /** The set; read when first asked for. */
    public static EmojiSet get() {
        return INSTANCE;
    }

    /** All emoji without skin tones, in the order of the picker. */
    public List<Emoji> all() {
        return all;
    }

    /** How many pictures there are, those with skin tones too. */
    int pictures() {
        return bySequence.size();
    }

    /** The emoji that {@code sequence} is, if it is one and nothing else. */
    public Optional<Emoji> find(String sequence) {
        return sequence.isEmpty()
                ? Optional.empty()
                : at(sequence, 0)
                        .filter(match -> match.end() == sequence.length())
                        .map(Match::emoji);
    }

    /** Whether there is an emoji in {@code text}. */
    public boolean isIn(String text) {
        return next(text, 0).isPresent();
    }

    /** All emoji of {@code text}, in their order. */
    public List<Match> in(String text) {
        List<Match> found = new ArrayList<>();
        Optional<Match> match = next(text, 0);
        while (match.isPresent()) {
            found.add(match.get());
            match = next(text, match.get().end());
        }
        return found;
    }

    /** The first emoji of {@code text} that starts at {@code start} or after it. */
    public Optional<Match> next(String text, int start) {
        int i = start;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            Optional<Match> match = at(text, i);
            if (match.isPresent()) {
                return match;
            }
            i += Character.charCount(point);
            if (isRegion(point) && i < text.length() && isRegion(text.codePointAt(i))) {
                i += 2; // A flag that nobody knows: its second letter doesn't begin another one.
            }
        }
        return Optional.empty();
    }

    /** The longest emoji that starts at {@code start} of {@code text}; what is meant as text is none. */
    public Optional<Match> at(String text, int start) {
        if (!mayStart(text, start)) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        List<Integer> ends = new ArrayList<>();
        gather(text, start, plain, ends);
        for (int length = ends.size(); length > 0; length--) {
            int end = ends.get(length - 1);
            Emoji emoji = bySequence.get(plain.substring(0, plain.offsetByCodePoints(0, length)));
            if (emoji != null) {
                return isMeantAsEmoji(text, start, end)
                        ? Optional.of(new Match(emoji, start, withTail(text, end)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A look that costs little: most characters are letters and digits. */
    private boolean mayStart(String text, int start) {
        char first = text.charAt(start);
        boolean key = first < 0x80 && start + 1 < text.length() && text.charAt(start + 1) > 0x80;
        return (first >= 0x80 || key) && firsts.contains(text.codePointAt(start));
    }

    /** What may belong to one emoji, without U+FE0F, and for each code point where it ends in the text. */
    private void gather(String text, int start, StringBuilder plain, List<Integer> ends) {
        int i = start;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == EMOJI_STYLE && !ends.isEmpty()) {
                ends.set(ends.size() - 1, i);
            } else if (parts.contains(point)) {
                plain.appendCodePoint(point);
                ends.add(i);
            } else {
                return;
            }
        }
    }

    private static boolean isMeantAsEmoji(String text, int start, int end) {
        if (end < text.length() && text.charAt(end) == TEXT_STYLE) {
            return false;
        }
        int first = text.codePointAt(start);
        boolean alone = end - start == Character.charCount(first);
        return !alone || Character.isEmojiPresentation(first) || !isInFonts(first);
    }

    /**
     * Whether usual fonts have a letter for it. What lies beyond Unicode's first 65,536 is in fonts of emoji alone, and so are the
     * players' buttons and the mountains and skaters that came from Unicode 5.2 on.
     */
    private static boolean isInFonts(int point) {
        boolean button = point >= 0x23E9 && point <= 0x23FF;
        boolean late = point >= 0x26C4 && point <= 0x26FF;
        return Character.isBmpCodePoint(point) && !button && !late;
    }

    /** Past what is drawn as nothing: the tags of a flag that nobody knows, and a joiner to the next emoji. */
    private int withTail(String text, int end) {
        int after = end;
        if (text.codePointBefore(end) == FLAG) {
            while (after < text.length() && isTag(text.codePointAt(after))) {
                after += 2;
            }
        }
        boolean joins = after + 1 < text.length()
                && text.charAt(after) == JOINER
                && at(text, after + 1).isPresent();
        return joins ? after + 1 : after;
    }

    private static boolean isTag(int point) {
        return point >= FIRST_TAG && point <= LAST_TAG;
    }

    private static boolean isRegion(int point) {
        return point >= FIRST_REGION && point <= LAST_REGION;
    }
}

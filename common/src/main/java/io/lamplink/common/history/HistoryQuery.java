package io.lamplink.common.history;

import io.lamplink.common.history.HistoryHits.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody looks for: words that must all be there, each anywhere in the text, whatever their case. No character has a
 * meaning of its own.
 *
 * @param words at least one character each, at most {@link #MOST_WORDS}
 */
public record HistoryQuery(List<String> words) {
    /** How many words are looked for; more are left away. */
    public static final int MOST_WORDS = 8;

    /** How many characters of what was typed are looked at. */
    public static final int MOST_CHARACTERS = 256;

    /** The index finds so many characters and more. */
    private static final int INDEXED = 3;

    private static final int MOST_MARKS = 1_000;

    public HistoryQuery {
        words = List.copyOf(words);
    }

    /** What {@code typed} asks for. */
    public static HistoryQuery of(String typed) {
        String some =
                typed.substring(0, Math.min(typed.length(), MOST_CHARACTERS)).replace('\0', ' ');
        Set<String> words = new LinkedHashSet<>();
        for (String word : some.split("[\\s\\p{Z}]+", -1)) {
            if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        return new HistoryQuery(List.copyOf(words));
    }

    /** Whether nothing is looked for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words that the index finds, as one of its own expressions; empty if there are none. */
    String indexed() {
        return words.stream()
                .filter(HistoryQuery::isIndexed)
                .map(word -> "\"" + word.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(" AND "));
    }

    private static boolean isIndexed(String word) {
        return word.codePointCount(0, word.length()) >= INDEXED;
    }

    /**
     * The words that are too short for the index, as patterns of LIKE with the escape character {@code \}. Of each, one of
     * the patterns must fit: LIKE itself knows the two cases of ASCII letters only.
     */
    List<List<String>> patterns() {
        return words.stream()
                .filter(word -> !isIndexed(word))
                .map(word -> cases(word).stream()
                        .map(one -> "%" + one.replaceAll("[%_\\\\]", "\\\\$0") + "%")
                        .toList())
                .toList();
    }

    private static List<String> cases(String word) {
        Set<String> cases = new LinkedHashSet<>(List.of(""));
        for (int point : word.codePoints().toArray()) {
            Set<String> longer = new LinkedHashSet<>();
            for (String one : cases) {
                longer.add(one + Character.toString(point));
                if (point > 0x7f) {
                    longer.add(one + Character.toString(Character.toLowerCase(point)));
                    longer.add(one + Character.toString(Character.toUpperCase(point)));
                }
            }
            cases = longer;
        }
        return List.copyOf(cases);
    }

    /** Where the words stand in {@code text}, in order; what overlaps is one. */
    public List<Mark> marksIn(String text) {
        List<Mark> found = new ArrayList<>();
        for (String word : words) {
            for (int at = 0; at + word.length() <= text.length() && found.size() < MOST_MARKS; at++) {
                if (text.regionMatches(true, at, word, 0, word.length())) {
                    found.add(new Mark(at, at + word.length()));
                }
            }
        }
        found.sort(Comparator.comparingInt(Mark::from));
        return joined(found);
    }

    private static List<Mark> joined(List<Mark> sorted) {
        List<Mark> joined = new ArrayList<>();
        for (Mark mark : sorted) {
            Mark last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && mark.from() <= last.to()) {
                joined.set(joined.size() - 1, new Mark(last.from(), Math.max(last.to(), mark.to())));
            } else {
                joined.add(mark);
            }
        }
        return joined;
    }
}

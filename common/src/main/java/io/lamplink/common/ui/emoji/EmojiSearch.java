package io.lamplink.common.ui.emoji;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds emoji by English and by Chinese words, what fits best first. */
final class EmojiSearch {

    private static final int EXACT = 0;
    /** And one more for each letter that is still to come. */
    private static final int BEGINS = 100;

    private static final int WORD_OF_NAME = 200;
    private static final int WORD = 300;
    private static final int BEGINS_WORD = 400;
    private static final int INSIDE = 600;
    private static final int NOT = 100_000;
    /** Shorter words are inside too many others. */
    private static final int SHORTEST_INSIDE = 3;

    private record Hit(Emoji emoji, int distance) {}

    private EmojiSearch() {}

    /** The emoji that all words of {@code query} fit; none for a blank query. */
    static List<Emoji> find(String query) {
        String[] words = query.strip().toLowerCase(Locale.ROOT).split("[\\s_]+");
        if (words[0].isEmpty()) {
            return List.of();
        }
        return EmojiSet.get().all().stream()
                .map(emoji -> new Hit(emoji, distance(EmojiNames.get().of(emoji), words)))
                .filter(hit -> hit.distance() < NOT)
                .sorted(Comparator.comparingInt(Hit::distance))
                .map(Hit::emoji)
                .toList();
    }

    /** The emoji whose code or name is {@code written}. */
    static Optional<Emoji> named(String written) {
        String code = written.toLowerCase(Locale.ROOT);
        return EmojiSet.get().all().stream()
                .filter(emoji -> isNamed(EmojiNames.get().of(emoji), code))
                .findFirst();
    }

    private static boolean isNamed(EmojiNames.Names names, String written) {
        return names.codes().contains(written) || names.chinese().searched().equals(written);
    }

    private static int distance(EmojiNames.Names names, String[] words) {
        int whole = names.codes().contains(String.join("_", words)) ? EXACT : BEGINS;
        return whole + Stream.of(words).mapToInt(word -> distance(names, word)).sum();
    }

    private static int distance(EmojiNames.Names names, String word) {
        int code = names.codes().stream()
                .mapToInt(one -> near(one, word, EXACT, BEGINS))
                .min()
                .orElse(NOT);
        return Math.min(code, Math.min(distance(names.english(), word), distance(names.chinese(), word)));
    }

    private static int distance(EmojiNames.Said said, String word) {
        int name = near(said.searched(), word, EXACT, BEGINS);
        if (name < NOT) {
            return name;
        }
        boolean beginsWord = said.searched().contains(" " + word);
        int words = said.words().stream()
                .mapToInt(one -> near(one, word, WORD, BEGINS_WORD))
                .min()
                .orElse(NOT);
        return beginsWord ? WORD_OF_NAME : Math.min(words, inside(said, word));
    }

    private static int near(String text, String word, int equal, int begins) {
        if (text.equals(word)) {
            return equal;
        }
        return text.startsWith(word) ? begins + Math.min(99, text.length() - word.length()) : NOT;
    }

    private static int inside(EmojiNames.Said said, String word) {
        boolean longEnough = word.length() >= SHORTEST_INSIDE || Character.isIdeographic(word.codePointAt(0));
        boolean found = said.searched().contains(word) || said.words().stream().anyMatch(one -> one.contains(word));
        return longEnough && found ? INSIDE : NOT;
    }
}

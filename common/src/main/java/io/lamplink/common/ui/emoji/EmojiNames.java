package io.lamplink.common.ui.emoji;

import io.lamplink.common.ui.theme.Language;
import java.util.List;
import java.util.Locale;

/** What emoji are called, in both languages whichever the window speaks. Immutable; read when first asked for. */
final class EmojiNames {

    private final List<Names> all =
            EmojiFiles.lines("names.tsv").stream().map(Names::of).toList();

    /**
     * What one emoji is called.
     *
     * @param codes what stands between colons, the best known first
     */
    record Names(List<String> codes, Said english, Said chinese) {

        private static Names of(String[] fields) {
            return new Names(
                    List.of(fields[0].split(" ", -1)), Said.of(fields[1], fields[2]), Said.of(fields[3], fields[4]));
        }

        Said in(Language language) {
            return switch (language) {
                case ENGLISH -> english;
                case CHINESE -> chinese;
            };
        }
    }

    /**
     * A name and what else comes to mind.
     *
     * @param searched the name in small letters
     * @param words in small letters; not those of the name
     */
    record Said(String name, String searched, List<String> words) {

        private static Said of(String name, String words) {
            List<String> list = words.isEmpty()
                    ? List.of()
                    : List.of(words.toLowerCase(Locale.ROOT).split("\\|", -1));
            return new Said(name, name.toLowerCase(Locale.ROOT), list);
        }
    }

    private static final class Holder {
        private static final EmojiNames INSTANCE = new EmojiNames();
    }

    private EmojiNames() {}

    static EmojiNames get() {
        return Holder.INSTANCE;
    }

    Names of(Emoji emoji) {
        return all.get(emoji.base());
    }
}

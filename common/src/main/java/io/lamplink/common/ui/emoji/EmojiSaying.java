package io.lamplink.common.ui.emoji;

import io.lamplink.common.ui.theme.Texts;

/** How an emoji is called in the window's language. */
final class EmojiSaying {

    /** The keys of the skin tones, from none to dark. */
    static final String[] TONE_KEYS = {
        "emoji.tone.none",
        "emoji.tone.light",
        "emoji.tone.medium-light",
        "emoji.tone.medium",
        "emoji.tone.medium-dark",
        "emoji.tone.dark"
    };

    private EmojiSaying() {}

    /** Its name, and its skin tone if it has one. */
    static String name(Emoji emoji, Texts texts) {
        String name =
                EmojiNames.get().of(emoji).in(texts.languageProperty().get()).name();
        return emoji.tone() == 0 ? name : texts.get("emoji.toned.name", name, texts.get(TONE_KEYS[emoji.tone()]));
    }

    /** What is typed to get it: {@code :smile:}. */
    static String code(Emoji emoji) {
        return ":" + EmojiNames.get().of(emoji).codes().getFirst() + ":";
    }
}

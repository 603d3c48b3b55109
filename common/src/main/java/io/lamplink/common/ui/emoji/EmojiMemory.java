package io.lamplink.common.ui.emoji;

import io.lamplink.common.ui.theme.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which emoji a person used last, and in which skin tone, from one start to the next. Used on the JavaFX thread. */
public final class EmojiMemory {

    /** How many are remembered. */
    static final int MOST = 36;

    private static final String RECENT = "recent-emoji";
    private static final String TONE = "skin-tone";

    private final Settings settings;

    /** A memory that is kept in {@code settings}; what makes no sense there counts as never said. */
    public EmojiMemory(Settings settings) {
        this.settings = settings;
    }

    /** What was used last, the newest first. */
    List<Emoji> recent() {
        return settings.get(RECENT).stream()
                .flatMap(kept -> Stream.of(kept.split(" ")))
                .map(EmojiSet.get()::find)
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Remembers that {@code emoji} was used. */
    void use(Emoji emoji) {
        List<Emoji> now = new ArrayList<>(recent());
        now.remove(emoji);
        now.addFirst(emoji);
        settings.put(RECENT, now.stream().limit(MOST).map(Emoji::sequence).collect(Collectors.joining(" ")));
    }

    /** The skin tone: 0 for none, 1 (light) to 5 (dark). */
    int tone() {
        return settings.get(TONE)
                .filter(kept -> kept.matches("[0-" + Emoji.TONES + "]"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Remembers the skin tone. */
    void setTone(int tone) {
        settings.put(TONE, Integer.toString(tone));
    }
}

package io.lamplink.common.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.ui.theme.FileSettings;
import io.lamplink.common.ui.theme.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmojiMemoryTest {

    private final Settings settings = Settings.inMemory();
    private final EmojiMemory memory = new EmojiMemory(settings);

    @Test
    void theNewestIsFirstAndNoneIsThereTwice() {
        assertEquals(List.of(), memory.recent());
        use("😀", "👩‍💻", "👋🏽", "😀");
        assertEquals(List.of("😀", "👋🏽", "👩‍💻"), recent(memory));
    }

    @Test
    void theOldestIsForgotten() {
        EmojiSet.get().all().stream().limit(50).forEach(memory::use);
        assertEquals(EmojiMemory.MOST, memory.recent().size());
        assertEquals(EmojiSet.get().all().get(49), memory.recent().getFirst());
    }

    @Test
    void itLastsFromOneStartToTheNext(@TempDir Path folder) {
        Path file = folder.resolve("client.json");
        FileSettings kept = new FileSettings(file);
        EmojiMemory before = new EmojiMemory(kept);
        before.use(EmojiSet.get().find("🏴󠁧󠁢󠁥󠁮󠁧󠁿").orElseThrow());
        before.use(EmojiSet.get().find("1️⃣").orElseThrow());
        before.setTone(4);
        kept.flush();
        EmojiMemory after = new EmojiMemory(new FileSettings(file));
        assertEquals(List.of("1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"), recent(after));
        assertEquals(4, after.tone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "6", "-1", "x", "12", "９"})
    void aToneThatMakesNoSenseIsNone(String kept) {
        settings.put("skin-tone", kept);
        assertEquals(0, memory.tone());
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        settings.put("recent-emoji", "x 😀 😀😀  1 👋 \uFFFF");
        assertEquals(List.of("😀", "👋"), recent(memory));
    }

    private void use(String... emoji) {
        for (String one : emoji) {
            memory.use(EmojiSet.get().find(one).orElseThrow());
        }
    }

    private static List<String> recent(EmojiMemory memory) {
        return memory.recent().stream().map(Emoji::sequence).toList();
    }
}

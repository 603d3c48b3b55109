package io.lamplink.common.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnnouncementTest {

    private static final Map<String, String> TEXT =
            Map.of("txtvers", "1", "dialect", "lamplink.v1", "tls", "1", "name", "mei@studio");

    @Test
    void theTextIsAsTheProtocolSays() {
        assertEquals(TEXT, new Announcement("mei@studio", 8080, true).text());
        assertEquals("0", new Announcement("mei@studio", 8080, false).text().get("tls"));
    }

    @Test
    void whatIsAnnouncedIsRead() {
        assertEquals(Optional.of(new Announcement("mei@studio", 8080, true)), Announcement.read(TEXT, 8080));
    }

    @ParameterizedTest
    @CsvSource({"txtvers, 2", "dialect, lamplink.v2", "dialect, qt", "name, ''", "name, '  '"})
    void whatThisProgramCannotTalkToIsLeftOut(String key, String value) {
        assertEquals(Optional.empty(), Announcement.read(with(key, value), 8080));
    }

    @ParameterizedTest
    @ValueSource(strings = {"txtvers", "dialect", "name"})
    void aTextWithoutWhatMattersIsNone(String key) {
        Map<String, String> text = new HashMap<>(TEXT);
        text.remove(key);
        assertEquals(Optional.empty(), Announcement.read(text, 8080));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void aPortThatIsNoneIsLeftOut(int port) {
        assertEquals(Optional.empty(), Announcement.read(TEXT, port));
    }

    @Test
    void withoutAWordOnEncryptionThereIsNone() {
        Map<String, String> text = new HashMap<>(TEXT);
        text.remove("tls");
        assertEquals(false, Announcement.read(text, 8080).orElseThrow().encrypted());
    }

    @Test
    void aHostileNameIsMadeHarmless() {
        String name = Announcement.read(with("name", "a\u202Eb\nc\u0007d" + "x".repeat(10_000)), 1)
                .orElseThrow()
                .name();
        assertTrue(name.startsWith("abcdx"), name);
        assertTrue(name.length() <= 64, () -> name.length() + " characters");
    }

    @Test
    void aNameFitsItsPlaceInBytes() {
        Announcement long64 = new Announcement("测".repeat(64), 8080, true);
        assertEquals("测".repeat(64), long64.text().get("name"));
        assertEquals("测".repeat(18), long64.instance());
        assertEquals(54, bytes(long64.instance()));
        Announcement emoji = new Announcement("😀".repeat(64), 8080, true);
        assertEquals("😀".repeat(62), emoji.text().get("name"));
        assertEquals("😀".repeat(14), emoji.instance());
    }

    @Test
    void noDotEndsALabel() {
        assertEquals("mei@studio-local-", new Announcement("mei@studio.local\\", 8080, true).instance());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> text = new HashMap<>(TEXT);
        text.put(key, value);
        return text;
    }
}

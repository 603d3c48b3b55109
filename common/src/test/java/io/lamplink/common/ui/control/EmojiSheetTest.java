package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
final class EmojiSheetTest {

    private final EmojiSheet sheet = EmojiSheet.get();

    @Test
    void everyEmojiHasItsOwnPlaceWithAPictureInIt() {
        Image image = sheet.image();
        Set<Rectangle2D> places = new HashSet<>();
        sheet.all().stream()
                .flatMap(emoji -> Stream.concat(Stream.of(emoji), emoji.tones().stream()))
                .forEach(emoji -> {
                    Rectangle2D place = sheet.viewport(emoji);
                    assertTrue(places.add(place), emoji::sequence);
                    assertTrue(
                            place.getMaxX() <= image.getWidth() && place.getMaxY() <= image.getHeight(),
                            emoji::sequence);
                    assertTrue(isDrawn(image, place), () -> emoji.sequence() + " is not on the sheet");
                });
        assertTrue(places.size() > 3_500, () -> places.size() + " emoji");
    }

    @Test
    void tonesAreFoundByTheirSequence() {
        Emoji wave = sheet.at("👋", 0).orElseThrow().emoji();
        assertEquals(5, wave.tones().size());
        assertEquals(sheet.at("👋🏽", 0).orElseThrow().emoji(), wave.toned(3));
        assertEquals(wave, wave.toned(0));
    }

    @Test
    void theLongestSequenceWins() {
        assertEquals(11, sheet.at("👩‍👩‍👧‍👦", 0).orElseThrow().length());
        assertEquals(2, sheet.at("👩x", 0).orElseThrow().length());
    }

    @Test
    void emojiAreFoundByWords() {
        assertTrue(sheet.all().stream().anyMatch(emoji -> emoji.matches("grinning")));
        assertFalse(sheet.all().getFirst().matches("zebra"));
    }

    private static boolean isDrawn(Image image, Rectangle2D place) {
        for (int x = 4; x < 28; x += 2) {
            for (int y = 4; y < 28; y += 2) {
                int argb = image.getPixelReader().getArgb((int) place.getMinX() + x, (int) place.getMinY() + y);
                if (argb >>> 24 > 32) {
                    return true;
                }
            }
        }
        return false;
    }
}

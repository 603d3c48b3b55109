package io.lamplink.common.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
final class EmojiPicturesTest {

    private final EmojiSet set = EmojiSet.get();
    private final EmojiPictures pictures = EmojiPictures.get();

    @Test
    void everyEmojiHasAPictureOfItsOwn() {
        Set<Integer> seen = new HashSet<>();
        Fx.run(() -> set.all().stream()
                .flatMap(emoji -> Stream.concat(Stream.of(emoji), emoji.tones().stream()))
                .forEach(emoji -> {
                    int[] pixels = pixels(pictures.of(emoji, 32, 0));
                    assertTrue(
                            Arrays.stream(pixels)
                                            .filter(pixel -> pixel >>> 24 > 128)
                                            .count()
                                    > 60,
                            emoji::sequence);
                    seen.add(Arrays.hashCode(pixels));
                }));
        // A few are drawn alike: Norway's flag flies on two islands, France's and America's on more.
        assertTrue(seen.size() > 3_150, () -> seen.size() + " different pictures");
    }

    @Test
    void aPictureHasThePixelsThatItTakesOnTheScreen() {
        Emoji smile = set.find("😀").orElseThrow();
        Image small = Fx.get(() -> pictures.of(smile, 18, 1));
        assertEquals(20, small.getWidth());
        assertEquals(18, small.getHeight());
        assertSame(small, Fx.get(() -> pictures.of(smile, 18, 1)));
        assertEquals(
                EmojiPictures.CELL, Fx.get(() -> pictures.of(smile, 200, 0)).getWidth());
    }

    @Test
    void theMiddleOfASmileIsYellowAndItsCornerIsClear() {
        Image smile = Fx.get(() -> pictures.of(set.find("🙂").orElseThrow(), 24, 0));
        int[] pixels = pixels(smile);
        int yellow = pixels[24 * 12 + 12];
        assertEquals(255, yellow >>> 24);
        assertTrue((yellow >> 16 & 255) > 220 && (yellow & 255) < 120, () -> Integer.toHexString(yellow));
        assertEquals(0, pixels[0] >>> 24);
    }

    @Test
    void aViewIsDrawnAnewForAnotherScreen() {
        EmojiView view = Fx.get(() -> new EmojiView(set.find("😀").orElseThrow(), 18));
        Hands hands = Hands.show(Fx.get(() -> new Pane(view)), 100, 100);
        try {
            assertEquals(18, Fx.get(() -> view.getImage().getHeight()));
            Fx.run(() -> hands.stage().setRenderScaleX(2));
            assertEquals(36, Fx.get(() -> view.getImage().getHeight()));
            assertEquals(18, view.getFitHeight());
            assertEquals(20, view.getFitWidth());
            Fx.run(() -> hands.stage().setRenderScaleX(1.5));
            assertEquals(27, Fx.get(() -> view.getImage().getHeight()));
            assertEquals(view.getImage().getWidth(), view.getFitWidth() * 1.5, 1e-9);
        } finally {
            hands.close();
        }
    }

    @Test
    void aViewStandsOnWholePixelsWhereverItsTextPutsIt() {
        EmojiView view = Fx.get(() -> new EmojiView(set.find("😀").orElseThrow(), 18));
        Fx.run(() -> view.relocate(10.3, 4.6));
        assertEquals(10, view.getLayoutX() + view.getTranslateX(), 1e-9);
        assertEquals(5, view.getLayoutY() + view.getTranslateY(), 1e-9);
    }

    @Test
    void shrinkingAveragesWhatFallsOnAPixel() {
        int white = 0xFFFFFFFF;
        int black = 0xFF000000;
        assertEquals(0xFF808080, Shrinking.shrink(new int[] {white, black, black, white}, 2, 1)[0]);
        int[] lines = Shrinking.shrink(new int[] {white, 0, 0, white, 0, 0, white, 0, 0}, 3, 2);
        assertEquals(0xAAAAAAAA, lines[0]);
        assertEquals(0, lines[1]);
        assertNotEquals(lines[0], lines[1]);
    }

    private static int[] pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }
}

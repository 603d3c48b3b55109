package io.lamplink.common.ui.emoji;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * The pictures of emoji, each made for the pixels that it takes on the screen, so that it is sharp there. They come from
 * many small sheets, of which only a few are in memory at a time. Used on the JavaFX thread.
 */
final class EmojiPictures {

    /** Pixels of a picture on its sheet, in both directions. */
    static final int CELL = 64;

    private static final int COLUMNS = 8;
    private static final int ROWS = 4;
    private static final int SHEETS_KEPT = 4;
    /** Pixels of all pictures that are kept: 4 MB. */
    private static final int PIXELS_KEPT = 1 << 20;

    private static final EmojiPictures INSTANCE = new EmojiPictures();

    private final Map<Integer, Image> sheets = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Key, Image> pictures = new LinkedHashMap<>(64, 0.75f, true);
    private int pixels;

    private record Key(int place, int size, int margin) {}

    private EmojiPictures() {}

    static EmojiPictures get() {
        return INSTANCE;
    }

    /**
     * A picture.
     *
     * @param size pixels in both directions; above {@value #CELL} it is made that large and has to be stretched
     * @param margin clear pixels to the left and to the right of it
     */
    Image of(Emoji emoji, int size, int margin) {
        Key key = new Key(emoji.place(), Math.clamp(size, 1, CELL), margin);
        Image known = pictures.get(key);
        if (known != null) {
            return known;
        }
        Image made = make(key);
        pictures.put(key, made);
        pixels += count(made);
        forgetOldest();
        return made;
    }

    private void forgetOldest() {
        var oldest = pictures.values().iterator();
        while (pixels > PIXELS_KEPT) {
            pixels -= count(oldest.next());
            oldest.remove();
        }
    }

    private static int count(Image picture) {
        return (int) (picture.getWidth() * picture.getHeight());
    }

    private Image make(Key key) {
        int[] drawn = Shrinking.shrink(cell(key.place()), CELL, key.size());
        WritableImage picture = new WritableImage(key.size() + 2 * key.margin(), key.size());
        picture.getPixelWriter()
                .setPixels(
                        key.margin(),
                        0,
                        key.size(),
                        key.size(),
                        PixelFormat.getIntArgbPreInstance(),
                        drawn,
                        0,
                        key.size());
        return picture;
    }

    /** The picture as it is on its sheet, premultiplied. */
    private int[] cell(int place) {
        int inSheet = place % (COLUMNS * ROWS);
        int[] cell = new int[CELL * CELL];
        sheet(place / (COLUMNS * ROWS))
                .getPixelReader()
                .getPixels(
                        inSheet % COLUMNS * CELL,
                        inSheet / COLUMNS * CELL,
                        CELL,
                        CELL,
                        PixelFormat.getIntArgbPreInstance(),
                        cell,
                        0,
                        CELL);
        return cell;
    }

    private Image sheet(int number) {
        Image sheet = sheets.computeIfAbsent(number, EmojiPictures::read);
        if (sheets.size() > SHEETS_KEPT) {
            sheets.remove(sheets.keySet().iterator().next());
        }
        return sheet;
    }

    private static Image read(int number) {
        try (InputStream file = EmojiFiles.open("sheets/%03d.png".formatted(number))) {
            return new Image(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.lamplink.common.tray;

import java.util.List;

/**
 * What a sign in the tray shows. Immutable.
 *
 * @param title the name of the program
 * @param sentence how the link stands, shown when somebody points at the sign
 * @param pictures the same picture in different sizes, at least one
 * @param items the menu, from top to bottom
 */
public record TrayFace(String title, String sentence, List<TrayPicture> pictures, List<TrayItem> items) {
    public TrayFace {
        pictures = List.copyOf(pictures);
        items = List.copyOf(items);
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("A sign needs a picture.");
        }
    }
}

package io.lamplink.common.ui.control;

import javafx.scene.AccessibleRole;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons beside words that say the same: a screen reader passes over them, where it would else read a letter of their font. */
public final class Ornament {
    private Ornament() {}

    /** Such an icon. */
    public static FontIcon of(Feather glyph) {
        FontIcon icon = new FontIcon(glyph);
        icon.setAccessibleRole(AccessibleRole.NODE);
        return icon;
    }
}

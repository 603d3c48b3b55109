package io.lamplink.common.ui.theme;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;

/** The theme of one window and of all that opens from it; changing it restyles them at once. */
public final class Look {

    private final ObjectProperty<Theme> theme;

    /** A look that starts with {@code theme}. */
    public Look(Theme theme) {
        this.theme = new SimpleObjectProperty<>(this, "theme", theme);
    }

    /** The theme; never null. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The theme now. */
    public Theme theme() {
        return theme.get();
    }

    /** Styles {@code scene}, now and whenever the theme changes. */
    public void follow(Scene scene) {
        style(scene);
        theme.addListener((_, _, _) -> style(scene));
    }

    /** Styles a dialog that is about to open; a dialog doesn't outlive a theme. */
    public void style(DialogPane dialog) {
        style(dialog.getScene());
    }

    private void style(Scene scene) {
        scene.setUserAgentStylesheet(theme().baseStylesheet());
        scene.getStylesheets().setAll(theme().stylesheets());
    }
}

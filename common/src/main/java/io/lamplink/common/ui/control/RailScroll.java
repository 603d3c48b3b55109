package io.lamplink.common.ui.control;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * Scrolls what does not fit into the rail of a window. JavaFX keeps a picture of all that such a pane shows and makes it anew
 * whenever any of it changes; in the rail something does with every file that moves, so here it is drawn where it changes.
 */
public final class RailScroll extends ScrollPane {

    /** A pane without content. */
    public RailScroll() {
        getStyleClass().add("rail-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        lookup(".viewport").setCache(false);
        return skin;
    }
}

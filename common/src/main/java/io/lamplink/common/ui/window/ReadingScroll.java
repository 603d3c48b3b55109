package io.lamplink.common.ui.window;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** What is read and has nothing in it to stop at. Where it is longer than its room it can have the keyboard, and scrolls by it. */
sealed class ReadingScroll extends ScrollPane permits QuestionScroll {
    private final Region content;

    /** Shows {@code content}, as wide as there is room. */
    ReadingScroll(Region content) {
        super(content);
        this.content = content;
        getStyleClass().add("reading");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        content.heightProperty().subscribe(this::look);
        viewportBoundsProperty().subscribe(this::look);
        look();
    }

    private void look() {
        setFocusTraversable(content.getHeight() > getViewportBounds().getHeight() + 1);
    }
}

package io.lamplink.common.ui.control;

import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** One emoji in colour, sized and placed to stand in a line of text. */
final class EmojiView extends Region {

    private static final double ABOVE_BASELINE = 0.8;
    private static final double GAP = 1;

    private final ImageView picture = new ImageView(EmojiSheet.get().image());
    private final double size;

    EmojiView(Emoji emoji, double size) {
        this.size = size;
        getStyleClass().add("emoji-view");
        picture.setViewport(EmojiSheet.get().viewport(emoji));
        picture.setFitWidth(size);
        picture.setFitHeight(size);
        getChildren().add(picture);
        setMinSize(size + 2 * GAP, size);
        setPrefSize(size + 2 * GAP, size);
        setMaxSize(size + 2 * GAP, size);
        setAccessibleText(emoji.name());
        setMouseTransparent(true);
    }

    void show(Emoji emoji) {
        picture.setViewport(EmojiSheet.get().viewport(emoji));
        setAccessibleText(emoji.name());
    }

    @Override
    public double getBaselineOffset() {
        return size * ABOVE_BASELINE;
    }

    @Override
    protected void layoutChildren() {
        picture.relocate(GAP, 0);
    }
}

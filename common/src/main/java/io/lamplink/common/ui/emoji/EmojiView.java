package io.lamplink.common.ui.emoji;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * One emoji in colour, to stand in a line of text. It is drawn for the pixels of the screen that its window is on, and put
 * on whole pixels, so that it is sharp at every scale.
 */
public final class EmojiView extends ImageView {

    private static final double ABOVE_BASELINE = 0.8;
    /** Clear to its left and to its right, so that a row of emoji doesn't touch. */
    private static final double GAP = 1;

    private final double size;
    private Emoji emoji;
    private double scale = 1;

    /**
     * A view.
     *
     * @param size its height; it is a little wider
     */
    public EmojiView(Emoji emoji, double size) {
        this.emoji = emoji;
        this.size = size;
        getStyleClass().add("emoji-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        draw();
        ObservableValue<Number> onScreen =
                sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::renderScaleXProperty);
        onScreen.subscribe(this::rescale);
        layoutXProperty().subscribe(x -> setTranslateX(toPixel(x.doubleValue())));
        layoutYProperty().subscribe(y -> setTranslateY(toPixel(y.doubleValue())));
    }

    /** How wide a view of that height is, on a screen without scaling. */
    static double width(double size) {
        return size + 2 * GAP;
    }

    /** What it shows. */
    public Emoji emoji() {
        return emoji;
    }

    /** Shows another one. */
    public void show(Emoji other) {
        if (other.place() != emoji.place()) {
            emoji = other;
            draw();
        }
    }

    private void rescale(@Nullable Number now) {
        if (now != null && now.doubleValue() > 0 && now.doubleValue() != scale) {
            scale = now.doubleValue();
            draw();
            setTranslateX(toPixel(getLayoutX()));
            setTranslateY(toPixel(getLayoutY()));
        }
    }

    private void draw() {
        int pixels = (int) Math.round(size * scale);
        int margin = (int) Math.round(GAP * scale);
        setImage(EmojiPictures.get().of(emoji, pixels, margin));
        setFitWidth((pixels + 2 * margin) / scale);
        setFitHeight(pixels / scale);
        setAccessibleText(emoji.sequence());
    }

    private double toPixel(double place) {
        return Math.round(place * scale) / scale - place;
    }

    @Override
    public double getBaselineOffset() {
        return size * ABOVE_BASELINE;
    }
}

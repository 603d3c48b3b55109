package io.lamplink.common.ui.emoji;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/**
 * Shows the emoji of labels, buttons, menus and tooltips in colour, whatever their text becomes. The text stays what it is,
 * for screen readers and for whoever asks; where it has an emoji, the graphic shows it instead. So what is made colourful
 * here has no graphic of its own. Used on the JavaFX thread.
 */
public final class ColourEmoji {

    private ColourEmoji() {}

    /** Shows the emoji of {@code labeled} in colour from now on. */
    public static <T extends Labeled> T in(T labeled) {
        follow(labeled.textProperty(), labeled.graphicProperty(), labeled::setContentDisplay);
        return labeled;
    }

    /** Shows the emoji of {@code tooltip} in colour from now on. */
    public static Tooltip in(Tooltip tooltip) {
        follow(tooltip.textProperty(), tooltip.graphicProperty(), tooltip::setContentDisplay);
        return tooltip;
    }

    /** Shows the emoji of the items of {@code menu} in colour whenever it opens; none of these has a graphic. */
    public static ContextMenu in(ContextMenu menu) {
        menu.setOnShown(_ -> labels(menu.getSkin().getNode()));
        return menu;
    }

    /** Shows the emoji of all labels in {@code node}, which has its skin already, in colour from now on. */
    public static void labels(Node node) {
        node.lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(label ->
                        label.getGraphic() == null && !label.graphicProperty().isBound())
                .forEach(ColourEmoji::in);
    }

    private static void follow(
            ObservableValue<String> text, ObjectProperty<Node> graphic, Consumer<ContentDisplay> display) {
        text.subscribe(now -> {
            if (now != null && EmojiSet.get().isIn(now)) {
                if (graphic.get() instanceof EmojiText shown) {
                    shown.show(now);
                } else {
                    graphic.set(new EmojiText(now));
                    display.accept(ContentDisplay.GRAPHIC_ONLY);
                }
            } else if (graphic.get() instanceof EmojiText) {
                graphic.set(null);
                display.accept(ContentDisplay.LEFT);
            }
        });
    }
}

package io.lamplink.common.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Lays pictures over the emoji of a text field, whose own glyphs for them are black or missing on most systems. It only
 * looks: the text, the cursor and the keyboard are the field's.
 */
final class EmojiOverlay extends Pane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final char JOINER = '\u200D';
    private static final double LARGEST = 18;
    private static final double SMALLEST = 8;
    private static final double LINE = 1.3;
    /** Nobody sees more of a field than this. */
    private static final int MOST_CHARACTERS = 4_000;

    private final TextArea field;
    private final Runnable afterLayout = this::draw;
    private boolean stale;

    EmojiOverlay(TextArea field) {
        this.field = field;
        getStyleClass().add("emoji-overlay");
        setManaged(false);
        setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(field.widthProperty());
        clip.heightProperty().bind(field.heightProperty());
        setClip(clip);
        field.textProperty().subscribe(this::redraw);
        field.scrollTopProperty().subscribe(this::redraw);
        field.selectionProperty().subscribe(this::redraw);
        field.layoutBoundsProperty().subscribe(this::redraw);
        field.sceneProperty().subscribe(this::move);
    }

    private void move(@Nullable Scene from, @Nullable Scene to) {
        if (from != null) {
            from.removePostLayoutPulseListener(afterLayout);
        }
        if (to != null) {
            to.addPostLayoutPulseListener(afterLayout);
        }
        redraw();
    }

    private void redraw() {
        stale = true;
        field.requestLayout();
    }

    /** Places are known only when the field has laid out its text. */
    private void draw() {
        if (!stale || field.getSkin() == null) {
            return;
        }
        stale = false;
        List<Node> pictures = new ArrayList<>();
        content().ifPresent(text -> addAll(pictures, text));
        getChildren().setAll(pictures);
    }

    /** The node that shows the text; the prompt is a text too. */
    private Optional<Text> content() {
        return field.lookupAll(".text").stream()
                .filter(node -> node.getParent() instanceof Group)
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .findFirst();
    }

    private void addAll(List<Node> pictures, Text content) {
        String text = content.getText();
        int end = Math.min(text.length(), MOST_CHARACTERS);
        boolean exact = true;
        for (int i = 0; i < end; ) {
            Optional<EmojiSheet.Match> match = EmojiSheet.get().at(text, i);
            exact = text.charAt(i) == '\n' || (exact && !joins(match));
            if (match.isPresent() && exact) {
                add(pictures, content, match.get(), i);
            }
            i += match.map(EmojiSheet.Match::length).orElse(Character.charCount(text.codePointAt(i)));
        }
    }

    /** From a joined emoji to the end of its line, JavaFX 26 misjudges where glyphs are; there the glyphs stay. */
    private static boolean joins(Optional<EmojiSheet.Match> match) {
        return match.filter(found -> found.emoji().sequence().indexOf(JOINER) >= 0)
                .isPresent();
    }

    private void add(List<Node> pictures, Text content, EmojiSheet.Match match, int index) {
        int end = index + match.length();
        Path shape = new Path(content.getRangeShape(index, end, false));
        shape.setStroke(null);
        shape.setFill(Color.BLACK); // Never drawn; a path without either has no bounds.
        Bounds place = sceneToLocal(content.localToScene(shape.getLayoutBounds()));
        if (place.getHeight() > 1.5 * content.getFont().getSize() * LINE) {
            return; // Broken over two lines: there is no one place for the picture.
        }
        boolean selected = field.getSelection().getStart() <= index
                && end <= field.getSelection().getEnd();
        pictures.add(cover(place, selected));
        pictures.add(picture(place, match.emoji()));
    }

    private static Region cover(Bounds place, boolean selected) {
        Region cover = new Region();
        cover.getStyleClass().add("cover");
        cover.pseudoClassStateChanged(SELECTED, selected);
        cover.setManaged(false);
        cover.resizeRelocate(
                place.getMinX() + 1, place.getMinY(), Math.max(0, place.getWidth() - 1), place.getHeight());
        return cover;
    }

    private static EmojiView picture(Bounds place, Emoji emoji) {
        double size = Math.min(LARGEST, Math.min(place.getHeight(), Math.max(SMALLEST, place.getWidth())));
        EmojiView picture = new EmojiView(emoji, size);
        picture.setManaged(false);
        double width = picture.prefWidth(-1);
        picture.resizeRelocate(place.getCenterX() - width / 2, place.getCenterY() - size / 2, width, size);
        return picture;
    }
}

package io.lamplink.common.ui.emoji;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** JavaFX's own look of a text field, with pictures laid over blanks where its text has emoji. */
final class EmojiAreaSkin extends TextAreaSkin {

    /** How high pictures are, in parts of the font's size. */
    private static final double SIZE = 1.15;
    /** Nobody sees more of a field than this. */
    private static final int MOST_PICTURES = 1_000;

    private final EmojiArea area;
    private final Pane pictures = new Pane();
    private final Text content;
    private final Runnable afterLayout = this::draw;
    private boolean stale;

    EmojiAreaSkin(EmojiArea area) {
        super(area);
        this.area = area;
        content = content();
        content.textProperty().subscribe(this::mask);
        pictures.getStyleClass().add("emoji-overlay");
        pictures.setManaged(false);
        pictures.setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(area.widthProperty());
        clip.heightProperty().bind(area.heightProperty());
        pictures.setClip(clip);
        getChildren().add(pictures);
        registerInvalidationListener(area.scrollTopProperty(), _ -> redraw());
        registerInvalidationListener(area.layoutBoundsProperty(), _ -> redraw());
        registerInvalidationListener(area.fontProperty(), _ -> redraw());
        area.sceneProperty().subscribe(this::move);
        move(null, area.getScene());
    }

    /** The node that shows the text; the prompt is another. */
    private Text content() {
        Parent scrolled = (Parent) ((ScrollPane) getChildren().getFirst()).getContent();
        return scrolled.getChildrenUnmodifiable().stream()
                .filter(Group.class::isInstance)
                .flatMap(group -> ((Group) group).getChildren().stream())
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void mask(String shown) {
        if (shown.equals(area.textProperty().getValueSafe())) {
            content.setText(EmojiMask.of(shown, area.emoji()));
        }
        redraw();
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
        area.requestLayout();
    }

    /** Places are known only when the field has laid out its text. */
    private void draw() {
        if (!stale) {
            return;
        }
        stale = false;
        List<Node> drawn = new ArrayList<>();
        area.emoji().stream().limit(MOST_PICTURES).forEach(emoji -> add(drawn, emoji));
        pictures.getChildren().setAll(drawn);
    }

    private void add(List<Node> drawn, EmojiSet.Match emoji) {
        Path shape = new Path(content.getRangeShape(emoji.start(), emoji.start() + EmojiMask.visible(emoji), false));
        shape.setStroke(null);
        shape.setFill(Color.BLACK); // Never drawn; a path without either has no bounds.
        Bounds place = area.sceneToLocal(content.localToScene(shape.getLayoutBounds()));
        if (place.getMaxY() < 0 || place.getMinY() > area.getHeight()) {
            return;
        }
        double size = Math.rint(area.getFont().getSize() * SIZE);
        EmojiView picture = new EmojiView(emoji.emoji(), size);
        picture.setManaged(false);
        picture.relocate(
                place.getCenterX() - picture.getFitWidth() / 2, place.getCenterY() - picture.getFitHeight() / 2);
        drawn.add(picture);
    }

    @Override
    public void moveCaret(TextUnit unit, Direction direction, boolean select) {
        Optional<EmojiSet.Match> passed =
                unit != TextUnit.CHARACTER ? Optional.empty() : passed(area.getCaretPosition(), direction);
        if (passed.isEmpty()) {
            super.moveCaret(unit, direction, select);
        } else {
            int to = direction == Direction.RIGHT
                    ? passed.get().end()
                    : passed.get().start();
            area.selectRange(to, to);
        }
    }

    private Optional<EmojiSet.Match> passed(int from, Direction direction) {
        return direction == Direction.RIGHT ? area.emojiAfter(from) : area.emojiBefore(from);
    }

    @Override
    public void dispose() {
        Scene scene = area.getScene();
        if (scene != null) {
            scene.removePostLayoutPulseListener(afterLayout);
        }
        super.dispose();
    }
}

package io.lamplink.common.ui.emoji;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What a label shows in place of its text: the same with emoji as pictures, in the label's font and colour, cut with an
 * ellipsis or wrapped as the label would. It is the label's graphic, and as high as its text.
 */
final class EmojiText extends Region {

    /** How high pictures are, in parts of the font's size: no higher than a line. */
    private static final double SIZE = 1.2;

    private final TextFlow flow = new TextFlow();
    private final Text ruler = new Text();
    private String text;
    private String drawn = "";
    private @Nullable Labeled label;
    private Subscription following = Subscription.EMPTY;

    EmojiText(String text) {
        this.text = text;
        getStyleClass().add("emoji-text");
        setMouseTransparent(true);
        setMinSize(0, USE_PREF_SIZE);
        getChildren().add(flow);
        parentProperty().subscribe(this::follow);
    }

    void show(String other) {
        text = other;
        requestLayout();
    }

    private void follow(@Nullable Parent parent) {
        following.unsubscribe();
        label = parent instanceof Labeled labeled ? labeled : null;
        following = label == null ? Subscription.EMPTY : follow(label);
        drawn = "";
    }

    private Subscription follow(Labeled labeled) {
        return Subscription.combine(
                labeled.fontProperty().subscribe(this::restyle),
                labeled.textFillProperty().subscribe(this::restyle),
                labeled.widthProperty().subscribe(this::requestLayout));
    }

    private void restyle() {
        drawn = "";
        requestLayout();
    }

    private Font font() {
        return label == null ? Font.getDefault() : label.getFont();
    }

    private boolean wraps() {
        return label != null && label.isWrapText();
    }

    @Override
    public Orientation getContentBias() {
        return wraps() ? Orientation.HORIZONTAL : super.getContentBias();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(width(text));
    }

    /** A label with a graphic alone asks for its height without a width; the label's own is the best guess. */
    @Override
    protected double computePrefHeight(double width) {
        double line = lineHeight();
        if (!wraps() || label == null) {
            return line;
        }
        double room = width >= 0 ? width : label.getWidth() - label.snappedLeftInset() - label.snappedRightInset();
        draw(text);
        return room > 0 ? Math.max(line, flow.prefHeight(room)) : line;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean cut = !wraps() && width + 0.5 < width(text);
        draw(cut ? cut(width) : text);
        flow.resizeRelocate(0, 0, wraps() ? width : Math.max(width, flow.prefWidth(-1)), getHeight());
    }

    private String cut(double width) {
        return label == null
                ? text
                : Ellipsis.cut(
                        text, label.getEllipsisString(), label.getTextOverrun(), shorter -> width(shorter) <= width);
    }

    private void draw(String shown) {
        if (shown.equals(drawn)) {
            return;
        }
        drawn = shown;
        List<Node> pieces = EmojiPieces.of(shown).stream().map(this::node).toList();
        flow.getChildren().setAll(pieces);
    }

    private Node node(EmojiPieces.Piece piece) {
        return switch (piece) {
            case EmojiPieces.Words words -> {
                Text node = new Text(words.text());
                node.setFont(font());
                if (label != null) {
                    node.setFill(label.getTextFill());
                }
                yield node;
            }
            case EmojiPieces.Picture picture -> new EmojiView(picture.emoji(), size());
        };
    }

    private double size() {
        return Math.rint(font().getSize() * SIZE);
    }

    private double width(String shown) {
        return EmojiPieces.of(shown).stream()
                .mapToDouble(piece -> switch (piece) {
                    case EmojiPieces.Words words -> measure(words.text()).getWidth();
                    case EmojiPieces.Picture _ -> EmojiView.width(size());
                })
                .sum();
    }

    private double lineHeight() {
        return Math.ceil(measure("国g").getHeight());
    }

    private Bounds measure(String words) {
        ruler.setFont(font());
        ruler.setText(words);
        return ruler.getLayoutBounds();
    }
}

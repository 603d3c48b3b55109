package io.lamplink.common.ui.control;

import io.lamplink.common.history.HistoryHits.Mark;
import io.lamplink.common.ui.control.FlatText.Range;
import io.lamplink.common.ui.emoji.EmojiView;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * A text with links and coloured emoji of which a part can be shown as selected; who selects is {@link SelectingHand}. The
 * mouse finds this node and never one of its letters: these are other nodes as soon as the cell shows another line, and a
 * drag that began on one would be lost with it.
 */
final class SelectableText extends TextFlow {

    private final double emojiSize;
    private final double fewEmojiSize;
    private final Path highlight = new Path();
    private final Path found = new Path();
    private final Map<Text, URI> links = new HashMap<>();
    private List<Mark> marks = List.of();
    private FlatText flat = new FlatText(List.of());
    private Range selected = Range.NONE;
    private Consumer<URI> onLink = _ -> {};

    /** The only text, while there is nothing else. */
    private @Nullable Text words;

    /**
     * A text.
     *
     * @param emojiSize how high emoji are among words
     * @param fewEmojiSize how high they are where there are few and nothing else
     */
    SelectableText(double emojiSize, double fewEmojiSize) {
        this.emojiSize = emojiSize;
        this.fewEmojiSize = fewEmojiSize;
        getStyleClass().add("selectable-text");
        setAccessibleRole(AccessibleRole.TEXT);
        setCursor(Cursor.TEXT);
        setPickOnBounds(true);
        highlight.getStyleClass().add("highlight");
        highlight.setManaged(false);
        highlight.setMouseTransparent(true);
        found.getStyleClass().add("found");
        found.setManaged(false);
        found.setMouseTransparent(true);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        widthProperty().addListener(_ -> requestLayout());
    }

    void setOnLink(Consumer<URI> opener) {
        onLink = opener;
    }

    /** Shows {@code text}, which must be safe to show, with stretches of it marked as what was looked for. */
    void show(String text, List<Mark> looked) {
        marks = looked;
        flat = FlatText.of(text);
        selected = Range.NONE;
        links.clear();
        put(flat.pieces());
        setAccessibleText(text);
        Reading.show(this, text);
        requestLayout();
    }

    /** Nearly every line is words alone: a node that holds some takes others without being styled anew. */
    private void put(List<Segment> pieces) {
        if (pieces.size() == 1 && pieces.getFirst() instanceof Segment.Words only) {
            putWords(only.text());
        } else {
            words = null;
            double size = Segment.areFewEmoji(pieces) ? fewEmojiSize : emojiSize;
            List<Node> nodes = new ArrayList<>(List.of(found, highlight));
            pieces.forEach(piece -> nodes.add(node(piece, size)));
            getChildren().setAll(nodes);
        }
    }

    private void putWords(String text) {
        Text node = words;
        if (node == null) {
            node = transparent(new Text());
            words = node;
            getChildren().setAll(found, highlight, node);
        }
        node.setText(text);
    }

    /** What it shows. */
    FlatText flat() {
        return flat;
    }

    /** Shows a stretch as selected. */
    void select(Range range) {
        int length = flat.length();
        Range within = new Range(Math.min(range.from(), length), Math.min(range.to(), length));
        if (!within.equals(selected)) {
            selected = within;
            drawHighlight();
            requestLayout();
        }
    }

    /** The place nearest to a point, in this node's own coordinates; the point may be outside. */
    int placeAt(Point2D point) {
        if (point.getY() < 0) {
            return 0;
        }
        return point.getY() > getHeight() ? flat.length() : getHitInfo(point).getInsertionIndex();
    }

    private Node node(Segment piece, double size) {
        return switch (piece) {
            case Segment.Words words -> transparent(new Text(words.text()));
            case Segment.Picture picture -> new EmojiView(picture.emoji(), size);
            case Segment.Link link -> link(link);
        };
    }

    private Text link(Segment.Link link) {
        Text text = transparent(new Text(link.text()));
        text.getStyleClass().add("link");
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        text.setAccessibleText(link.text());
        links.put(text, link.address());
        return text;
    }

    private static Text transparent(Text text) {
        text.setMouseTransparent(true);
        return text;
    }

    private void point(MouseEvent event) {
        setCursor(linkAt(event).isPresent() ? Cursor.HAND : Cursor.TEXT);
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            linkAt(event).ifPresent(onLink);
        }
    }

    private Optional<URI> linkAt(MouseEvent event) {
        Point2D point = new Point2D(event.getX(), event.getY());
        return links.entrySet().stream()
                .filter(link -> link.getKey().contains(link.getKey().parentToLocal(point)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void drawFound() {
        found.getElements().clear();
        for (Mark mark : marks) {
            found.getElements().addAll(getRangeShape(flat.placeOf(mark.from()), flat.placeOf(mark.to()), false));
        }
    }

    private void drawHighlight() {
        if (selected.isEmpty()) {
            highlight.getElements().clear();
        } else {
            highlight.getElements().setAll(getRangeShape(selected.from(), selected.to(), false));
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        drawFound();
        drawHighlight();
    }
}

package io.lamplink.common.ui.control;

import io.lamplink.common.history.HistoryHits.Mark;
import io.lamplink.common.ui.control.FlatText.Range;
import io.lamplink.common.ui.emoji.EmojiView;
import io.lamplink.common.ui.fx.OnDemand;
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
import javafx.scene.shape.PathElement;
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
    private final OnDemand<Path> found = new OnDemand<>(() -> beneath("found", 0));
    private final OnDemand<Path> highlight = new OnDemand<>(this::makeHighlight);
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
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        widthProperty().addListener(_ -> requestLayout());
    }

    private Path makeHighlight() {
        int aboveFound = getChildren().isEmpty()
                        || !getChildren().getFirst().getStyleClass().contains("found")
                ? 0
                : 1;
        return beneath("highlight", aboveFound);
    }

    /** What stands behind the letters; most lines never have any. */
    private Path beneath(String styleClass, int place) {
        Path made = new Path();
        made.getStyleClass().add(styleClass);
        made.setManaged(false);
        made.setMouseTransparent(true);
        getChildren().add(place, made);
        return made;
    }

    void setOnLink(Consumer<URI> opener) {
        onLink = opener;
    }

    /** Shows {@code text}, which must be safe to show, with stretches of it marked as what was looked for. */
    void show(String text, List<Mark> looked) {
        marks = looked;
        if (!marks.isEmpty()) {
            found.get(); // It can't be added while the line is laid out.
        }
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
            List<Node> nodes = behind();
            pieces.forEach(piece -> nodes.add(node(piece, size)));
            getChildren().setAll(nodes);
        }
    }

    private void putWords(String text) {
        Text node = words;
        if (node == null) {
            node = transparent(new Text());
            words = node;
            List<Node> nodes = behind();
            nodes.add(node);
            getChildren().setAll(nodes);
        }
        node.setText(text);
    }

    private List<Node> behind() {
        List<Node> nodes = new ArrayList<>();
        found.ifMade(nodes::add);
        highlight.ifMade(nodes::add);
        return nodes;
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
        List<PathElement> shapes = new ArrayList<>();
        for (Mark mark : marks) {
            shapes.addAll(List.of(getRangeShape(flat.placeOf(mark.from()), flat.placeOf(mark.to()), false)));
        }
        draw(found, shapes);
    }

    private void drawHighlight() {
        draw(highlight, selected.isEmpty() ? List.of() : List.of(getRangeShape(selected.from(), selected.to(), false)));
    }

    private static void draw(OnDemand<Path> path, List<PathElement> shapes) {
        if (shapes.isEmpty()) {
            path.ifMade(made -> made.getElements().clear());
        } else {
            path.get().getElements().setAll(shapes);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        drawFound();
        drawHighlight();
    }
}

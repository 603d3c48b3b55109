package io.lamplink.common.ui.control;

import io.lamplink.common.history.HistoryHits.Mark;
import io.lamplink.common.ui.emoji.EmojiView;
import java.net.URI;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/**
 * A text with links and coloured emoji of which a part can be selected with the mouse: drag, double click for a word,
 * triple click for all.
 */
final class SelectableText extends TextFlow {

    private final double emojiSize;
    private final double fewEmojiSize;
    private final Path highlight = new Path();
    private final Path found = new Path();
    private List<Mark> marks = List.of();
    private final List<Segment> segments = new ArrayList<>();
    private Consumer<URI> onLink = _ -> {};
    private boolean selecting;
    private int anchor;
    private int caret;

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
        highlight.getStyleClass().add("highlight");
        highlight.setManaged(false);
        highlight.setMouseTransparent(true);
        found.getStyleClass().add("found");
        found.setManaged(false);
        found.setMouseTransparent(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> selecting = false);
        widthProperty().addListener(_ -> requestLayout());
    }

    void setOnLink(Consumer<URI> opener) {
        onLink = opener;
    }

    /** Shows {@code text}, which must be safe to show. */
    void show(String text) {
        show(text, List.of());
    }

    /** Shows {@code text}, which must be safe to show, with stretches of it marked as what was looked for. */
    void show(String text, List<Mark> looked) {
        marks = looked;
        segments.clear();
        segments.addAll(Segment.of(text));
        getChildren().setAll(found, highlight);
        double size = Segment.areFewEmoji(segments) ? fewEmojiSize : emojiSize;
        segments.forEach(segment -> getChildren().add(node(segment, size)));
        setAccessibleText(text);
        Reading.show(this, text);
        select(0, 0);
    }

    /** What is selected; empty if nothing is. */
    String selection() {
        StringBuilder selected = new StringBuilder();
        int position = 0;
        for (Segment segment : segments) {
            int length = length(segment);
            int from = Math.clamp(first() - position, 0, length);
            int to = Math.clamp(last() - position, 0, length);
            if (segment instanceof Segment.Picture) {
                selected.append(from < to ? segment.text() : "");
            } else {
                selected.append(segment.text(), from, to);
            }
            position += length;
        }
        return selected.toString();
    }

    /** The addresses in the text. */
    List<URI> links() {
        return segments.stream()
                .filter(Segment.Link.class::isInstance)
                .map(segment -> ((Segment.Link) segment).address())
                .toList();
    }

    void clearSelection() {
        select(0, 0);
    }

    void selectAll() {
        select(0, total());
    }

    private Node node(Segment segment, double size) {
        return switch (segment) {
            case Segment.Words words -> new Text(words.text());
            case Segment.Picture picture -> new EmojiView(picture.emoji(), size);
            case Segment.Link link -> link(link);
        };
    }

    private Text link(Segment.Link link) {
        Text text = new Text(link.text());
        text.getStyleClass().add("link");
        text.setCursor(Cursor.HAND);
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        text.setAccessibleText(link.text());
        text.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                onLink.accept(link.address());
            }
        });
        return text;
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        selecting = true;
        int index = indexAt(event);
        switch (event.getClickCount()) {
            case 2 -> selectWord(index);
            case 3 -> selectAll();
            default -> select(event.isShiftDown() ? anchor : index, index);
        }
    }

    private void drag(MouseEvent event) {
        if (selecting) {
            select(anchor, indexAt(event));
            event.consume();
        }
    }

    private int indexAt(MouseEvent event) {
        return getHitInfo(new Point2D(event.getX(), event.getY())).getInsertionIndex();
    }

    private void selectWord(int index) {
        StringBuilder flat = new StringBuilder();
        segments.forEach(segment -> flat.append(segment instanceof Segment.Picture ? "\uFFFC" : segment.text()));
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(flat.toString());
        int position = Math.min(index, Math.max(0, flat.length() - 1));
        int end = words.following(position);
        select(words.previous(), end == BreakIterator.DONE ? flat.length() : end);
    }

    private void select(int from, int to) {
        anchor = from;
        caret = to;
        requestLayout();
        drawHighlight();
    }

    private void drawFound() {
        found.getElements().clear();
        for (Mark mark : marks) {
            found.getElements().addAll(getRangeShape(place(mark.from()), place(mark.to()), false));
        }
    }

    /** Where the text flow has what is at {@code index} of the text. */
    private int place(int index) {
        int left = index;
        int place = 0;
        for (Segment segment : segments) {
            int length = segment.text().length();
            if (left < length) {
                return place + (segment instanceof Segment.Picture ? 0 : left);
            }
            left -= length;
            place += length(segment);
        }
        return place;
    }

    private void drawHighlight() {
        if (first() == last()) {
            highlight.getElements().clear();
        } else {
            highlight.getElements().setAll(getRangeShape(first(), last(), false));
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        drawFound();
        drawHighlight();
    }

    private int first() {
        return Math.min(anchor, caret);
    }

    private int last() {
        return Math.max(anchor, caret);
    }

    private int total() {
        return segments.stream().mapToInt(SelectableText::length).sum();
    }

    /** A picture counts as one character, as the text flow counts it. */
    private static int length(Segment segment) {
        return segment instanceof Segment.Picture ? 1 : segment.text().length();
    }
}

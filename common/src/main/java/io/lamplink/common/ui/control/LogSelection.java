package io.lamplink.common.ui.control;

import io.lamplink.common.ui.control.FlatText.Range;
import java.util.Comparator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is selected in the log: everything between two spots, which may be in different lines. It is kept by the numbers of
 * lines and places in their texts, so it outlives the nodes that show it.
 */
final class LogSelection {

    /** The place after the last one of a line, whatever its length. */
    static final int END = Integer.MAX_VALUE;

    private static final Comparator<Spot> IN_ORDER =
            Comparator.comparingInt(Spot::line).thenComparingInt(Spot::place);

    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
    private @Nullable Spot anchor;
    private @Nullable Spot caret;

    /**
     * A spot in the log.
     *
     * @param line 0 for the oldest
     * @param place in the line's text, {@link #END} for its end
     */
    record Spot(int line, int place) {}

    /** Changes whenever something else is selected. */
    ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Nothing is selected any more; {@link #extend} starts from here. */
    void start(Spot spot) {
        set(spot, spot);
    }

    /** Selects from where it started to {@code spot}. */
    void extend(Spot spot) {
        set(anchor == null ? spot : anchor, spot);
    }

    void set(Spot from, Spot to) {
        anchor = from;
        caret = to;
        changed();
    }

    void clear() {
        anchor = null;
        caret = null;
        changed();
    }

    boolean isEmpty() {
        return anchor == null || anchor.equals(caret);
    }

    /** Where it started; null if nothing was. */
    @Nullable
    Spot anchor() {
        return anchor;
    }

    /** Where {@link #extend} was last; null if nothing was started. */
    @Nullable
    Spot caret() {
        return caret;
    }

    /** The first line of which something may be selected. */
    int firstLine() {
        return first().line();
    }

    /** The last line of which something may be selected. */
    int lastLine() {
        return last().line();
    }

    /** What is selected of a line; its end may be {@link #END}. */
    Range in(int line) {
        if (isEmpty() || line < firstLine() || line > lastLine()) {
            return Range.NONE;
        }
        return new Range(line == firstLine() ? first().place() : 0, line == lastLine() ? last().place() : END);
    }

    /** Lines came or went at {@code from}: what is selected stays so, or nothing is if a part of it is gone. */
    void shift(int from, int removed, int added) {
        if (anchor == null) {
            return;
        }
        if (lastLine() < from || (removed == added && removed == 1)) {
            return; // What is behind does not matter, and a message that is delivered is the same message.
        }
        if (firstLine() < from + removed) {
            clear();
        } else {
            set(moved(anchor, added - removed), moved(caret, added - removed));
        }
    }

    private static Spot moved(@Nullable Spot spot, int lines) {
        return spot == null ? new Spot(0, 0) : new Spot(spot.line() + lines, spot.place());
    }

    private Spot first() {
        Spot one = anchor;
        Spot other = caret;
        return one == null || other == null ? new Spot(0, 0) : IN_ORDER.compare(one, other) <= 0 ? one : other;
    }

    private Spot last() {
        Spot one = anchor;
        Spot other = caret;
        return one == null || other == null ? new Spot(0, 0) : IN_ORDER.compare(one, other) <= 0 ? other : one;
    }

    private void changed() {
        version.set(version.get() + 1);
    }
}

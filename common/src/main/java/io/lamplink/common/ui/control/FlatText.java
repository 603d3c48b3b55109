package io.lamplink.common.ui.control;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/**
 * A text with its places counted as a text flow counts them: a letter is one place for each {@code char} of it, and a picture
 * is one place, however many it is written with.
 */
record FlatText(List<Segment> pieces) {

    /** A stretch from one place to another; empty if they are the same. */
    record Range(int from, int to) {
        static final Range NONE = new Range(0, 0);

        boolean isEmpty() {
            return from >= to;
        }
    }

    FlatText {
        pieces = List.copyOf(pieces);
    }

    /** The places of {@code text}. */
    static FlatText of(String text) {
        return new FlatText(Segment.of(text));
    }

    /** How many places there are. */
    int length() {
        return pieces.stream().mapToInt(FlatText::length).sum();
    }

    /** What is written between two places; those before the first or after the last place count as these. */
    String between(int from, int to) {
        StringBuilder written = new StringBuilder();
        int position = 0;
        for (Segment piece : pieces) {
            int length = length(piece);
            int first = Math.clamp((long) from - position, 0, length);
            int last = Math.clamp((long) to - position, 0, length);
            if (first < last) {
                boolean whole = piece instanceof Segment.Picture;
                written.append(whole ? piece.text() : piece.text().substring(first, last));
            }
            position += length;
        }
        return written.toString();
    }

    /** The word at a place, or what stands between two words. */
    Range wordAt(int place) {
        StringBuilder flat = new StringBuilder();
        pieces.forEach(piece -> flat.append(piece instanceof Segment.Picture ? "\uFFFC" : piece.text()));
        if (flat.isEmpty()) {
            return Range.NONE;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(flat.toString());
        int end = words.following(Math.min(place, flat.length() - 1));
        return new Range(words.previous(), end == BreakIterator.DONE ? flat.length() : end);
    }

    /** The place of what is at {@code index} of the text as it is written. */
    int placeOf(int index) {
        int left = index;
        int place = 0;
        for (Segment piece : pieces) {
            int length = piece.text().length();
            if (left < length) {
                return place + (piece instanceof Segment.Picture ? 0 : left);
            }
            left -= length;
            place += length(piece);
        }
        return place;
    }

    private static int length(Segment piece) {
        return piece instanceof Segment.Picture ? 1 : piece.text().length();
    }
}

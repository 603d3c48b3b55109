package io.lamplink.common.ui.emoji;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.control.OverrunStyle;

/** Shortens a text that has no room, where its label would: at its end, at its beginning or in its middle. */
final class Ellipsis {

    private Ellipsis() {}

    /**
     * The most of {@code text} that {@code fits}, with {@code sign} where something is left away; whole letters and emoji
     * only.
     */
    static String cut(String text, String sign, OverrunStyle style, Predicate<String> fits) {
        List<Integer> ends = letters(text);
        int least = 0;
        int most = ends.size() - 2;
        while (least < most) {
            int middle = (least + most + 1) / 2;
            if (fits.test(keep(text, ends, middle, sign, style))) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return keep(text, ends, least, sign, style);
    }

    /** Where letters end, 0 first. */
    private static List<Integer> letters(String text) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        List<Integer> ends = new ArrayList<>();
        for (int end = letters.first(); end != BreakIterator.DONE; end = letters.next()) {
            ends.add(end);
        }
        return ends;
    }

    private static String keep(String text, List<Integer> ends, int count, String sign, OverrunStyle style) {
        int last = ends.size() - 1;
        int before = switch (style) {
            case LEADING_ELLIPSIS, LEADING_WORD_ELLIPSIS -> 0;
            case CENTER_ELLIPSIS, CENTER_WORD_ELLIPSIS -> (count + 1) / 2;
            case CLIP, ELLIPSIS, WORD_ELLIPSIS -> count;
        };
        String start = text.substring(0, ends.get(before));
        String end = text.substring(ends.get(last - (count - before)));
        return start.stripTrailing() + sign + end;
    }
}

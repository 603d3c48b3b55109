package io.lamplink.common.ui.control;

import java.util.List;

/**
 * One emoji that can be drawn. Immutable.
 *
 * @param sequence its characters, fully qualified
 * @param column place on the sheet
 * @param row place on the sheet
 * @param category 0 to 8, in the picker's order
 * @param name in English, as Unicode calls it
 * @param words more words to find it by
 * @param tones the same emoji in the five skin tones, light to dark; empty where it has none
 */
record Emoji(String sequence, int column, int row, int category, String name, String words, List<Emoji> tones) {
    Emoji {
        tones = List.copyOf(tones);
    }

    /** With skin tone {@code tone}: 0 for none, 1 (light) to 5 (dark). */
    Emoji toned(int tone) {
        return tone == 0 || tones.isEmpty() ? this : tones.get(tone - 1);
    }

    boolean matches(String lowerCaseQuery) {
        return name.contains(lowerCaseQuery) || words.contains(lowerCaseQuery);
    }
}

package io.lamplink.common.ui.emoji;

import java.util.List;

/**
 * One emoji that can be drawn. Immutable.
 *
 * @param sequence its characters, fully qualified
 * @param place where its picture is, from 0
 * @param base the place of the same emoji without skin tone, which is where its name is
 * @param tone its skin: 1 (light) to 5 (dark), 0 for none or for several
 * @param group 0 to 8, in the picker's order
 * @param tones the same emoji in the five skin tones, light to dark; empty where it has none
 */
public record Emoji(String sequence, int place, int base, int tone, int group, List<Emoji> tones) {

    /** How many skin tones there are. */
    static final int TONES = 5;

    /** Copies the list. */
    public Emoji {
        tones = List.copyOf(tones);
    }

    /** With another skin: 0 for none, 1 (light) to 5 (dark); the same where it has no skin. */
    public Emoji toned(int other) {
        return other == 0 || tones.isEmpty() ? this : tones.get(other - 1);
    }
}

package io.lamplink.common.ui.control;

import io.lamplink.common.ui.emoji.ColourEmoji;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** What others have named may be cut where it has no room, as long as it can be read as a whole. */
public final class Whole {
    private Whole() {}

    /** Has a tooltip tell all that {@code label} says, whatever that becomes. */
    public static <T extends Labeled> T inTooltip(T label) {
        Tooltip whole = ColourEmoji.in(new Tooltip());
        whole.textProperty().bind(label.textProperty());
        label.setTooltip(whole);
        return label;
    }
}

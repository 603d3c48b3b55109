package io.lamplink.common.ui.theme;

import javafx.scene.input.KeyCodeCombination;

/** Something that keys do; as an argument of a text it is written as the keys are called. */
public interface Keyed {
    /** The keys, pressed together. */
    KeyCodeCombination keys();
}

package io.lamplink.common.ui.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The colours that tell writers apart, as the pseudo-classes {@code :name-a} to {@code :name-h}; themes say what they are. */
enum NameColour {
    NAME_A,
    NAME_B,
    NAME_C,
    NAME_D,
    NAME_E,
    NAME_F,
    NAME_G,
    NAME_H;

    private static final List<NameColour> ALL = Arrays.asList(values());

    /** The colour of a name: the same each time and in every window. */
    static NameColour of(String name) {
        int mixed = name.hashCode() * 0x9E3779B9; // Names that differ in their last letter would get neighbours.
        return ALL.get((mixed >>> 16) % ALL.size());
    }

    private PseudoClass pseudoClass() {
        return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Lets {@code node} have {@code colour}, or with null none. */
    static void show(Node node, @Nullable NameColour colour) {
        for (NameColour each : ALL) {
            node.pseudoClassStateChanged(each.pseudoClass(), each == colour);
        }
    }
}

package io.lamplink.common.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** What lays out the lines of a list and moves them. */
final class ListFlow {
    private ListFlow() {}

    /** That of {@code list}; nothing before it has been shown. Found without a selector, so that each pulse may ask. */
    static Optional<VirtualFlow<?>> of(ListView<?> list) {
        for (Node child : list.getChildrenUnmodifiable()) {
            if (child instanceof VirtualFlow<?> flow) {
                return Optional.of(flow);
            }
        }
        return Optional.empty();
    }
}

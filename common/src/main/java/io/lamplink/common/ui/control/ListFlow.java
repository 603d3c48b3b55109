package io.lamplink.common.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** What lays out the lines of a list and moves them. */
final class ListFlow {
    private ListFlow() {}

    /**
     * Chooses the last line in sight when somebody comes to {@code list} by keyboard and none is chosen: where only the chosen
     * line has a ring, nobody would see where they are, and arrows would begin at the first line.
     */
    static void chooseOnEntry(ListView<?> list) {
        list.focusVisibleProperty().subscribe(entered -> {
            if (entered && list.getSelectionModel().isEmpty()) {
                of(list).map(VirtualFlow::getLastVisibleCell)
                        .ifPresent(cell -> list.getSelectionModel().select(cell.getIndex()));
            }
        });
    }

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

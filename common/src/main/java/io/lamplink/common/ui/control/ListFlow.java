package io.lamplink.common.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** What lays out the lines of a list and moves them. */
final class ListFlow {
    private ListFlow() {}

    /**
     * Chooses the last line in sight when somebody comes to {@code list} by keyboard and none in sight is chosen: where only the
     * chosen line has a ring, nobody would see where they are, and arrows would lead far away.
     */
    static void chooseOnEntry(ListView<?> list) {
        list.focusVisibleProperty().subscribe(entered -> {
            if (entered) {
                of(list).ifPresent(flow -> chooseInSight(list, flow));
            }
        });
    }

    private static void chooseInSight(ListView<?> list, VirtualFlow<?> flow) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        int chosen = list.getSelectionModel().getSelectedIndex();
        if (first != null && last != null && (chosen < first.getIndex() || chosen > last.getIndex())) {
            list.getSelectionModel().clearAndSelect(last.getIndex());
        }
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

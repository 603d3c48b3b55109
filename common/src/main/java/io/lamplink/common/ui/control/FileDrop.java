package io.lamplink.common.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A node on which files can be dropped: it has the pseudo-class {@code :dropping} while some are held above it. */
public final class FileDrop {

    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final Node node;
    private final BooleanSupplier takes;

    /**
     * Lets files be dropped on {@code node}. A node within it that takes them itself goes before it, and it still has the
     * pseudo-class meanwhile.
     *
     * @param takes whether it takes them now
     * @param over hears whether files are held above it
     * @param dropped gets them
     */
    public static void on(Node node, BooleanSupplier takes, Consumer<Boolean> over, Consumer<List<Path>> dropped) {
        FileDrop drop = new FileDrop(node, takes);
        node.addEventHandler(DragEvent.DRAG_OVER, event -> drop.over(event, over));
        node.addEventHandler(DragEvent.DRAG_EXITED, _ -> drop.leave(over));
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> drop.drop(event, over, dropped));
    }

    private FileDrop(Node node, BooleanSupplier takes) {
        this.node = node;
        this.takes = takes;
    }

    private void over(DragEvent event, Consumer<Boolean> over) {
        if (!event.getDragboard().hasFiles()) {
            return;
        }
        over.accept(true);
        node.pseudoClassStateChanged(DROPPING, true);
        if (takes.getAsBoolean()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
    }

    private void leave(Consumer<Boolean> over) {
        node.pseudoClassStateChanged(DROPPING, false);
        over.accept(false);
    }

    private void drop(DragEvent event, Consumer<Boolean> over, Consumer<List<Path>> dropped) {
        leave(over);
        if (event.isDropCompleted() || !event.getDragboard().hasFiles() || !takes.getAsBoolean()) {
            return;
        }
        event.setDropCompleted(true);
        dropped.accept(
                event.getDragboard().getFiles().stream().map(File::toPath).toList());
    }
}

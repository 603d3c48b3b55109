package io.lamplink.common.ui.testkit;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Files that are dragged from another program, which the headless platform cannot do by itself. */
public final class Drag {

    private final List<File> files;

    /** A drag of {@code files}. */
    public Drag(Path... files) {
        this.files = List.of(files).stream().map(Path::toFile).toList();
    }

    /** Holds them above {@code node}. */
    public void over(Node node) {
        fire(node, DragEvent.DRAG_OVER);
    }

    /** Takes them away from {@code node}, and from {@code around} it. */
    public void leave(Node node, Node around) {
        fire(node, DragEvent.DRAG_EXITED);
        fire(around, DragEvent.DRAG_EXITED);
    }

    /** Lets them fall on {@code node}. */
    public void drop(Node node) {
        fire(node, DragEvent.DRAG_DROPPED);
    }

    private void fire(Node node, EventType<DragEvent> type) {
        Fx.run(() -> fireNow(node, type));
        Fx.settle();
    }

    /** Lets them fall on {@code node}; on the JavaFX thread, where a question may wait for its answer. */
    void dropNow(Node node) {
        fireNow(node, DragEvent.DRAG_DROPPED);
    }

    private void fireNow(Node node, EventType<DragEvent> type) {
        Dragboard board = DragboardHelper.createDragboard(fromElsewhere());
        board.setContent(Map.of(DataFormat.FILES, files));
        Event.fireEvent(node, new DragEvent(type, board, 9, 9, 9, 9, TransferMode.COPY, null, null, null));
    }

    /** The toolkit's clipboard within one program, which knows no transfer modes, as another program would offer it. */
    private static TKClipboard fromElsewhere() {
        TKClipboard local = Toolkit.getToolkit().createLocalClipboard();
        return (TKClipboard) Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (_, method, arguments) -> method.getName().equals("getTransferModes")
                        ? EnumSet.of(TransferMode.COPY)
                        : method.invoke(local, arguments));
    }
}

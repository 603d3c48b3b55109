package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.FieldMenus;
import io.lamplink.common.ui.control.RestingCaret;
import io.lamplink.common.ui.keys.Shortcut;
import java.util.EnumSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** A window that belongs to another one and shows something of it: content, a foot with its buttons, and Close. */
public final class SideWindow {

    /** What its owner's keys do in it, too. */
    private static final Set<Shortcut> OWNERS =
            EnumSet.of(Shortcut.HELP, Shortcut.ABOUT, Shortcut.SETTINGS, Shortcut.STATUS, Shortcut.EXIT);

    private final Stage stage = new Stage();

    /**
     * A window that is not open yet.
     *
     * @param titleKey names the text of its title
     * @param id of the pane that holds all
     * @param first what is at the beginning of the foot: buttons
     */
    public SideWindow(
            WindowFrame frame, String titleKey, String id, Node content, double width, double height, Node... first) {
        Button close = new Button();
        close.textProperty().bind(frame.texts().bind("stats.close.button"));
        close.setDefaultButton(true);
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> stage.hide());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(first);
        foot.getChildren().addAll(space, close);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("foot");
        VBox pane = new VBox(content, foot);
        pane.setId(id);
        pane.getStyleClass().add("side-window");
        Scene scene = new Scene(
                pane, ScreenRoom.here().width(width), ScreenRoom.here().height(height));
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> handOn(key, frame.stage()));
        frame.look().follow(scene);
        RestingCaret.in(scene);
        FieldMenus.in(scene, frame.texts());
        stage.setScene(scene);
        stage.initOwner(frame.stage());
        frame.stage().addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> stage.hide()); // Not every platform does it.
        stage.titleProperty().bind(frame.texts().bind(titleKey));
        stage.getIcons().setAll(AppIcon.images());
    }

    private static void handOn(KeyEvent key, Stage owner) {
        if (OWNERS.stream().anyMatch(one -> one.in(key))) {
            key.consume();
            Node root = owner.getScene().getRoot();
            root.fireEvent(key.copyFor(root, root));
        }
    }

    /** Whether it is open. */
    boolean isShowing() {
        return stage.isShowing();
    }

    /** Opens it, or brings it to the front. */
    public void show() {
        if (!stage.isShowing()) {
            OwnersMiddle.put(stage);
            stage.show();
        }
        stage.toFront();
    }
}

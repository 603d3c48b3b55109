package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.ChatLog;
import io.lamplink.common.ui.control.Composer;
import io.lamplink.common.ui.control.StatusBar;
import io.lamplink.common.ui.control.TransferList;
import java.io.File;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The nodes that both windows have, by the names they have in the FXML.
 *
 * @param root the whole window
 * @param panes rail, centre, transfers and foot
 * @param centre header, log and composer
 */
public record Room(
        StackPane root,
        BorderPane panes,
        VBox centre,
        ChatLog chatLog,
        Composer composer,
        TransferList transferList,
        StatusBar statusBar,
        MenuButton themeButton,
        MenuButton languageButton) {

    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_BELOW = 880;

    /** Lets the nodes show what {@code model} knows, in {@code frame}'s look and language. */
    public void bind(ConversationViewModel model, WindowFrame frame) {
        SettingMenus.themes(themeButton, frame.look(), frame.texts());
        SettingMenus.languages(languageButton, frame.texts());
        chatLog.setItems(model.entries());
        chatLog.setOnLink(model::browse);
        composer.textProperty().bindBidirectional(model.draftProperty());
        composer.sendableProperty().bind(model.sendableProperty());
        composer.downloadableProperty().bind(model.downloadableProperty());
        composer.setOnSend(model::send);
        composer.setOnChooseFiles(model::chooseFiles);
        composer.setOnChooseFolder(model::chooseFolder);
        composer.setOnFiles(model::sendFiles);
        composer.setOnCut(model::tellCut);
        statusBar.stateProperty().bind(model.stateProperty());
        transferList.headingProperty().bind(model.transferSummaryProperty());
        transferList.show(model.transfers(), model.transferActions());
        takeDroppedFiles(model);
        root.widthProperty().subscribe(() -> arrange(model));
        model.transfers().subscribe(() -> arrange(model));
        arrange(model);
    }

    private void takeDroppedFiles(ConversationViewModel model) {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                root.pseudoClassStateChanged(DROPPING, true);
            }
            event.consume();
        });
        root.setOnDragExited(_ -> root.pseudoClassStateChanged(DROPPING, false));
        root.setOnDragDropped(event -> drop(event, model));
    }

    private void drop(DragEvent event, ConversationViewModel model) {
        root.pseudoClassStateChanged(DROPPING, false);
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            model.sendFiles(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }

    /** Transfers stand at the right where there is room, else between log and composer; without any they are away. */
    private void arrange(ConversationViewModel model) {
        boolean narrow = root.getWidth() > 0 && root.getWidth() < NARROW_BELOW;
        root.pseudoClassStateChanged(NARROW, narrow);
        boolean any = !model.transfers().isEmpty();
        if (narrow || !any) {
            panes.setRight(null);
        }
        if (!narrow || !any) {
            centre.getChildren().remove(transferList);
        }
        if (any && narrow && !centre.getChildren().contains(transferList)) {
            centre.getChildren().add(centre.getChildren().indexOf(composer), transferList);
        } else if (any && !narrow && panes.getRight() == null) {
            panes.setRight(transferList);
        }
    }
}

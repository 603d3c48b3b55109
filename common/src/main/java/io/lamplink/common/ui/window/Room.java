package io.lamplink.common.ui.window;

import io.lamplink.common.transfer.DaemonThreads;
import io.lamplink.common.ui.control.ChatLog;
import io.lamplink.common.ui.control.Composer;
import io.lamplink.common.ui.control.DropHint;
import io.lamplink.common.ui.control.FileDrop;
import io.lamplink.common.ui.control.SearchBar;
import io.lamplink.common.ui.control.StatusBar;
import io.lamplink.common.ui.control.Thumbnails;
import io.lamplink.common.ui.control.ToastPane;
import io.lamplink.common.ui.control.TransferList;
import io.lamplink.common.ui.control.WritingLine;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
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
        SearchBar searchBar,
        ChatLog chatLog,
        WritingLine writingLine,
        Composer composer,
        TransferList transferList,
        StatusBar statusBar,
        MenuButton historyButton,
        MenuButton themeButton,
        MenuButton languageButton) {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_BELOW = 880;
    private static final Executor THUMBNAILS = DaemonThreads.atMost(2, "thumbnail");

    /** Lets the nodes show what {@code model} knows, in {@code frame}'s look and language, and keys do what both windows can. */
    public Keyboard bind(ConversationViewModel model, WindowFrame frame) {
        SettingMenus.themes(themeButton, frame.look(), frame.texts());
        SettingMenus.languages(languageButton, frame.texts());
        frame.look().setOnBroken(name -> model.warn(Phrase.of("settings.theme.broken", name)));
        frame.ports().opener().setOnProblem(problem -> frame.ports().door().execute(() -> model.warn(problem)));
        chatLog.setItems(model.entries());
        chatLog.todayProperty().bind(model.todayProperty());
        chatLog.setOnLink(model::browse);
        chatLog.setOnOldest(model::showEarlier);
        chatLog.setPictures(
                new Thumbnails(
                        model.pictures()::verified, THUMBNAILS, frame.ports().door()),
                model.pictures()::look);
        chatLog.setOnRetry(model::sendAgain);
        Keyboard keyboard = keyboard(frame);
        bindSearch(model.search(), keyboard);
        new HistoryMenu(frame.texts(), model.history()).fill(historyButton, model.search());
        showToasts(model.attention().toasts(), frame.texts());
        writingLine.wordsProperty().bind(model.writing().wordsProperty());
        composer.textProperty().bindBidirectional(model.draftProperty());
        composer.sendableProperty().bind(model.sendableProperty());
        composer.writableProperty().bind(model.writableProperty());
        composer.downloadableProperty().bind(model.downloadableProperty());
        composer.setOnSend(() -> {
            model.send();
            chatLog.showNewest(); // Who writes wants to see it, and the answer.
        });
        composer.setOnChooseFiles(model.giving()::chooseFiles);
        composer.setOnChooseFolder(model.giving()::chooseFolder);
        composer.setOnFiles(model.giving()::offer);
        takePictures(model, frame);
        composer.setOnCut(model::tellCut);
        statusBar.stateProperty().bind(model.stateProperty());
        transferList.headingProperty().bind(model.transferSummaryProperty());
        transferList.show(model.transfers(), model.transferActions());
        takeDroppedFiles(model.giving(), frame.texts());
        root.widthProperty().subscribe(() -> arrange(model));
        model.transfers().subscribe(() -> arrange(model));
        arrange(model);
        return keyboard;
    }

    /** At the foot, beside the lamp: there they cover nothing. */
    private void showToasts(ToastModel toasts, Texts texts) {
        ToastPane pane = new ToastPane(texts);
        pane.setItems(toasts.items());
        statusBar.setNews(pane);
        toasts.newestInSightProperty().bind(chatLog.newestInSightProperty());
        toasts.setCardInSight(transferList::isInSight);
    }

    private Keyboard keyboard(WindowFrame frame) {
        Keyboard keyboard = new Keyboard(root);
        for (Shortcut one : List.of(Shortcut.EMOJI, Shortcut.FILES, Shortcut.FOLDER)) {
            keyboard.on(one, () -> composer.press(one));
        }
        WindowParts parts = new WindowParts(root);
        return keyboard.on(Shortcut.HELP, new KeysWindow(frame, keyboard)::show)
                .on(Shortcut.EXIT, frame::close)
                .on(Shortcut.NEXT_PART, () -> parts.step(1))
                .on(Shortcut.PREVIOUS_PART, () -> parts.step(-1));
    }

    private void bindSearch(HistorySearch search, Keyboard keyboard) {
        searchBar.textProperty().bindBidirectional(search.typedProperty());
        searchBar.positionProperty().bind(search.positionProperty());
        searchBar.openProperty().bind(search.openProperty());
        searchBar.setOnOlder(search::older);
        searchBar.setOnNewer(search::newer);
        searchBar.setOnClose(() -> endSearch(search));
        search.queryProperty().subscribe(chatLog::mark);
        search.lineProperty().subscribe(chatLog::reveal);
        keyboard.on(Shortcut.FIND, () -> {
            search.open();
            searchBar.focusText();
        });
        keyboard.onBack(() -> {
            boolean searching = search.openProperty().get();
            if (searching) {
                endSearch(search);
            }
            return searching;
        });
        search.openProperty().subscribe(open -> {
            if (open) {
                searchBar.focusText();
            }
        });
    }

    private void endSearch(HistorySearch search) {
        search.close();
        composer.focusText();
    }

    private void takeDroppedFiles(Giving giving, Texts texts) {
        DropHint hint = new DropHint(texts);
        hint.wordsProperty().bind(giving.dropWordsProperty());
        root.getChildren().add(hint);
        FileDrop.on(root, giving::takesDrops, _ -> {}, giving::offer);
    }

    private void takePictures(ConversationViewModel model, WindowFrame frame) {
        PictureOffers pictures = new PictureOffers(model, frame.ports());
        composer.setOnPicture(pictures::offer);
        frame.onEnd(pictures::close);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.PASTE.in(event) && !(event.getTarget() instanceof TextInputControl)) {
                composer.paste();
                event.consume();
            }
        });
    }

    /** Transfers stand at the right where there is room, else below the log; without any they are away. */
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
            centre.getChildren().add(centre.getChildren().indexOf(writingLine), transferList);
        } else if (any && !narrow && panes.getRight() == null) {
            panes.setRight(transferList);
        }
    }
}

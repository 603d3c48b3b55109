package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both windows do alike, tested by their real controls. */
public abstract class WindowContract<E extends FakeEngine> extends WindowFixture<E> {
    private static final List<String> BOTH_HAVE = List.of(
            "addressField",
            "portField",
            "statusButton",
            "clearButton",
            "exitButton",
            "chatLog",
            "messageField",
            "emojiButton",
            "sendButton",
            "sendFileButton",
            "sendFolderButton",
            "statusLamp",
            "statusText",
            "themeButton",
            "languageButton");

    private final List<String> ownControls;

    /** A contract for a window that has {@code ownControls} beside those that both have, the one that starts it first. */
    protected WindowContract(PlayedProgram<E> program, List<String> ownControls) {
        super(program);
        this.ownControls = ownControls;
    }

    /** The button that listens or connects. */
    private String startButton() {
        return "#" + ownControls.getFirst();
    }

    /** Title, start button and status of a connected window in Chinese. */
    protected abstract List<String> chinese();

    @Test
    void everyControlHasItsName() {
        List<String> all = new ArrayList<>(BOTH_HAVE);
        all.addAll(ownControls);
        for (String id : all) {
            assertEquals(1, hands().findAll("#" + id).size(), id);
        }
    }

    @Test
    void transfersAreThereOnceThereIsOne() {
        assertEquals(0, hands().findAll("#transferList").size());
        tell(new EngineEvent.TransferChanged(mei, Samples.outgoing("a.bin", 100, 10), null));
        assertEquals(1, hands().findAll("#transferList").size());
    }

    /** U5. */
    protected void badPortIsExplainedUnderTheFields() {
        TextField port = hands().find(TextField.class, "#portField");
        Fx.run(() -> port.setText("99999"));
        hands().click(startButton());
        assertEquals(List.of(), engine.asked);
        Label problem = hands().find(Label.class, ".form-problem");
        assertTrue(problem.isVisible());
        assertTrue(problem.getText().contains("65535"), problem.getText());
        assertTrue(problem.getHeight() >= 2 * 13, "it wraps and is not cut");
    }

    @Test
    void aMessageIsWrittenAndSentByKeyboard() {
        connect();
        hands().click("#messageField");
        hands().press(KeyCode.H);
        hands().press(KeyCode.SHIFT, KeyCode.ENTER);
        hands().press(KeyCode.I);
        hands().press(KeyCode.ENTER);
        assertEquals(List.of(new FakeEngine.Said("h\ni", Set.of())), engine.said);
        assertEquals("", hands().find(TextArea.class, "#messageField").getText());
    }

    /** JavaFX would write it in the language of the system. */
    @Test
    void theMenuOfAFieldFollowsTheLanguage() {
        connect();
        TextArea field = hands().find(TextArea.class, "#messageField");
        hands().click(field);
        hands().press(KeyCode.H);
        Fx.run(() -> {
            field.fireEvent(menuAskedFor());
            field.getContextMenu().hide();
        });
        choose("#languageButton", 1);
        ContextMenu menu = field.getContextMenu();
        Fx.run(() -> field.fireEvent(menuAskedFor()));
        List<String> can = Fx.get(() -> menu.getItems().stream()
                .filter(item -> !item.isDisable() && item.getText() != null)
                .map(MenuItem::getText)
                .filter(text -> !text.equals("粘贴"))
                .toList());
        assertEquals(List.of("撤销", "全选"), can);
        Fx.run(() -> menu.getItems().getLast().fire());
        assertEquals("h", Fx.get(field::getSelectedText));
        Fx.run(menu::hide);
    }

    private static ContextMenuEvent menuAskedFor() {
        return new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, false, null);
    }

    @Test
    void whoWritesSeesItThoughOlderLinesWereInSight() {
        connect();
        tell(IntStream.range(0, 40)
                .mapToObj(i -> new EngineEvent.ChatReceived(
                        mei, UUID.randomUUID(), "line " + i, Samples.NOON, "", false, false))
                .toArray(EngineEvent[]::new));
        hands().click(".chat-cell");
        hands().press(KeyCode.HOME);
        Node toNewest = node(".to-newest");
        assertTrue(toNewest.isVisible());
        hands().click("#messageField");
        hands().press(KeyCode.H);
        hands().press(KeyCode.ENTER);
        assertFalse(toNewest.isVisible());
    }

    @Test
    void filesAreSentByTheButton() {
        connect();
        dialogs.files = List.of(Path.of("/tmp/a"));
        hands().click("#sendFileButton");
        assertEquals(0, dialogs.sheets.size(), "one that was just chosen goes at once");
        dialogs.files = List.of(Path.of("/tmp/b"), Path.of("/tmp/c"));
        hands().click("#sendFileButton");
        assertEquals(1, dialogs.sheets.size());
        assertEquals(3, engine.sent.size());
    }

    @Test
    void aFolderIsSentByItsButton() {
        connect();
        dialogs.folder = Optional.of(Path.of("/tmp/photos"));
        hands().click("#sendFolderButton");
        assertEquals(List.of(new FakeEngine.Sent(Path.of("/tmp/photos"), Set.of())), engine.sent);
        assertEquals(1, dialogs.sheets.size());
        Button button = hands().find(Button.class, "#sendFolderButton");
        assertEquals("Send a folder", button.getAccessibleText());
        assertEquals("Send a folder (Ctrl+Shift+O)", button.getTooltip().getText());
    }

    @Test
    void filesAndFoldersAreDroppedTogether() {
        connect();
        Path file = Path.of("/tmp/a.bin");
        Path photos = Path.of("/tmp/photos");
        Node root = hands().stage().getScene().getRoot();
        Drag drag = new Drag(file, photos);
        Node hint = node(".drop-hint");
        assertFalse(hint.isVisible());
        drag.over(root);
        assertTrue(hint.isVisible());
        assertTrue(word(".drop-hint > .title").startsWith("Drop to send to "), () -> word(".drop-hint > .title"));
        drag.drop(root);
        assertFalse(hint.isVisible());
        assertEquals(1, dialogs.sheets.size());
        assertEquals(List.of(new FakeEngine.Sent(file, Set.of()), new FakeEngine.Sent(photos, Set.of())), engine.sent);
    }

    @Test
    void whileNobodyIsConnectedDroppedFilesAreNotTakenAndItSaysWhy() {
        Node root = hands().stage().getScene().getRoot();
        Drag drag = new Drag(Path.of("/tmp/a.bin"));
        drag.over(root);
        assertEquals("Nobody is connected, so nothing can be sent yet", word(".drop-hint > .title"));
        drag.drop(root);
        assertEquals(List.of(), engine.sent);
        assertFalse(node(".drop-hint").isVisible());
    }

    @Test
    void aPictureThatIsPastedAnywhereIsShownAndSentAsAFile() {
        connect();
        Node elsewhere = node("#sendFileButton");
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(new WritableImage(4, 3));
            Clipboard.getSystemClipboard().setContent(content);
            elsewhere.requestFocus();
        });
        hands().press(KeyCode.CONTROL, KeyCode.V);
        Fx.until(() -> engine.sent.size() == 1);
        assertEquals(1, dialogs.sheets.size());
        Path picture = engine.sent.getFirst().file();
        assertEquals("picture-2026-11-23-14-02-00.png", picture.getFileName().toString());
        assertTrue(Files.exists(picture));
        hands().close();
        assertFalse(Files.exists(picture), "it goes with the window");
        assertFalse(Files.exists(picture.getParent()));
    }

    @Test
    void aPictureThatIsNotSentAfterAllIsRemoved() {
        connect();
        dialogs.yes = false;
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(new WritableImage(4, 3));
            Clipboard.getSystemClipboard().setContent(content);
        });
        hands().click("#messageField");
        hands().press(KeyCode.CONTROL, KeyCode.V);
        Fx.until(() -> dialogs.sheets.size() == 1);
        Fx.settle();
        assertFalse(Files.exists(dialogs.sheets.getFirst().rows().getFirst().path()));
        assertEquals(List.of(), engine.sent);
    }

    @Test
    void aTransferIsPausedAndResumedByItsCard() {
        connect();
        TransferSnapshot moving = Samples.outgoing("a.bin", 100, 10);
        tell(new EngineEvent.TransferChanged(mei, moving, null));
        hands().click(".transfer-card .pause");
        TransferSnapshot.Pause byUs = new TransferSnapshot.Pause(true, false, FailureReason.PAUSED, "");
        tell(new EngineEvent.TransferChanged(mei, Samples.heldUp(moving, byUs), null));
        assertEquals("Transfers · 1 paused", word(".transfer-list > .heading"));
        hands().click(".transfer-card .resume");
        assertEquals(List.of("pause " + moving.id(), "resume " + moving.id()), engine.asked);
    }

    @Test
    void languageIsSwitchedWhileRunningAndChangesEveryText() {
        connect();
        tell(new EngineEvent.TransferChanged(mei, Samples.outgoing("a.bin", 100, 10), null));
        choose("#languageButton", 1);
        assertEquals(chinese(), List.of(hands().stage().getTitle(), word(startButton()), word("#statusText")));
        List<String> english = hands().findAll(".label, .button").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text ->
                        text != null && text.matches(".*\\b(the|Listen|Send|Clear|Exit|Stop|Cancel|This|client)\\b.*"))
                .toList();
        assertEquals(List.of(), english);
    }

    @ParameterizedTest
    @EnumSource
    void themeIsSwitchedWhileRunning(Theme theme) {
        connect();
        choose("#themeButton", List.of(Theme.values()).indexOf(theme));
        Scene scene = hands().stage().getScene();
        assertTrue(
                scene.getStylesheets().stream().anyMatch(sheet -> sheet.endsWith(theme.token() + ".css")),
                scene.getStylesheets()::toString);
    }

    @Test
    void choicesAreRemembered() {
        choose("#themeButton", 1);
        choose("#languageButton", 1);
        assertEquals("daylight", options.settings().get("theme").orElseThrow());
        assertEquals("zh", options.settings().get("language").orElseThrow());
    }

    @Test
    void theSizeIsRemembered() {
        reopen(options);
        Fx.run(() -> {
            hands().stage().setWidth(900);
            hands().stage().setHeight(600);
        });
        Fx.settle();
        reopen(options);
        assertEquals("900", options.settings().get("width").orElseThrow());
        assertEquals(900, hands().stage().getScene().getWidth(), 1);
        assertEquals(600, hands().stage().getScene().getHeight(), 1);
    }

    @Test
    void theStatusWindowShowsFiguresWhileItIsOpen() {
        connect();
        engine.statistics = List.of(Samples.figures(mei));
        hands().click("#statusButton");
        Stage status = statusWindow();
        List<String> figures = Fx.get(() -> status.getScene().getRoot().lookupAll(".figure").stream()
                .map(node -> ((Label) node).getText())
                .toList());
        assertTrue(figures.contains("192.168.1.21:51334"), figures::toString);
        assertTrue(figures.contains("12 sent · 34 received"), figures::toString);
        assertTrue(figures.contains("Not encrypted"), figures::toString);
        Fx.run(status::hide);
    }

    private Stage statusWindow() {
        return Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(window ->
                        "statusPane".equals(window.getScene().getRoot().getId()))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void exitAsksWhileAFileIsUnderWay() {
        tell(new EngineEvent.TransferChanged(mei, Samples.outgoing("a.bin", 100, 10), null));
        dialogs.yes = false;
        hands().click("#exitButton");
        assertTrue(hands().stage().isShowing());
        assertEquals(1, dialogs.questions.size());
        dialogs.yes = true;
        hands().click("#exitButton");
        assertFalse(hands().stage().isShowing());
    }

    @Test
    void inANarrowWindowNothingIsCut() {
        reopen(options.with(new Rectangle2D(0, 0, 720, 500)));
        connect();
        tell(new EngineEvent.TransferChanged(mei, Samples.outgoing("a.bin", 100, 10), null));
        for (String id : List.of("exitButton", "sendButton", "transferList", "statusLamp", "chatLog")) {
            assertIsInSight(node("#" + id), id);
        }
        for (String id : ownControls) {
            if (node("#" + id).isVisible()) {
                assertIsInSight(node("#" + id), id);
            }
        }
        for (Node node : hands().findAll(".button")) {
            if (node instanceof Labeled labeled && node.isVisible() && labeled.getText() != null) {
                assertFalse(isCut(labeled), () -> labeled.getText() + " is cut");
            }
        }
    }

    private static void assertIsInSight(Node node, String id) {
        var bounds = Fx.get(() -> node.localToScene(node.getLayoutBounds()));
        assertTrue(bounds.getMaxX() <= 721 && bounds.getMaxY() <= 501, () -> id + " " + bounds);
        assertTrue(bounds.getHeight() >= 16, () -> id + " " + bounds);
    }

    private static boolean isCut(Labeled labeled) {
        return Fx.get(() -> labeled.lookup(".text") instanceof Text text
                && !labeled.getText().isEmpty()
                && text.isVisible()
                && !text.getText().equals(labeled.getText())
                && !text.getText().isEmpty());
    }
}

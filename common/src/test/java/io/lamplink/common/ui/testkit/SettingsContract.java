package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.history.Keeping;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.theme.ThemeChoice;
import io.lamplink.common.ui.window.HistorySettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What the settings of either window do. */
public abstract class SettingsContract<E extends FakeEngine> extends WindowFixture<E> {
    private final Map<String, String> switches;

    /**
     * Settings of {@code program}.
     *
     * @param switches ids of the controls of what is on at first, and what the engine is asked when each is switched off
     */
    protected SettingsContract(PlayedProgram<E> program, Map<String, String> switches) {
        super(program);
        this.switches = switches;
    }

    private Hands openSettings() {
        hands().press(KeyCode.CONTROL, KeyCode.COMMA);
        return new Hands(settings().orElseThrow());
    }

    private Optional<Stage> settings() {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(window -> window instanceof Stage one && hands().stage().equals(one.getOwner()))
                .map(Stage.class::cast)
                .findFirst());
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(Hands hands, String id, T value) {
        ComboBox<T> box = hands.find(ComboBox.class, id);
        assertTrue(box.getItems().contains(value), () -> value + " is not offered");
        Fx.run(() -> box.setValue(value));
        Fx.settle();
    }

    private String kept(String key) {
        return options.settings().get(key).orElse("nothing");
    }

    private static void escape(Stage stage) {
        Fx.run(() -> Event.fireEvent(
                stage.getScene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        Fx.settle();
    }

    @Test
    void theyOpenByTheButtonAndByTheKeyboardAndCloseByEscape() {
        hands().click("#settingsButton");
        escape(settings().orElseThrow());
        assertFalse(settings().isPresent());
        escape(openSettings().stage());
        assertFalse(settings().isPresent());
    }

    @Test
    void theKeysThatItsButtonNamesCountInIt() {
        openSettings().press(KeyCode.F1);
        assertTrue(Fx.get(() -> Window.getWindows().stream()
                .anyMatch(window -> window.getScene().lookup("#keysPane") != null)));
    }

    @Test
    void themeAndLanguageChangeBothWindowsAtOnce() {
        Hands settings = openSettings();
        choose(settings, "#themeSetting", new ThemeChoice.Own(Theme.DAYLIGHT));
        for (Stage stage : List.of(settings.stage(), hands().stage())) {
            assertTrue(stage.getScene().getStylesheets().toString().contains("daylight.css"));
        }
        ComboBox<?> languages = settings.find(ComboBox.class, "#languageSetting");
        Fx.run(() -> languages.getSelectionModel().select(1));
        Fx.settle();
        assertEquals("设置", settings.stage().getTitle());
        assertEquals("退出", word("#exitButton"));
        List<String> english = settings.findAll(".label, .button, .check-box, .list-cell").stream()
                .map(node -> Objects.requireNonNullElse(((Labeled) node).getText(), ""))
                .filter(text -> text.matches(".*\\b(the|at|Keep|Theme|Name|files|Choose|Everything)\\b.*"))
                .toList();
        assertEquals(List.of(), english);
        settings.close();
    }

    @Test
    void aNameIsMadeSafeToldToTheEngineAndRemembered() {
        Hands settings = openSettings();
        TextField field = settings.find(TextField.class, "#nameSetting");
        Fx.run(() -> {
            field.setText("  Mei\u202e\n ");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        assertEquals("Mei", field.getText());
        assertEquals(List.of("call Mei"), engine.asked);
        assertEquals("Mei", kept("name"));
        settings.close();
    }

    @Test
    void theFolderForFilesIsChosenAndForgotten() {
        Hands settings = openSettings();
        dialogs.folder = Optional.of(Path.of("/tmp/inbox"));
        Button choose = settings.find(Button.class, "#chooseFolderButton");
        Fx.run(choose::fire);
        assertEquals(
                Path.of("/tmp/inbox").toString(),
                settings.find(Label.class, "#folderSetting").getText());
        assertEquals(Path.of("/tmp/inbox").toString(), kept("save-folder"));
        Button forget = settings.find(Button.class, "#forgetFolderButton");
        Fx.run(forget::fire);
        assertEquals(
                "Where something was saved last",
                settings.find(Label.class, "#folderSetting").getText());
        assertEquals("", kept("save-folder"));
        settings.close();
    }

    @Test
    void whoDoesNotWantToSeeWhatGoesToWhomSwitchesThatOff() {
        Hands settings = openSettings();
        CheckBox box = settings.find(CheckBox.class, "#askFirstSetting");
        assertTrue(box.isSelected());
        Fx.run(box::fire);
        assertEquals("false", kept("ask-before-sending"));
        settings.close();
        connect();
        dialogs.files = List.of(Path.of("/tmp/a"), Path.of("/tmp/b"));
        hands().click("#sendFileButton");
        assertEquals(List.of(), dialogs.sheets);
        assertEquals(2, engine.sent.size());
    }

    @Test
    void theSpoolIsLimitedAtOnce() {
        Hands settings = openSettings();
        choose(settings, "#spoolSetting", 5_000_000_000L);
        assertEquals(List.of("limit 5000000000"), engine.asked);
        assertEquals("5000000000", kept("spool-limit"));
        settings.close();
    }

    @Test
    void whatIsSentIsLimitedByAChoiceOrByANumberOfOnesOwn() {
        Hands settings = openSettings();
        choose(settings, "#sendLimitSetting", 2_000_000L);
        type(settings, "750 kb/s");
        assertEquals("750 kB/s", typed(settings));
        type(settings, "a lot");
        assertEquals("750 kB/s", typed(settings));
        assertEquals(List.of("send at most 2000000", "send at most 750000"), engine.asked);
        assertEquals("750000", kept("send-limit"));
        settings.close();
        engine.asked.clear();
        reopen(options);
        assertTrue(engine.asked.contains("send at most 750000"), engine.asked::toString);
        Hands again = openSettings();
        assertEquals("750 kB/s", typed(again));
        type(again, "");
        assertEquals("No limit", typed(again));
        assertEquals("send at most 0", engine.asked.getLast());
        again.close();
    }

    @Test
    void enterTakesWhatIsTypedAndEscapeTakesItBack() {
        Hands settings = openSettings();
        write(settings, "3 MB/s", KeyCode.ENTER);
        assertTrue(settings.isOpen());
        assertEquals("3 MB/s", typed(settings));
        assertEquals(List.of("send at most 3000000"), engine.asked);
        write(settings, "4 MB/s", KeyCode.ESCAPE);
        assertTrue(settings.isOpen());
        assertEquals("3 MB/s", typed(settings));
        settings.press(KeyCode.ENTER);
        assertFalse(settings.isOpen());
        assertEquals(List.of("send at most 3000000"), engine.asked);
    }

    @Test
    void whatIsTypedCountsWhenTheWindowIsClosed() {
        Hands settings = openSettings();
        write(settings, "3 MB/s");
        settings.requestClose();
        assertEquals(List.of("send at most 3000000"), engine.asked);
        assertEquals("3000000", kept("send-limit"));
    }

    private static void write(Hands settings, String text, KeyCode... then) {
        ComboBox<?> box = settings.find(ComboBox.class, "#sendLimitSetting");
        Fx.run(() -> {
            box.requestFocus();
            box.getEditor().selectAll();
        });
        Fx.settle();
        settings.type(text);
        settings.press(then);
    }

    private static String typed(Hands settings) {
        return settings.find(ComboBox.class, "#sendLimitSetting").getEditor().getText();
    }

    private static void type(Hands settings, String text) {
        ComboBox<?> box = settings.find(ComboBox.class, "#sendLimitSetting");
        Fx.run(() -> {
            box.requestFocus();
            box.getEditor().selectAll();
            box.getEditor().replaceSelection(text);
            settings.stage().getScene().lookup("#nameSetting").requestFocus();
        });
        Fx.settle();
    }

    @Test
    void theHistoryIsKeptAsChosenUnlessThePersonShrinksBack() {
        Hands settings = openSettings();
        Object before = settings.find(ComboBox.class, "#historySetting").getValue();
        dialogs.yes = false;
        choose(settings, "#historySetting", new Keeping(true, 30));
        assertEquals(before, settings.find(ComboBox.class, "#historySetting").getValue());
        dialogs.yes = true;
        choose(settings, "#historySetting", new Keeping(true, 30));
        assertEquals(new Keeping(true, 30), HistorySettings.read(options.settings()));
        settings.close();
    }

    @Test
    void anOpenedListEndsWithItsLastRow() {
        Hands settings = openSettings();
        ComboBox<?> box = settings.find(ComboBox.class, "#historySetting");
        Fx.run(box::show);
        Fx.settle();
        double room = Fx.get(() -> {
            Node list = Window.getWindows().stream()
                    .filter(window -> window instanceof PopupWindow && window.isShowing())
                    .map(window -> window.getScene().getRoot().lookup(".combo-box-popup .list-view"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            double end = list.lookupAll(".list-cell:filled").stream()
                    .mapToDouble(SettingsContract::bottom)
                    .max()
                    .orElseThrow();
            return bottom(list) - end;
        });
        assertTrue(room >= 0 && room <= 8, () -> room + " pixels");
        Fx.run(box::hide);
        settings.close();
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    @Test
    void switchesCountAtOnceAndStandAsTheyWereLeftAfterARestart() {
        Hands settings = openSettings();
        switches.forEach((id, asked) -> {
            CheckBox box = settings.find(CheckBox.class, id);
            assertTrue(box.isSelected(), id);
            Fx.run(box::fire);
            assertEquals(asked, engine.asked.getLast());
        });
        settings.close();
        engine.asked.clear();
        reopen(options);
        assertTrue(engine.asked.containsAll(switches.values()), engine.asked::toString);
        Hands again = openSettings();
        switches.keySet()
                .forEach(id -> assertFalse(again.find(CheckBox.class, id).isSelected(), id));
        again.close();
    }
}

package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Look;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.theme.Texts;
import io.lamplink.common.ui.theme.Theme;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Questions in the window's own look; the system's file dialogs can't be driven here. */
@ExtendWith(Fx.class)
final class NativeDialogsTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private Hands window;
    private Hands question;
    private CompletableFuture<Boolean> answer;

    @BeforeEach
    void ask() {
        window = Hands.show(Fx.get(Pane::new), 400, 300);
        NativeDialogs dialogs = new NativeDialogs(
                window.stage(), new Look(Theme.DAYLIGHT), texts, WindowTime.real(), Settings.inMemory());
        answer = new CompletableFuture<>();
        Platform.runLater(() -> answer.complete(dialogs.confirm(
                Phrase.of("clear.confirm.question"),
                Phrase.of("clear.confirm.detail", 7, Shortcut.FIND),
                Phrase.of("trust.first.yes"))));
        Fx.until(() -> Window.getWindows().stream().anyMatch(NativeDialogsTest::isQuestion));
        question = new Hands(Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(NativeDialogsTest::isQuestion)
                .findFirst()
                .orElseThrow()));
    }

    @AfterEach
    void close() {
        question.close();
        window.close();
    }

    @Test
    void enterLosesNothing() {
        question.press(KeyCode.ENTER);
        assertFalse(answer.join());
    }

    @Test
    void escapeLosesNothing() {
        question.press(KeyCode.ESCAPE);
        assertFalse(answer.join());
    }

    @Test
    void itGoesOnOnlyWhenToldSo() {
        assertEquals(
                "Clear the chat?",
                question.find(Label.class, ".header-panel .label").getText());
        question.click(".button.stop");
        assertTrue(answer.join());
    }

    @Test
    void whatHasToBeComparedStandsOutAndNothingElse() {
        QuestionText text = Fx.get(() -> new QuestionText(
                texts, Phrase.of("trust.first.detail", "192.168.1.5:8080", "one two three", "0123 abcd\n4567 ef01")));
        List<String> styled = text.getChildren().stream()
                .map(Label.class::cast)
                .filter(label -> label.getStyleClass().size() > 1)
                .map(label -> label.getStyleClass().getLast() + ": " + label.getText())
                .toList();
        assertEquals(List.of("words: one two three", "digits: 0123 abcd\n4567 ef01"), styled);
    }

    @Test
    void savingBeginsInTheFolderOfTheSettings(@TempDir Path folder) {
        Settings settings = Settings.inMemory();
        NativeDialogs dialogs =
                new NativeDialogs(window.stage(), new Look(Theme.DAYLIGHT), texts, WindowTime.real(), settings);
        assertNull(dialogs.savingFolder());
        SaveFolder.write(settings, Optional.of(folder));
        assertEquals(folder.toFile(), dialogs.savingFolder());
        SaveFolder.write(settings, Optional.of(folder.resolve("gone")));
        assertNull(dialogs.savingFolder());
    }

    @Test
    void theWordsOfItsButtonsAreWhole() {
        for (String button : new String[] {".button.stop", ".button:default"}) {
            Button shown = question.find(Button.class, button);
            assertEquals(shown.getText(), ((Text) shown.lookup(".text")).getText());
        }
    }

    private static boolean isQuestion(Window window) {
        return window instanceof Stage stage && stage.getModality() != Modality.NONE && stage.isShowing();
    }
}

package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.ui.testkit.CssWarnings;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.io.File;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
final class ComposerTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final List<String> sent = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Image> pictures = new ArrayList<>();
    private int cuts;
    private Composer composer;
    private Hands hands;
    private TextArea field;

    @BeforeEach
    void show() {
        composer = Fx.get(() -> new Composer(texts));
        BorderPane pane = Fx.get(BorderPane::new);
        Fx.run(() -> {
            composer.sendableProperty().set(true);
            composer.setOnSend(() -> {
                sent.add(composer.textProperty().get());
                composer.textProperty().set("");
            });
            composer.setOnFiles(files::addAll);
            composer.setOnPicture(pictures::add);
            composer.setOnCut(() -> cuts++);
            pane.setTop(new Button("has the keyboard first"));
            pane.setBottom(composer);
        });
        hands = Hands.show(pane, 600, 480);
        field = hands.find(TextArea.class, "#messageField");
        Fx.run(composer::focusText);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void enterSends() {
        hands.press(KeyCode.H);
        hands.press(KeyCode.I);
        hands.press(KeyCode.ENTER);
        assertEquals(List.of("hi"), sent);
        assertEquals("", field.getText());
        assertTrue(field.isFocused());
    }

    @Test
    void pointingAtTheEmojiButtonPreparesItsPicker() {
        hands.pointAt("#sendButton");
        assertEquals(0, prepared(), "nobody has asked for it");
        try (CssWarnings warnings = new CssWarnings()) {
            hands.pointAt("#emojiButton");
            assertEquals(List.of(), warnings.heard(), "its colours are known before it opens");
        }
        assertTrue(prepared() > 0);
    }

    @Test
    void theKeyboardOnTheEmojiButtonPreparesItsPicker() {
        assertEquals(0, prepared());
        hands.press(KeyCode.SHIFT, KeyCode.TAB);
        hands.press(KeyCode.SHIFT, KeyCode.TAB);
        hands.press(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(hands.find(Button.class, "#emojiButton").isFocused());
        assertTrue(prepared() > 0);
    }

    private int prepared() {
        return Fx.get(() -> composer.picker().getChildrenUnmodifiable().size());
    }

    @Test
    void aPromptWithoutRoomTakesMoreLinesUntilSomethingIsWritten() {
        double line = field.getHeight();
        Fx.run(() -> field.setMaxWidth(96));
        Fx.settle();
        assertTrue(field.getHeight() > line + 10, () -> field.getHeight() + " after " + line);
        hands.press(KeyCode.A);
        assertEquals(line, field.getHeight());
    }

    @Test
    void sendIsTheDefaultButtonWhileThereIsSomebody() {
        Button send = hands.find(Button.class, "#sendButton");
        assertTrue(send.isDefaultButton());
        Fx.run(() -> composer.sendableProperty().set(false));
        assertFalse(send.isDefaultButton());
    }

    @Test
    void shiftEnterBreaksTheLine() {
        hands.press(KeyCode.A);
        hands.press(KeyCode.SHIFT, KeyCode.ENTER);
        hands.press(KeyCode.B);
        assertEquals(List.of(), sent);
        assertEquals("a\nb", field.getText());
        hands.press(KeyCode.ENTER);
        assertEquals(List.of("a\nb"), sent);
    }

    @Test
    void nothingIsSentWithoutTextOrPeer() {
        hands.press(KeyCode.ENTER);
        assertTrue(hands.find(Button.class, "#sendButton").isDisabled());
        Fx.run(() -> {
            field.setText("hello");
            composer.sendableProperty().set(false);
        });
        hands.press(KeyCode.ENTER);
        assertEquals(List.of(), sent);
        assertEquals("hello", field.getText());
        assertTrue(hands.find(Button.class, "#sendFileButton").isDisabled());
    }

    @Test
    void theFieldGrowsWithItsTextUpToFiveLines() {
        double one = height("a");
        double three = height("a\nb\nc");
        double five = height("a\nb\nc\nd\ne");
        assertTrue(three > one + 20, () -> one + ", " + three);
        assertTrue(five > three + 20, () -> three + ", " + five);
        assertEquals(five, height("a\nb\nc\nd\ne\nf\ng"), 1);
        assertEquals(one, height(""), 1);
        assertTrue(height("long words that wrap ".repeat(10)) > one + 20);
    }

    @Test
    void h9_pastingALongLineDoesNotFreezeTheWindow() {
        Fx.run(() -> field.setText("x".repeat(300_000)));
        Fx.settle();
        assertEquals(ProtocolLimits.MAX_CHAT_CHARS, field.getText().length());
        assertEquals(1, cuts, "and it says that it left something away");
    }

    @Test
    void pastedFilesAreSent() {
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(new File("/tmp/a.txt"), new File("/tmp/b.txt")));
            Clipboard.getSystemClipboard().setContent(content);
            field.paste();
        });
        assertEquals(List.of(Path.of("/tmp/a.txt"), Path.of("/tmp/b.txt")), files);
        assertEquals("", field.getText());
    }

    private void paste(Consumer<ClipboardContent> putting) {
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            putting.accept(content);
            Clipboard.getSystemClipboard().setContent(content);
            field.paste();
        });
    }

    @Test
    void aPictureAloneIsGivenAway() {
        paste(content -> content.putImage(new WritableImage(4, 3)));
        assertEquals(4, pictures.getFirst().getWidth());
        assertEquals("", field.getText());
    }

    @Test
    void whereTheClipboardHasATextAndAPictureOfItTheTextIsMeant() {
        paste(content -> {
            content.putString("a\tb");
            content.putImage(new WritableImage(4, 3));
        });
        assertEquals("a\tb", field.getText());
        assertEquals(List.of(), pictures);
    }

    @Test
    void whereTheClipboardHasFilesAndTheirNamesTheFilesAreMeant() {
        paste(content -> {
            content.putString("/tmp/a.txt");
            content.putFiles(List.of(new File("/tmp/a.txt")));
        });
        assertEquals(List.of(Path.of("/tmp/a.txt")), files);
        assertEquals("", field.getText());
    }

    @Test
    void theDownloadButtonIsThereWhereAWindowWantsIt() {
        assertEquals(List.of(), hands.findAll("#downloadButton"));
        Fx.run(() -> composer.setOnDownload(() -> sent.add("download")));
        assertTrue(hands.find(Button.class, "#downloadButton").isDisabled());
        Fx.run(() -> composer.downloadableProperty().set(true));
        hands.click("#downloadButton");
        assertEquals(List.of("download"), sent);
    }

    @Test
    void anEmojiIsPickedByKeyboardAlone() {
        hands.click("#emojiButton");
        assertTrue(popup());
        hands.press(KeyCode.ENTER);
        assertFalse(popup());
        assertEquals("😀", field.getText());
        assertTrue(field.isFocused());
    }

    @Test
    void escapeClosesThePicker() {
        hands.click("#emojiButton");
        hands.press(KeyCode.ESCAPE);
        assertFalse(popup());
        assertEquals("", field.getText());
    }

    @Test
    void everyButtonSaysWhatItDoes() {
        for (String button : List.of("#emojiButton", "#sendFileButton")) {
            assertFalse(hands.find(Button.class, button).getAccessibleText().isBlank());
        }
        Fx.run(() -> texts.languageProperty().set(Language.CHINESE));
        assertEquals("表情", hands.find(Button.class, "#emojiButton").getAccessibleText());
        assertEquals("发送", hands.find(Button.class, "#sendButton").getText());
        assertEquals("输入消息", field.getPromptText());
    }

    private double height(String text) {
        Fx.run(() -> field.setText(text));
        Fx.settle();
        Fx.settle();
        return field.getHeight();
    }

    private static boolean popup() {
        return Fx.get(
                () -> Window.getWindows().stream().anyMatch(window -> window instanceof Popup && window.isShowing()));
    }
}

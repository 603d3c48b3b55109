package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.testkit.Drag;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Look;
import io.lamplink.common.ui.theme.Texts;
import io.lamplink.common.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sheet before something is sent, by its real controls. */
@ExtendWith(Fx.class)
final class GivingDialogTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final Audience audience = new Audience();
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final Peer tomas = Samples.peer("Tomás", "192.168.1.33");
    private final CompletableFuture<Boolean> answer = new CompletableFuture<>();

    @TempDir
    private Path disk;

    private GivingViewModel model;
    private Hands window;
    private Hands sheet;

    @BeforeEach
    void write() throws IOException {
        window = Hands.show(Fx.get(Pane::new), 400, 300);
        Files.write(disk.resolve("notes.txt"), new byte[1500]);
        Files.createDirectories(disk.resolve("photos"));
        Files.write(disk.resolve("photos/one.jpg"), new byte[500]);
        audience.join(mei);
        audience.join(tomas);
    }

    @AfterEach
    void close() {
        sheet.close();
        window.close();
    }

    private void open(boolean amongMany, String... names) {
        List<Path> files = List.of(names).stream().map(disk::resolve).toList();
        Platform.runLater(() -> {
            model = new GivingViewModel(
                    files, Set.of(), audience, amongMany, Platform::runLater, work -> new Thread(work).start());
            answer.complete(new GivingDialog(window.stage(), new Look(Theme.DAYLIGHT), texts, model).ask());
        });
        Fx.until(() -> Window.getWindows().stream().anyMatch(GivingDialogTest::isSheet));
        sheet = new Hands(Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(GivingDialogTest::isSheet)
                .findFirst()
                .orElseThrow()));
        Fx.until(() -> model.rows().stream().allMatch(GivingRow::whole));
        Fx.settle();
    }

    private static boolean isSheet(Window window) {
        return window instanceof Stage stage && stage.getModality() != Modality.NONE && stage.isShowing();
    }

    private List<String> words(String selector) {
        return sheet.findAll(selector).stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void itShowsWhatGoesToWhomAndEnterSends() {
        open(true, "notes.txt", "photos");
        assertEquals(List.of("Send to everyone?"), words(".header-panel .label"));
        assertEquals(List.of("notes.txt", "photos"), words(".giving-cell .name"));
        assertEquals(List.of("1.5 kB", "1 file · 500 bytes"), words(".giving-cell .about"));
        assertEquals(List.of("In all 2 files · 2 kB"), words(".giving-sheet > .total"));
        assertTrue(sheet.find(Button.class, "#giveButton").isFocused());
        sheet.press(KeyCode.ENTER);
        assertTrue(answer.join());
    }

    @Test
    void enterSendsFromTheListToo() {
        open(true, "notes.txt", "photos");
        sheet.press(KeyCode.TAB);
        assertTrue(sheet.find(ListView.class, "#giveList").isFocused());
        sheet.press(KeyCode.ENTER);
        Fx.until(answer::isDone);
        assertTrue(answer.join());
    }

    @Test
    void escapeSendsNothing() {
        open(true, "notes.txt");
        sheet.press(KeyCode.ESCAPE);
        assertFalse(answer.join());
    }

    @Test
    void aRowIsTakenAwayByItsButtonAndByTheKeyboard() {
        open(true, "notes.txt", "photos");
        assertEquals(
                "Do not send notes.txt",
                sheet.find(Button.class, ".giving-cell .icon-button").getAccessibleText());
        sheet.click(".giving-cell .icon-button");
        assertEquals(List.of("photos"), words(".giving-cell .name"));
        Fx.run(() -> sheet.stage().getScene().lookup("#giveList").requestFocus());
        sheet.press(KeyCode.DOWN);
        sheet.press(KeyCode.DELETE);
        assertEquals(0, model.rows().size());
        assertTrue(sheet.find(Button.class, "#giveButton").isDisabled());
    }

    @Test
    void receiversAreChosenByMouseAndByKeyboard() {
        open(true, "notes.txt");
        assertFalse(sheet.find(Node.class, "#giveEveryone").getParent().isVisible());
        sheet.click("#giveReceiversButton");
        assertTrue(sheet.find(CheckBox.class, "#giveEveryone").isSelected());
        sheet.click(receiver("Mei"));
        assertEquals(List.of("Send to Mei?"), words(".header-panel .label"));
        assertFalse(sheet.find(CheckBox.class, "#giveEveryone").isSelected());
        Fx.run(() -> sheet.stage().getScene().lookup("#giveReceivers").requestFocus());
        sheet.press(KeyCode.END);
        sheet.press(KeyCode.SPACE);
        assertEquals(Set.of(mei.id(), tomas.id()), model.toProperty().get());
        sheet.click("#giveEveryone");
        assertEquals(Set.of(), model.toProperty().get());
        sheet.click("#giveEveryone");
        assertTrue(sheet.find(CheckBox.class, "#giveEveryone").isSelected(), "somebody has to get it");
    }

    private Node receiver(String name) {
        return sheet.findAll(".receiver-choice-cell").stream()
                .map(cell -> ((ListCell<?>) cell).getGraphic())
                .filter(box -> box instanceof CheckBox check && name.equals(check.getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClientHasNobodyToChoose() {
        open(false, "notes.txt");
        assertEquals(List.of(), sheet.findAll("#giveReceiversButton"));
        assertEquals(List.of("Send to Mei?"), words(".header-panel .label"));
    }

    @Test
    void whenEverybodyHasLeftNothingCanBeSentAndItSaysSo() {
        open(true, "notes.txt");
        Fx.run(() -> {
            audience.leave(mei.id(), false);
            audience.leave(tomas.id(), false);
        });
        Fx.settle();
        assertEquals(List.of("Nobody is connected any more."), words(".giving-sheet > .form-problem"));
        assertTrue(sheet.find(Button.class, "#giveButton").isDisabled());
    }

    @Test
    void whatIsDroppedOnItComesToo() {
        open(true, "notes.txt");
        new Drag(disk.resolve("photos")).drop(sheet.find(DialogPane.class, ".dialog-pane"));
        assertEquals(List.of("notes.txt", "photos"), words(".giving-cell .name"));
    }

    @Test
    void onePictureAloneIsShownLarge() throws IOException {
        ImageIO.write(
                new BufferedImage(640, 320, BufferedImage.TYPE_INT_RGB),
                "png",
                disk.resolve("shot.png").toFile());
        open(true, "shot.png");
        ImageView preview = sheet.find(ImageView.class, ".preview .image-view");
        Fx.until(() -> preview.getImage() != null && preview.getImage().getProgress() == 1);
        assertEquals(336, preview.getImage().getWidth(), 1);
        assertNotNull(sheet.find(ImageView.class, ".giving-cell .image-view").getImage());
        Fx.run(() -> model.add(List.of(disk.resolve("notes.txt"))));
        Fx.settle();
        assertFalse(preview.getParent().isVisible());
    }

    @Test
    void whatCannotBeReadAsAPictureIsAFileLikeAnyOther() throws IOException {
        Files.write(disk.resolve("broken.png"), new byte[] {1, 2, 3});
        open(true, "broken.png");
        Node frame = sheet.find(Node.class, ".giving-sheet > .preview");
        Fx.until(() -> !frame.isVisible()); // It is read in the background, and turns out to be none.
        assertEquals(List.of("broken.png"), words(".giving-cell .name"));
    }
}

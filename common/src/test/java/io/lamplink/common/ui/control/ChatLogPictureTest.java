package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;

/** Pictures that have arrived are shown small, and open when they are pressed. */
final class ChatLogPictureTest extends ChatLogFixture {

    @TempDir
    Path temp;

    private final Map<UUID, Path> files = new HashMap<>();
    private final List<Runnable> reading = new ArrayList<>();
    private final List<UUID> opened = new ArrayList<>();

    @BeforeEach
    void takePictures() {
        Thumbnails thumbnails =
                new Thumbnails(transfer -> Optional.ofNullable(files.get(transfer)), reading::add, FxDoor.real());
        Fx.run(() -> log.setPictures(thumbnails, opened::add));
    }

    @Test
    void aPictureIsShownWhenItHasBeenReadWithoutMovingTheLog() throws IOException {
        add(notice(picture(900, 600)));
        Button button = (Button) shown(".picture").getFirst();
        assertTrue(button.getGraphic() instanceof FontIcon, "the sign of a file meanwhile");
        double height = Fx.get(button::getHeight);
        read();
        ImageView view = (ImageView) button.getGraphic();
        assertEquals(240, view.getFitWidth(), 1);
        assertEquals(160, view.getFitHeight(), 1);
        assertEquals(height, Fx.get(button::getHeight));
        assertEquals("Open the picture: ✅ photo.png has arrived from Mei", button.getAccessibleText());
    }

    @Test
    void itIsOpenedByMouse() throws IOException {
        UUID transfer = picture(90, 60);
        add(notice(transfer));
        read();
        hands.click(shown(".picture").getFirst());
        assertEquals(List.of(transfer), opened);
    }

    @Test
    void itIsOpenedByKeyboard() throws IOException {
        UUID transfer = picture(90, 60);
        add(notice(transfer));
        read();
        Button button = (Button) shown(".picture").getFirst();
        hands.click(shown(".pill").getFirst());
        for (int i = 0; i < 5 && !Fx.get(button::isFocused); i++) {
            hands.press(KeyCode.TAB);
        }
        assertTrue(Fx.get(button::isFocused), "Tab leads to it");
        hands.press(KeyCode.SPACE);
        assertEquals(List.of(transfer), opened);
    }

    @Test
    void whatIsBrokenOrNotVerifiedShowsTheSignOfAFile() throws IOException {
        UUID broken = UUID.randomUUID();
        files.put(broken, Files.writeString(temp.resolve("broken.png"), "no picture"));
        add(notice(broken), notice(UUID.randomUUID()));
        read();
        List<Button> buttons =
                shown(".picture").stream().map(Button.class::cast).toList();
        assertEquals(2, buttons.size());
        assertTrue(buttons.stream().allMatch(button -> button.getGraphic() instanceof FontIcon));
    }

    @Test
    void aFileIsReadOnceHoweverOftenItIsInSight() throws IOException {
        add(notice(picture(90, 60)));
        assertEquals(1, reading.size());
        read();
        addNumbered(100);
        hands.click(log);
        hands.press(KeyCode.HOME);
        hands.press(KeyCode.END);
        hands.press(KeyCode.HOME);
        assertEquals(0, reading.size());
    }

    @Test
    void whatComesUnderAPictureIsInSight() throws IOException {
        for (int lines = 0; lines < 8; lines++) {
            addNumbered(2 + lines);
            add(notice(picture(800, 600)));
            read();
            add(new ChatEntry.Notice(
                    UUID.randomUUID(),
                    Samples.NOON,
                    Phrase.of("log.file.saved", "/home/mei/photo.png"),
                    ChatEntry.Tone.PLAIN));
            assertNewestInSight();
        }
    }

    private void assertNewestInSight() {
        Node newest = shown(".chat-cell").getLast();
        assertEquals(entries.getLast(), Fx.get(() -> ((ChatCell) newest).getItem()));
        assertEquals(end(list()), end(newest), 1.5);
    }

    private static double end(Node node) {
        return Fx.get(() -> node.localToScene(node.getLayoutBounds()).getMaxY());
    }

    @Test
    void onlySoManyAreKept() throws IOException {
        Thumbnails thumbnails =
                new Thumbnails(transfer -> Optional.ofNullable(files.get(transfer)), Runnable::run, FxDoor.real());
        UUID first = picture(9, 6);
        List<UUID> others = new ArrayList<>();
        for (int i = 0; i < Thumbnails.KEPT; i++) {
            others.add(picture(9, 6));
        }
        Fx.run(() -> thumbnails.of(first));
        Fx.settle();
        Fx.run(() -> others.forEach(thumbnails::of));
        Fx.settle();
        UUID last = others.getLast();
        assertSame(
                Fx.get(() -> thumbnails.of(last).orElseThrow()),
                Fx.get(() -> thumbnails.of(last).orElseThrow()));
        assertTrue(Fx.get(() -> thumbnails.of(first).isEmpty()), "it would be read again");
    }

    private void read() {
        reading.forEach(Runnable::run);
        reading.clear();
        Fx.settle();
    }

    private UUID picture(int width, int height) throws IOException {
        UUID transfer = UUID.randomUUID();
        Path file = temp.resolve(transfer + ".part");
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        files.put(transfer, file);
        return transfer;
    }

    private static ChatEntry notice(UUID transfer) {
        return new ChatEntry.Notice(
                UUID.randomUUID(),
                Samples.NOON,
                Phrase.of("log.file.received", "photo.png", "Mei"),
                ChatEntry.Tone.PLAIN,
                transfer);
    }
}
